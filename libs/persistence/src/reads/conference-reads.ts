import type {
  AttendanceAnswer,
  AttendeeRank,
  ConclusionKind,
  ConferenceDutyKind,
  ConferenceFlag,
  ConferenceHost,
  ConferenceKind,
  ConferenceStage,
  ContentUrgency,
  DocumentReference,
  FieldCode,
  Instant,
  LocalDate,
  OrganisationCode,
  PetitionPath,
  PetitionStage,
  PostKind,
  RoutingCase,
} from '@dialogue/domain';

import type { NamedOrganisation } from '../deliveries/delivery.js';
import type { CaseRecord, NamedAccount } from './case-reads.js';
import type { ConferenceActs } from './conference-acts.js';
import type { NextDue } from './next-count.js';

/** One line of a list of conferences. */
export interface ConferenceSummary extends NextDue {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly kind: ConferenceKind;
  readonly host: ConferenceHost;
  readonly field: FieldCode | null;
  readonly fieldName: string | null;
  readonly stage: ConferenceStage;
  readonly organisation: NamedOrganisation;
  readonly leadOffice: NamedOrganisation;
  readonly place: string;
  /** Where it stands now, which may not be as it was planned. */
  readonly on: LocalDate;
  readonly startsAt: string;
  readonly flags: readonly ConferenceFlag[];
  readonly heldOn: LocalDate | null;
  /** D8.1a: since when it has had no day; D8.3b: the day of the dialogue that failed. */
  readonly postponedOn: LocalDate | null;
  readonly failedOn: LocalDate | null;
  readonly plannedAt: Instant;
  readonly endedAt: Instant | null;
}

export interface ConferenceDetail extends ConferenceSummary, CaseRecord<ConferenceDutyKind>, ConferenceActs {
  readonly contents: string;
  readonly programme: string | null;
  readonly plannedBy: NamedAccount | null;
  readonly sequence: number;
  readonly invitedOn: LocalDate | null;
  /** D11.1a. */
  readonly internalReviewOn: LocalDate | null;
  readonly conclusionNotice: DocumentReference | null;
  readonly resultReport: DocumentReference | null;
  /** As which the host speaks, and the row of article 7 that applied when it was planned (D7). */
  readonly hostPost: PostKind | null;
  readonly routingCase: RoutingCase | null;
  /** The second of two offices that lead (D7.1, D7.2). */
  readonly coLeadOffice: NamedOrganisation | null;
  readonly coordinating: readonly NamedOrganisation[];
  readonly leadOfficeReason: string | null;
  readonly leadOfficeNamedBy: string | null;
  readonly participants: string | null;
  readonly publicity: string | null;
  readonly steps: ConferenceSteps;
  readonly bodies: readonly ConferenceBodyRow[];
  readonly petitions: readonly ConferencePetitionRow[];
}

/** A body that was asked for opinions (D8.1b), invited (D8.1g), or both. */
export interface ConferenceBodyRow {
  readonly organisation: NamedOrganisation;
  readonly askedOn: LocalDate | null;
  readonly invitedOn: LocalDate | null;
  /** What it has answered to the request, also that it has none (D8.1b); null: nothing. */
  readonly opinionsOn: LocalDate | null;
  readonly opinionsAreNone: boolean | null;
  /** Whether its leader comes, or somebody else instead, and of what rank (D10.3a); null: no answer. */
  readonly attendance: AttendanceAnswer | null;
  readonly attendeeRank: AttendeeRank | null;
  readonly attendanceOn: LocalDate | null;
  /** Its part passed to the body that succeeds it (D11.3). */
  readonly leftOn: LocalDate | null;
}

/** What has been done to prepare it. */
export interface ConferenceSteps {
  /** D8.3a: who has demanded it, by which document; null: nobody. */
  readonly demand: { readonly by: NamedOrganisation; readonly document: DocumentReference } | null;
  readonly demandAnsweredOn: LocalDate | null;
  /** D8.1a: how often the plan was submitted, and since when it lies before the host; null: it does not. */
  readonly planVersions: number;
  readonly planSubmittedOn: LocalDate | null;
  readonly announcedOn: LocalDate | null;
  readonly aggregatedOn: LocalDate | null;
  readonly briefedOn: LocalDate | null;
  readonly helpersNamedOn: LocalDate | null;
  /** D13.3: who has reported on the situation of the people. */
  readonly situationReportedBy: readonly NamedOrganisation[];
  /** D1: by which decision another one hosts than was planned; null: as planned. */
  readonly hostDecision: DocumentReference | null;
}

/** A petition of a conference, as the conference knows it, or as the petition does that has not told it yet. */
export interface ConferencePetitionRow {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly stage: PetitionStage;
  readonly field: FieldCode | null;
  readonly fieldName: string | null;
  readonly path: PetitionPath;
  /** Raised at the conference itself (D8.1f). */
  readonly isRaised: boolean;
  readonly conclusion: ConclusionKind | null;
  /** Null while the conference has not heard of it. */
  readonly attachedOn: LocalDate | null;
  /** The person was told, and the rest assigned (D11.1b). */
  readonly followedUpOn: LocalDate | null;
  readonly detachedOn: LocalDate | null;
  /** Who prepares the answer, and when it was there (D8.1c, D8.1d); null: nobody, not yet. */
  readonly preparedBy: NamedOrganisation | null;
  readonly preparedOn: LocalDate | null;
  readonly urgency: ContentUrgency | null;
  /** Proposed to the superior (D8.2a). */
  readonly isBeyondAuthority: boolean;
  /** Came to the list after the briefing was held (D8.1e). */
  readonly isAfterBriefing: boolean;
  /** Its title tells of what is internal, or of a person who is protected (D4.1, D11.1d). */
  readonly isWithheld: boolean;
}

/** How a list of conferences may be ordered: by their day, by what falls due first, by number. */
export const conferenceSorts = ['newest', 'oldest', 'due', 'number'] as const;
export type ConferenceSort = (typeof conferenceSorts)[number];

export interface ConferenceFilter {
  readonly stage?: readonly ConferenceStage[];
  readonly kind?: ConferenceKind;
  /** Hosted by the heads of these bodies. */
  readonly organisations?: readonly string[];
  /** Hosted by the head of this body. */
  readonly host?: string;
  /** Hosted by one of these posts. */
  readonly hostPost?: readonly PostKind[];
  /** Bodies that prepare it, coordinate, were asked or invited. */
  readonly agency?: readonly string[];
  /** Of one of these, or of one that stands under it. */
  readonly field?: readonly FieldCode[];
  /** All of these. */
  readonly flag?: readonly ConferenceFlag[];
  /** Days of the conference, both included. */
  readonly from?: LocalDate;
  readonly to?: LocalDate;
  /** Days on which the first open duty falls due, both included. */
  readonly dueFrom?: LocalDate;
  readonly dueTo?: LocalDate;
  /** Words of number, title, contents or place, with or without Vietnamese marks. */
  readonly text?: string;
  /** What the reader may see: one of these is the organisation, a lead office or a body of the conference. Absent: all. */
  readonly scope?: readonly string[];
}

/** A conference as far as a permission check, or a command that names it, needs it. */
export interface ConferenceScope {
  readonly id: string;
  readonly number: string;
  readonly stage: ConferenceStage;
  readonly sequence: number;
  readonly on: LocalDate;
  readonly startsAt: string;
  readonly heldOn: LocalDate | null;
  /** D8.1e: by the terms that it counts with (D13.1); null until its workflow has taken it. */
  readonly cutOffDays: number | null;
  readonly organisation: OrganisationCode;
  readonly leadOffice: OrganisationCode;
  readonly coLeadOffice: OrganisationCode | null;
  /** Asked, invited, coordinating, to prepare an answer, or whoever has demanded it. */
  readonly bodies: readonly OrganisationCode[];
}

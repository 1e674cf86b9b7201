import type { OrganisationCode } from '../organisations/organisation-code.js';
import type { PostKind } from '../organisations/recipients.js';
import type { DocumentReference } from '../petitions/petition.js';
import type { LocalDate } from '../time/local-date.js';
import type { ConferenceHost } from './conference.js';

/** D8.2a: how pressing a content of a department's conference is. */
export const contentUrgencies = ['pressing', 'ordinary'] as const;
export type ContentUrgency = (typeof contentUrgencies)[number];

/** D10.3a: who comes of an invited body: the text wants a leader. */
export const attendeeRanks = ['head', 'deputy', 'other'] as const;
export type AttendeeRank = (typeof attendeeRanks)[number];

/** D10.3a: the invited leader comes, or somebody else who was named comes instead. */
export const attendanceAnswers = ['confirmed', 'declined'] as const;
export type AttendanceAnswer = (typeof attendanceAnswers)[number];

/** What one body has answered to the request for opinions, also that it has none (D8.1b). */
export interface OpinionsReceived {
  readonly body: OrganisationCode;
  readonly receivedOn: LocalDate;
  readonly isNone: boolean;
}

/** What one guest has answered to the invitation; names stay in the register (D10.3a). */
export interface Attendance {
  readonly body: OrganisationCode;
  readonly answer: AttendanceAnswer;
  readonly rank: AttendeeRank;
  readonly answeredOn: LocalDate;
}

/** Who studies a petition and answers it, as the aggregated report proposes (D8.1c), and whether it has (D8.1d). */
export interface PetitionPreparation {
  /** Null for what is beyond the authority of the host: the superior gets it (D8.2a). */
  readonly agency: OrganisationCode | null;
  readonly urgency?: ContentUrgency;
  readonly preparedOn: LocalDate | null;
}

/** D8.3a: a head demands that a unit hold an ad hoc dialogue. */
export interface AdHocDemand {
  readonly by: OrganisationCode;
  readonly document: DocumentReference;
}

/** Another host than planned, by a decision (D1, D10.1a). */
export interface HostChange {
  readonly organisation: OrganisationCode;
  readonly host: ConferenceHost;
  readonly hostPost: PostKind;
  readonly document: DocumentReference;
}

/** What has been done to prepare a conference. Each part is there once it was done; states written before have none. */
export interface Preparation {
  /** D8.1a: how often the plan was submitted, and whether it lies before the host. */
  readonly plan?: { readonly versions: number; readonly submittedOn: LocalDate | null };
  /** D8.3a; answered once the unit has given its day. */
  readonly demand?: AdHocDemand;
  readonly demandAnsweredOn?: LocalDate;
  /** D8.1a: first announced. */
  readonly announcedOn?: LocalDate;
  readonly opinions?: readonly OpinionsReceived[];
  /** D8.1c: the first report. */
  readonly aggregatedOn?: LocalDate;
  /** D8.1e: when the briefing was held, and how many petitions came to its list afterwards. */
  readonly briefedOn?: LocalDate;
  readonly addedToBriefing?: number;
  /** D13.3: who has reported on the situation of the people. */
  readonly situationReports?: readonly OrganisationCode[];
  /** D8.1h: first named. */
  readonly helpersNamedOn?: LocalDate;
  readonly attendance?: readonly Attendance[];
  readonly hostChange?: HostChange;
  /** D8.1g: how often what stands on the invitations was changed: the sequence of the calendar entry of the guests. */
  readonly revisions?: number;
}

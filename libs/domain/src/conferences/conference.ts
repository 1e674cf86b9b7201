import type { DayCount } from '../calendar/day-walk.js';
import type { CaseState } from '../cases/case-machine.js';
import type { Duty, Ladder } from '../cases/duty.js';
import type { MailTrouble } from '../cases/mail-trouble.js';
import type { OrganisationCode } from '../organisations/organisation-code.js';
import type { PostKind } from '../organisations/recipients.js';
import type { FieldCode } from '../fields/field.js';
import type { DocumentReference } from '../petitions/petition.js';
import type { Instant } from '../time/instant.js';
import type { LocalDate } from '../time/local-date.js';
import type { ConclusionKind } from './conclusion.js';
import type { PetitionPreparation, Preparation } from './preparation.js';

/** `drafted`: written at the door, not yet taken by its workflow. The rest as in the life cycle. */
export const conferenceStages = [
  'drafted',
  'planning',
  'preparing',
  'postponed',
  'held',
  'followUp',
  'awaitingDirection',
  'closed',
  'cancelled',
] as const;
export type ConferenceStage = (typeof conferenceStages)[number];

/** D6.2: at least once a year, or on one content or field when something calls for it. */
export const conferenceKinds = ['periodic', 'adHoc'] as const;
export type ConferenceKind = (typeof conferenceKinds)[number];

/**
 * Who hosts (D1): the head of a level, or of a department; the Party secretary of a commune, who is head of a level and
 * directs by himself who prepares (D7.4). D8.1 binds periodic conferences of heads of a level.
 */
export const conferenceHosts = ['levelHead', 'departmentHead', 'communeSecretary'] as const;
export type ConferenceHost = (typeof conferenceHosts)[number];

export const conferenceFlags = ['overdue', 'finding', 'belated', 'provisional', 'mailTrouble'] as const;
export type ConferenceFlag = (typeof conferenceFlags)[number];

/** The milestones of a conference that somebody owes; the terms of a case may be older than some of them. */
export const conferenceDutyKinds = [
  'answerDemand',
  'approvePlan',
  'requestOpinions',
  'reportSituation',
  'issueAggregateReport',
  'supplyOpinions',
  'prepareAnswers',
  'holdBriefing',
  'sendInvitations',
  'nameHelpers',
  'confirmAttendance',
  'recordOutcome',
  'followUpPetitions',
  'issueConclusionNotice',
  'issueResultReport',
  'recordInternalReview',
  'setNewDate',
  'awaitDirection',
] as const;
export type ConferenceDutyKind = (typeof conferenceDutyKinds)[number];
export type ConferenceDuty = Duty<ConferenceDutyKind>;

/** On the briefing list, or on the way to a written answer (D8.1e, D8.1f). */
export const petitionPaths = ['briefing', 'written'] as const;
export type PetitionPath = (typeof petitionPaths)[number];

/** A petition of the conference. */
export interface ConferencePetition {
  readonly id: string;
  readonly number: string;
  readonly path: PetitionPath;
  /** Raised at the conference itself (D8.1f). */
  readonly isRaised: boolean;
  readonly conclusion: ConclusionKind | null;
  /** When the person had been told and, where it was concluded so, an agency assigned (D11.1b). */
  readonly followedUpOn: LocalDate | null;
  /** Once the aggregated report says who studies it (D8.1c). */
  readonly preparation?: PetitionPreparation;
  /** Came to the list after the briefing was held, and was shown to the host (D8.1e). */
  readonly isAfterBriefing?: boolean;
}

/** D8.1a: no day for the time being; what was owed rests, and the conference comes back to where it was. */
export interface Postponement {
  readonly postponedOn: LocalDate;
  readonly from: ConferenceStage;
  readonly resting: readonly ConferenceDuty[];
}

/** D8.3b: a dialogue that failed, with the report to the superior, and what had not been prepared. */
export interface Failure {
  readonly failedOn: LocalDate;
  /** From when on the superior is asked again. */
  readonly recordedOn: LocalDate;
  readonly document: DocumentReference;
  readonly unmet: readonly ConferenceDuty[];
}

/** D10.3b: how many versions there are, and which one the host has signed last. */
export interface Minutes {
  readonly versions: number;
  readonly signed: { readonly version: number; readonly on: LocalDate } | null;
}

/** How a milestone counts from the day of the conference, which is day 0; negative before it (D8.1e, D8.1g). */
export type MilestoneCount = Extract<DayCount, { readonly workingDays: number } | { readonly days: number }>;

/** When one milestone is due, and whom it urges. */
export interface MilestoneTerms {
  readonly count: MilestoneCount;
  readonly ladder: Ladder;
}

/** The days and ladders that a conference counts with, taken when it began (D13.1). */
export interface ConferenceTerms {
  readonly version: string;
  readonly duties: Readonly<Record<ConferenceDutyKind, MilestoneTerms>>;
  /** D8.1e, D8.1f: calendar days before the conference up to the end of which an opinion comes to the briefing. */
  readonly cutOffDays: number;
  /** D13.1: kinds of post that may host besides those of D1. */
  readonly hostKinds?: readonly PostKind[];
}

/** Everything that decides what becomes of a conference: ids, codes and dates; JSON only. */
export interface Conference extends CaseState, MailTrouble, Preparation {
  readonly id: string;
  readonly number: string;
  readonly stage: ConferenceStage;
  readonly kind: ConferenceKind;
  readonly host: ConferenceHost;
  /** D6.2b: of an ad hoc conference exactly one; null otherwise. */
  readonly field: FieldCode | null;
  /** Whose head hosts (D4.3), and who prepares (D7). */
  readonly organisation: OrganisationCode;
  readonly leadOffice: OrganisationCode;
  /** Names of the bodies of this case as they were when they came into it, by their codes (ADR-0017). */
  readonly names: Readonly<Record<string, string>>;
  /** The day of the conference, and the hour as `HH:mm` in Vietnam. */
  readonly on: LocalDate;
  readonly startsAt: string;
  /** When the case began; nothing of it happened before. */
  readonly plannedOn: LocalDate | null;
  /** Bodies that were asked for opinions (D8.1b), and guests (D8.1g). */
  readonly asked: readonly OrganisationCode[];
  readonly guests: readonly OrganisationCode[];
  readonly invitedOn: LocalDate | null;
  readonly petitions: readonly ConferencePetition[];
  readonly heldOn: LocalDate | null;
  /** Absent in cases that began before there was such a thing, and while there is none. */
  readonly postponement?: Postponement | null;
  readonly failure?: Failure | null;
  /** How often the dialogue had failed before the day that is set now (D8.3b). */
  readonly failures?: number;
  /** D9: how many have registered to speak. */
  readonly speakers?: number;
  readonly minutes?: Minutes;
  readonly internalReviewOn?: LocalDate | null;
  readonly supervisions?: number;
  readonly policyProposals?: number;
  readonly conclusionNotice: DocumentReference | null;
  readonly resultReport: DocumentReference | null;
  /** How often the day was moved; tells those letters apart. */
  readonly moves: number;
  /** A limit of the regulation itself passed unmet (D8.1, D11.1b); stays. */
  readonly hasFinding: boolean;
  readonly duties: readonly ConferenceDuty[];
  readonly dutiesSoFar: number;
  readonly endedAt: Instant | null;
  readonly terms: ConferenceTerms;
}

import type { Decision, Facts, Transition } from '../cases/case-machine.js';
import type { DomainErrorCode } from '../errors/domain-error.js';
import type { RuleId } from '../regulation/rule-id.js';
import type { Instant } from '../time/instant.js';
import type { LocalDate } from '../time/local-date.js';
import type { ConferenceCommand, ConferenceCommandKind } from './conference-commands.js';
import type { Conference } from './conference.js';

/** A command of one kind, with the instant that it came. */
export interface Asked<Kind extends ConferenceCommandKind> {
  readonly state: Conference;
  readonly command: Extract<ConferenceCommand, { readonly kind: Kind }>;
  readonly at: Instant;
  /** The day in Vietnam at that instant. */
  readonly on: LocalDate;
}

/** What happened, and what others hear of it. */
export interface Happened {
  readonly at: Instant;
  readonly rule: RuleId;
  readonly facts: Facts;
  readonly state: Conference;
}

/** The rule that a command rests on; a stage that does not allow the command refuses it by this rule. */
export const conferenceCommandRules: Readonly<Record<ConferenceCommandKind, RuleId>> = {
  plan: 'D8.1a',
  approvePlan: 'D8.1a',
  requestOpinions: 'D8.1b',
  demandAdHoc: 'D8.3a',
  answerDemand: 'D8.3a',
  submitPlan: 'D8.1a',
  returnPlan: 'D8.1a',
  announce: 'D8.1a',
  recordOpinionsReceived: 'D8.1b',
  issueAggregateReport: 'D8.1c',
  recordPreparedAnswer: 'D8.1d',
  recordSituationReport: 'D13.3',
  nameHelpers: 'D8.1h',
  holdBriefing: 'D8.1e',
  sendInvitations: 'D8.1g',
  confirmAttendance: 'D10.3a',
  declineAttendance: 'D10.3a',
  changeHost: 'D1',
  reschedule: 'D8.1a',
  postpone: 'D8.1a',
  cancel: 'D8.1a',
  registerSpeaker: 'D9',
  recordHeld: 'D9',
  recordFailed: 'D8.3b',
  recordDirection: 'D8.3b',
  saveMinutes: 'D10.3b',
  signMinutes: 'D10.3b',
  conclude: 'D9',
  issueConclusionNotice: 'D8.1i',
  issueResultReport: 'D11.2b',
  recordInternalReview: 'D11.1a',
  recordSupervision: 'D13.3',
  recordPolicyProposal: 'D11.2a',
  close: 'D11.3',
  petitionAttached: 'D8.1e',
  petitionDetached: 'D8.1e',
  petitionFollowedUp: 'D11.1b',
  calendarChanged: 'D8.1',
  organisationChanged: 'D11.3',
  adoptTerms: 'D13.1',
  noteDelivery: 'D11.3',
};

/** Why a day that somebody gave cannot be: it has not come yet, or what it is about was not there. */
export function wrongDate(
  given: LocalDate,
  { notBefore, on }: { readonly notBefore: LocalDate | null; readonly on: LocalDate },
): DomainErrorCode | null {
  if (given > on) return 'conference.date_in_future';
  return notBefore !== null && given < notBefore ? 'conference.date_before_case' : null;
}

export function accepted(
  event: string,
  happened: Happened,
  owed: Pick<Partial<Transition<Conference>>, 'notices' | 'tells'> = {},
): Decision<Conference> {
  return { accepted: { event, notices: [], tells: [], ...happened, ...owed } };
}

/** By the rule that the command rests on, unless another one says no. */
export function refused(
  code: DomainErrorCode,
  kind: ConferenceCommandKind,
  rule = conferenceCommandRules[kind],
): Decision<Conference> {
  return { refused: { code, rule } };
}

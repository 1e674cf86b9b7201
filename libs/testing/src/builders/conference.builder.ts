import {
  conferenceMachine,
  defaultConferenceTerms,
  drafted,
  localDate,
  type CalendarSlice,
  type Conference,
  type ConferenceCommand,
  type ConferenceCommandKind,
  type ConferencePlan,
  type ConferenceStage,
  type ConferenceTerms,
  type Decision,
  type Instant,
  type NamedBody,
  type Transition,
} from '@dialogue/domain';

import { aCalendar } from './calendar.builder.js';
import { aDocument, anOrganisation } from './petition-command.builder.js';
import { at, valueOf } from './petition.builder.js';
import { aroundIt } from './surroundings.builder.js';

/** What a test may say of a conference; the rest has defaults. */
export interface ConferenceWishes extends Partial<ConferencePlan> {
  readonly stage?: ConferenceStage;
  readonly calendar?: CalendarSlice;
  readonly terms?: ConferenceTerms;
}

type CommandOf<Kind extends ConferenceCommandKind> = Extract<ConferenceCommand, { readonly kind: Kind }>;

/** A periodic conference of the chair of the People's Committee of the province. */
export function aConferencePlan(overrides: Partial<ConferencePlan> = {}): ConferencePlan {
  return {
    id: '2c1e8f04-51b7-4c0e-9a53-7d2f4b6c0001',
    number: 'HN-2026-000001',
    kind: 'periodic',
    host: 'levelHead',
    field: null,
    organisation: anOrganisation('SL-UBND'),
    leadOffice: anOrganisation('SL-VPUBND'),
    names: { 'SL-UBND': 'Ủy ban nhân dân tỉnh', 'SL-VPUBND': 'Văn phòng Ủy ban nhân dân tỉnh' },
    on: localDate('2026-04-16'),
    startsAt: '08:00',
    ...overrides,
  };
}

/**
 * A conference in a stage that it has really reached, by the commands of {@link conferenceSteps}: planned on Monday
 * 2 March 2026 for Thursday 16 April, with every milestone met in time. No holiday lies between.
 */
export function aConference({
  stage = 'planning',
  calendar = aCalendar(),
  terms = defaultConferenceTerms,
  ...plan
}: ConferenceWishes = {}): Conference {
  const start = drafted(aConferencePlan(plan), { calendar, terms });
  return conferenceSteps[stage].reduce((state, step) => appliedToConference(state, step.command, step.at).state, start);
}

/** A command with valid arguments for the conference that `aConference` builds, unless a test says otherwise. */
export function aConferenceCommand<Kind extends ConferenceCommandKind>(
  kind: Kind,
  overrides: Partial<Omit<CommandOf<Kind>, 'kind'>> = {},
): CommandOf<Kind> {
  const command: CommandOf<Kind> = defaults[kind];
  return { ...command, ...overrides };
}

export function aBody(code: string, name = `Cơ quan ${code}`): NamedBody {
  return { code: anOrganisation(code), name };
}

/** What the machine says to a command on a calendar that reaches far enough. */
export function decidedOfConference(
  state: Conference,
  command: ConferenceCommand,
  when: Instant,
): Decision<Conference> {
  return valueOf(conferenceMachine.apply(state, command, when));
}

/** The transition of a command that must be accepted. */
export function appliedToConference(
  state: Conference,
  command: ConferenceCommand,
  when: Instant,
): Transition<Conference> {
  const decision = decidedOfConference(state, command, when);
  if ('refused' in decision)
    throw new Error(`${command.kind} from ${state.stage} was refused: ${decision.refused.code}`);
  return decision.accepted;
}

/** The conference after time has passed, with nobody urged. */
export function conferenceAt(state: Conference, until: Instant): Conference {
  return valueOf(conferenceMachine.elapse(state, until)).at(-1)?.state ?? state;
}

const petitionId = '7f0c6a52-93a8-4d53-8d0b-6a1d5a3c0001';

const defaults: { readonly [Kind in ConferenceCommandKind]: CommandOf<Kind> } = {
  plan: { kind: 'plan' },
  demandAdHoc: { kind: 'demandAdHoc', by: aBody('SL-UBND', 'Ủy ban nhân dân tỉnh') },
  answerDemand: {
    kind: 'answerDemand',
    on: localDate('2026-04-10'),
    startsAt: '14:00',
    document: aDocument('31/CV-STC', '2026-03-03'),
  },
  submitPlan: { kind: 'submitPlan' },
  returnPlan: { kind: 'returnPlan' },
  announce: { kind: 'announce', announcedOn: localDate('2026-03-16') },
  recordOpinionsReceived: {
    kind: 'recordOpinionsReceived',
    body: anOrganisation('SL-STC'),
    receivedOn: localDate('2026-03-16'),
    isNone: false,
  },
  issueAggregateReport: {
    kind: 'issueAggregateReport',
    document: aDocument('77/BC-VPUBND', '2026-03-16'),
    allocations: [],
  },
  recordPreparedAnswer: { kind: 'recordPreparedAnswer', petitionId, agency: aBody('SL-STC', 'Sở Tài chính') },
  recordSituationReport: {
    kind: 'recordSituationReport',
    by: aBody('SL-MTTQ', 'Ủy ban Mặt trận Tổ quốc tỉnh'),
    document: aDocument('12/BC-MTTQ', '2026-03-16'),
  },
  nameHelpers: { kind: 'nameHelpers', helpers: 3 },
  confirmAttendance: { kind: 'confirmAttendance', body: anOrganisation('SL-STC'), rank: 'head' },
  declineAttendance: { kind: 'declineAttendance', body: anOrganisation('SL-STC'), rank: 'deputy' },
  changeHost: {
    kind: 'changeHost',
    organisation: aBody('SL-HDND', 'Hội đồng nhân dân tỉnh'),
    host: 'levelHead',
    hostPost: 'councilChair',
    document: aDocument('210/QĐ-UBND', '2026-03-02'),
  },
  approvePlan: { kind: 'approvePlan', document: aDocument('45/KH-UBND', '2026-03-13') },
  requestOpinions: {
    kind: 'requestOpinions',
    bodies: [aBody('SL-STC', 'Sở Tài chính'), aBody('SL-SYT', 'Sở Y tế')],
  },
  holdBriefing: { kind: 'holdBriefing', heldOn: localDate('2026-04-09') },
  sendInvitations: {
    kind: 'sendInvitations',
    guests: [aBody('SL-STC', 'Sở Tài chính'), aBody('SL-MTTQ', 'Ủy ban Mặt trận Tổ quốc tỉnh')],
  },
  reschedule: { kind: 'reschedule', on: localDate('2026-05-14'), startsAt: '08:00' },
  postpone: { kind: 'postpone' },
  cancel: { kind: 'cancel' },
  registerSpeaker: { kind: 'registerSpeaker', petitionId: null },
  recordFailed: {
    kind: 'recordFailed',
    failedOn: localDate('2026-04-16'),
    document: aDocument('97/BC-UBND', '2026-04-16'),
  },
  recordDirection: {
    kind: 'recordDirection',
    document: aDocument('12/CV-TU', '2026-04-20'),
    direction: { kind: 'newDate', on: localDate('2026-05-14'), startsAt: '08:00' },
  },
  saveMinutes: { kind: 'saveMinutes' },
  signMinutes: { kind: 'signMinutes', version: 1, signedOn: localDate('2026-04-17') },
  recordHeld: { kind: 'recordHeld', heldOn: localDate('2026-04-16') },
  conclude: { kind: 'conclude', conclusions: [] },
  issueConclusionNotice: { kind: 'issueConclusionNotice', document: aDocument('98/TB-UBND', '2026-04-20') },
  issueResultReport: { kind: 'issueResultReport', document: aDocument('99/BC-UBND', '2026-04-21') },
  recordInternalReview: { kind: 'recordInternalReview', reviewedOn: localDate('2026-04-21') },
  recordSupervision: { kind: 'recordSupervision' },
  recordPolicyProposal: { kind: 'recordPolicyProposal' },
  close: { kind: 'close' },
  petitionAttached: {
    kind: 'petitionAttached',
    petitionId,
    number: 'KN-2026-000001',
    path: 'briefing',
    isRaised: false,
    conferenceOn: localDate('2026-04-16'),
  },
  petitionDetached: { kind: 'petitionDetached', petitionId },
  petitionFollowedUp: { kind: 'petitionFollowedUp', petitionId, on: localDate('2026-04-20') },
  ...aroundIt,
  adoptTerms: { kind: 'adoptTerms', terms: { ...defaultConferenceTerms, version: 'local-1' } },
  noteDelivery: { kind: 'noteDelivery', deliveryId: '01J0LETTER', outcome: 'refused' },
};

interface Step {
  readonly command: ConferenceCommand;
  readonly at: Instant;
}

function step(kind: ConferenceCommandKind, day: string): Step {
  return { command: aConferenceCommand(kind), at: at(day) };
}

const planning = [step('plan', '2026-03-02')];
const preparing = [...planning, step('approvePlan', '2026-03-16')];
const prepared = [
  ...preparing,
  step('requestOpinions', '2026-03-20'),
  step('recordSituationReport', '2026-04-01'),
  step('issueAggregateReport', '2026-04-01'),
  step('nameHelpers', '2026-04-08'),
  step('sendInvitations', '2026-04-08'),
  step('holdBriefing', '2026-04-09'),
];
const held = [...prepared, step('recordHeld', '2026-04-16')];
const followUp = [...held, step('conclude', '2026-04-17')];
const closed = [
  ...followUp,
  step('issueConclusionNotice', '2026-04-20'),
  step('issueResultReport', '2026-04-21'),
  step('recordInternalReview', '2026-04-21'),
  step('close', '2026-04-22'),
];

/** How a conference comes to each stage, on which days. */
export const conferenceSteps: Readonly<Record<ConferenceStage, readonly Step[]>> = {
  drafted: [],
  planning,
  preparing,
  postponed: [...preparing, step('postpone', '2026-03-18')],
  held,
  followUp,
  awaitingDirection: [...prepared, step('recordFailed', '2026-04-16')],
  closed,
  cancelled: [...planning, step('cancel', '2026-03-03')],
};

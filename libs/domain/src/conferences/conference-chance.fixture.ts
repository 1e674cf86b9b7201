import fc from 'fast-check';

import { aBody, aConferenceCommand, aDocument } from '@dialogue/testing/builders';

import { addDays, type LocalDate } from '../time/local-date.js';
import { conclusionKinds, type Conclusion } from './conclusion.js';
import { conferenceAllowedFrom, type ConferenceCommand, type ConferenceCommandKind } from './conference-commands.js';
import { conferenceHosts, petitionPaths, type Conference, type ConferenceDuty } from './conference.js';
import { attendeeRanks, contentUrgencies } from './preparation.js';

const kinds = Object.keys(conferenceAllowedFrom) as ConferenceCommandKind[];
const rare: readonly ConferenceCommandKind[] = [
  ...(['cancel', 'postpone', 'recordFailed', 'noteDelivery', 'petitionDetached'] as const),
  ...(['calendarChanged', 'organisationChanged', 'adoptTerms', 'changeHost'] as const),
];
const codes = ['SL-STC', 'SL-SYT', 'SL-MTTQ', '03646'];

/** What chance decides about one step. */
export interface Chance {
  readonly hours: number;
  /** How long the command waits for a worker that is away; 0: nobody is away, and the case also wakes by itself before. */
  readonly lagHours: number;
  readonly pick: number;
  readonly other: number;
  readonly isRare: boolean;
  readonly isWild: boolean;
  readonly days: number;
}

/** Any step: a while later, with some command. */
export const chance: fc.Arbitrary<Chance> = fc.record({
  hours: fc.oneof(
    { weight: 5, arbitrary: fc.integer({ min: 0, max: 160 }) },
    { weight: 1, arbitrary: fc.integer({ min: 160, max: 700 }) },
    { weight: 1, arbitrary: fc.constant(0) },
  ),
  lagHours: fc.oneof(
    { weight: 3, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: 300 }) },
  ),
  pick: fc.nat(),
  other: fc.nat(),
  isRare: fc.integer({ min: 0, max: 5 }).map((n) => n === 0),
  isWild: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
  days: fc.oneof(fc.constant(0), fc.integer({ min: -3, max: 45 })),
});

/** Which command comes next; often one that its stage allows. */
export function choose(state: Conference, step: Chance, on: LocalDate): ConferenceCommand {
  const allowed = kinds.filter((kind) => conferenceAllowedFrom[kind].includes(state.stage));
  const usual = allowed.filter((kind) => step.isRare || !rare.includes(kind));
  const among = step.isWild ? kinds : usual.length > 0 ? usual : allowed;
  return argued(among[step.pick % among.length] ?? 'close', state, { ...step, on });
}

/** Arguments that are often right and sometimes wrong. */
function argued(
  kind: ConferenceCommandKind,
  state: Conference,
  { on, days, other, isWild }: Chance & { readonly on: LocalDate },
): ConferenceCommand {
  const bodies = [aBody(codes[other % 4] ?? ''), aBody(codes[(other >> 2) % 4] ?? '')];
  const earlier = addDays(on, -Math.abs(days % 7));
  const signedOn = state.heldOn !== null && earlier < state.heldOn && !isWild ? state.heldOn : earlier;
  const document = aDocument('98/TB', signedOn);
  const petitionId = `p${String(other % 5)}`;
  const otherDay = other % 2 === 0 ? addDays(on, days) : addDays(state.on, 14);
  const rank = attendeeRanks[other % 3] ?? 'head';
  const makers: Partial<Record<ConferenceCommandKind, () => ConferenceCommand>> = {
    approvePlan: () => aConferenceCommand('approvePlan', { document }),
    requestOpinions: () => aConferenceCommand('requestOpinions', { bodies }),
    holdBriefing: () => aConferenceCommand('holdBriefing', { heldOn: earlier }),
    sendInvitations: () => aConferenceCommand('sendInvitations', { guests: bodies }),
    reschedule: () => aConferenceCommand('reschedule', { on: otherDay, startsAt: `0${String(other % 3)}:00` }),
    recordHeld: () => aConferenceCommand('recordHeld', { heldOn: earlier < state.on && !isWild ? state.on : earlier }),
    registerSpeaker: () => aConferenceCommand('registerSpeaker', { petitionId: other % 3 === 0 ? petitionId : null }),
    recordFailed: () =>
      aConferenceCommand('recordFailed', {
        failedOn: earlier < state.on && !isWild ? state.on : earlier,
        document: aDocument('97/BC', on),
      }),
    recordDirection: () =>
      aConferenceCommand('recordDirection', {
        document: aDocument('12/CV', on),
        direction: other % 3 === 0 ? { kind: 'close' } : { kind: 'newDate', on: addDays(on, days), startsAt: '08:00' },
      }),
    signMinutes: () =>
      aConferenceCommand('signMinutes', {
        version: isWild ? other % 4 : (state.minutes?.versions ?? 0),
        signedOn: isWild ? earlier : on,
      }),
    recordInternalReview: () => aConferenceCommand('recordInternalReview', { reviewedOn: isWild ? earlier : signedOn }),
    conclude: () => aConferenceCommand('conclude', { conclusions: conclusionsFor(state, { on, days, other }) }),
    answerDemand: () => aConferenceCommand('answerDemand', { on: otherDay, document }),
    announce: () => aConferenceCommand('announce', { announcedOn: earlier }),
    recordOpinionsReceived: () =>
      aConferenceCommand('recordOpinionsReceived', { ...answeredBy(state.asked, other), receivedOn: on }),
    issueAggregateReport: () =>
      aConferenceCommand('issueAggregateReport', { document, allocations: allocationsFor(state, other, isWild) }),
    recordPreparedAnswer: () =>
      aConferenceCommand('recordPreparedAnswer', {
        petitionId,
        agency: aBody(
          state.petitions.find(({ id }) => id === petitionId)?.preparation?.agency ?? codes[other % 4] ?? '',
        ),
      }),
    recordSituationReport: () => aConferenceCommand('recordSituationReport', { document }),
    confirmAttendance: () => aConferenceCommand('confirmAttendance', { ...answeredBy(state.guests, other), rank }),
    declineAttendance: () => aConferenceCommand('declineAttendance', { ...answeredBy(state.guests, other), rank }),
    changeHost: () =>
      aConferenceCommand('changeHost', {
        ...{ organisation: aBody(codes[other % 4] ?? ''), host: conferenceHosts[other % 3] ?? 'levelHead', document },
      }),
    issueConclusionNotice: () => aConferenceCommand('issueConclusionNotice', { document }),
    issueResultReport: () => aConferenceCommand('issueResultReport', { document }),
    petitionAttached: () =>
      aConferenceCommand('petitionAttached', {
        petitionId,
        path: petitionPaths[other % 2] ?? 'written',
        conferenceOn: on,
      }),
    petitionDetached: () => aConferenceCommand('petitionDetached', { petitionId }),
    petitionFollowedUp: () => aConferenceCommand('petitionFollowedUp', { petitionId, on }),
    noteDelivery: () =>
      aConferenceCommand('noteDelivery', { deliveryId: petitionId, outcome: isWild ? 'uncertain' : 'settled' }),
  };
  return makers[kind]?.() ?? aConferenceCommand(kind);
}

function answeredBy(bodies: readonly NonNullable<ConferenceDuty['body']>[], other: number) {
  return { body: bodies[other % Math.max(1, bodies.length)] ?? aBody('SL-UBND').code };
}

/** Each petition of the list to some agency, or to nobody; sometimes one is left out. */
function allocationsFor({ petitions }: Conference, other: number, isWild: boolean) {
  return petitions.slice(isWild ? 1 : 0).map(({ id }, place) => ({
    petitionId: id,
    agency: (other + place) % 5 === 0 ? null : aBody(codes[(other + place) % 4] ?? ''),
    urgency: contentUrgencies[(other + place) % 2] ?? ('ordinary' as const),
  }));
}

function conclusionsFor(
  { petitions }: Conference,
  { on, days, other }: { readonly on: LocalDate; readonly days: number; readonly other: number },
) {
  const made: Readonly<Record<Conclusion['kind'], Conclusion>> = {
    settle: { kind: 'settle' },
    assign: { kind: 'assign' },
    decline: { kind: 'decline' },
    defer: { kind: 'defer', reviewOn: addDays(on, days + 4) },
    refer: { kind: 'refer', to: aBody('TW-BYT').code, toName: 'Bộ Y tế' },
  };
  return petitions
    .filter(({ conclusion }) => conclusion === null)
    .map(({ id }, index) => ({ petitionId: id, conclusion: made[conclusionKinds[(other + index) % 5] ?? 'settle'] }));
}

import fc from 'fast-check';

import { aCommand, aConferenceReference, aDocument, anOrganisation } from '@dialogue/testing/builders';

import { addWorkingDays, type CalendarSlice } from '../calendar/calendar-slice.js';
import type { Conclusion } from '../conferences/conclusion.js';
import type { NamedBody } from '../conferences/conference-commands.js';
import { addDays, type LocalDate } from '../time/local-date.js';
import { allowedFrom, type PetitionCommand, type PetitionCommandKind } from './petition-commands.js';
import { answerKinds, noticeMeans, type Petition } from './petition.js';

const kinds = Object.keys(allowedFrom) as PetitionCommandKind[];
const rare: readonly PetitionCommandKind[] = [
  'redirect',
  'noteDelivery',
  'recordNoticeSent',
  'reopen',
  'settle',
  'decline',
  'refer',
  'detach',
  'returnAssignment',
  'reassign',
  'conferenceConcluded',
  'conferenceMoved',
  'conferencePostponed',
  'conferenceEnded',
  'calendarChanged',
  'organisationChanged',
  'adoptTerms',
  'withdraw',
  'merge',
  'markAbusive',
  'protectIdentity',
  'liftProtection',
  'changeRepresentative',
  'followerJoined',
  'followerLeft',
  'leadingEnded',
  'classify',
  'split',
];
/** What is usual of a petition that a conference has. */
const ofConference: readonly PetitionCommandKind[] = [
  'conferenceConcluded',
  'conferenceMoved',
  'conferencePostponed',
  'conferenceEnded',
  'detach',
];

/** What chance decides about one step. */
export interface Chance {
  readonly hours: number;
  /** How long the command waits for a worker that is away; 0: nobody is away, and the case also wakes by itself before. */
  readonly lagHours: number;
  readonly pick: number;
  readonly isRare: boolean;
  readonly isWild: boolean;
  readonly back: number;
  readonly forth: number;
  readonly isYes: boolean;
}

/** Mostly short waits for a worker that is there. */
export const chance: fc.Arbitrary<Chance> = fc.record({
  hours: fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 0, max: 120 }) },
    { weight: 2, arbitrary: fc.integer({ min: 120, max: 1_500 }) },
    { weight: 1, arbitrary: fc.constant(0) },
  ),
  lagHours: fc.oneof(
    { weight: 3, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: 900 }) },
  ),
  pick: fc.nat(),
  isRare: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
  isWild: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
  back: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 40 })),
  forth: fc.integer({ min: -2, max: 25 }),
  isYes: fc.boolean(),
});

/** The command that chance picks: mostly one that is usual in this stage. */
export function choose(state: Petition, step: Chance & { on: LocalDate }): PetitionCommand {
  const allowed = kinds.filter((kind) => allowedFrom[kind].includes(state.stage));
  const usual = allowed.filter((kind) => step.isRare || !rare.includes(kind) || isUsualNow(kind, state));
  const among = step.isWild ? kinds : usual.length > 0 ? usual : allowed;
  return argued(among[step.pick % among.length] ?? 'close', state, step);
}

function isUsualNow(kind: PetitionCommandKind, { answer, stage, conference }: Petition): boolean {
  if (ofConference.includes(kind)) return conference?.conclusion === null;
  const isToTell = answer?.isApproved === true || stage === 'settled' || stage === 'declined';
  return kind === 'recordNoticeSent' && isToTell;
}

/** Arguments that are often right and sometimes wrong. */
function argued(kind: PetitionCommandKind, state: Petition, chances: Chance & { on: LocalDate }): PetitionCommand {
  const { on, back, isYes, isWild, pick } = chances;
  const earlier = addDays(on, -back);
  const notBefore = (limit: LocalDate): LocalDate => (earlier < limit && !isWild ? limit : earlier);
  const assignedOn = state.assignment?.document.signedOn ?? state.receivedOn;
  const makers: Partial<Record<PetitionCommandKind, () => PetitionCommand>> = {
    contribute: () =>
      aCommand('contribute', {
        agency: anOrganisation(bodies[pick % bodies.length] ?? 'SL-CA'),
        document: aDocument('31/CA', notBefore(assignedOn)),
        arrivedOn: isYes ? notBefore(assignedOn) : null,
      }),
    reassign: () =>
      aCommand('reassign', {
        cooperating: cooperatingBy(pick),
        agency: anOrganisation(pick % 2 === 0 ? 'SL-SXD' : 'SL-STC'),
        document: aDocument('15/TB', notBefore(state.receivedOn)),
      }),
    requestExtension: () => aCommand('requestExtension', { wantedOn: extensionOn(state, chances) }),
    grantExtension: () =>
      aCommand('grantExtension', {
        newOn: pick % 3 === 0 ? extensionOn(state, chances) : null,
        isProgressReportDue: isYes,
      }),
    assign: () =>
      aCommand('assign', {
        document: aDocument('12/TB', notBefore(state.receivedOn)),
        cooperating: cooperatingBy(pick),
      }),
    acknowledge: () => aCommand('acknowledge', { receivedOn: notBefore(assignedOn), isEvidenced: isYes }),
    answer: () => anAnswer(notBefore(assignedOn), { ...chances, calendar: state.calendar }),
    recordNoticeSent: () =>
      aCommand('recordNoticeSent', { sentOn: notBefore(state.receivedOn), means: noticeMeans[pick % 3] ?? 'post' }),
    ...argumentsOfConference(state, chances),
    defer: () => aCommand('defer', { reviewOn: addDays(on, chances.forth) }),
    recordReferralOutcome: () =>
      aCommand('recordReferralOutcome', {
        outcome: isYes ? 'answered' : 'returned',
        document: aDocument('9/BTC', notBefore(state.referral?.referredOn ?? state.receivedOn)),
      }),
    ...argumentsOfRelations(state, chances),
    noteDelivery: () =>
      aCommand('noteDelivery', { deliveryId: String(pick % 2), outcome: isYes ? 'uncertain' : 'settled' }),
  };
  return makers[kind]?.() ?? aCommand(kind);
}

const bodies = ['SL-CA', 'SL-SYT', 'SL-SNV'];

/** Nobody, or as many as chance says. */
function cooperatingBy(pick: number): readonly NamedBody[] {
  return bodies.slice(0, pick % 4).map((code) => ({ code: anOrganisation(code), name: code }));
}

/** Mostly some working days behind the limit, as far as it may be moved or a little farther. */
function extensionOn({ duties, calendar }: Petition, { forth, on }: Chance & { on: LocalDate }): LocalDate {
  const limit = duties.find(({ kind }) => kind === 'answer');
  return addWorkingDays(calendar, limit?.dueOn ?? on, Math.abs(forth % 17) + (forth < 0 ? 0 : 1));
}

/** The petition that a walk speaks of, and others that want to follow it; sometimes ones that nobody knows. */
function argumentsOfRelations(
  { merger, followers = [] }: Petition,
  { on, pick, isWild, isYes }: Chance & { on: LocalDate },
): Partial<Record<PetitionCommandKind, () => PetitionCommand>> {
  const leadingId = merger == null || isWild ? 'another' : merger.leading.id;
  const follower = `follower ${String(pick % 3)}`;
  // What is known is mostly taken back: there is nothing else to hear of it.
  const isTakenBack = merger?.outcome == null ? isWild : isYes;
  const outcome = isTakenBack ? null : { on, document: isYes ? aDocument('67/STC', on) : null };
  return {
    split: () => aCommand('split', { parts: [`part ${String(pick)}`] }),
    markAbusive: () => aCommand('markAbusive', { isAbusive: isYes }),
    protectIdentity: () => aCommand('protectIdentity', { by: isYes ? 'host' : 'leadOffice' }),
    liftProtection: () => aCommand('liftProtection', { by: pick % 2 === 0 ? 'host' : 'leadOffice' }),
    changeRepresentative: () => aCommand('changeRepresentative', { isReachableByMail: isYes }),
    followerJoined: () => aCommand('followerJoined', { petition: { id: follower, number: follower } }),
    followerLeft: () => aCommand('followerLeft', { petitionId: followers[0]?.id ?? follower }),
    leadingOutcome: () => aCommand('leadingOutcome', { leadingId, outcome }),
    leadingEnded: () => aCommand('leadingEnded', { leadingId }),
  };
}

function argumentsOfConference(
  { conference, dutiesSoFar }: Petition,
  { on, pick, isWild, forth }: Chance & { on: LocalDate },
): Partial<Record<PetitionCommandKind, () => PetitionCommand>> {
  const conferenceId = conference == null || isWild ? 'another' : conference.id;
  const day = addDays(on, forth);
  const conclusions: readonly Conclusion[] = [
    { kind: 'settle' },
    { kind: 'assign' },
    { kind: 'decline' },
    { kind: 'defer', reviewOn: day },
    { kind: 'refer', to: aCommand('refer').to, toName: 'Bộ Tài chính' },
  ];
  const conclusion = conclusions[pick % 5] ?? { kind: 'assign' };
  return {
    attachToConference: () =>
      aCommand('attachToConference', {
        conference: aConferenceReference({ id: `conference ${String(dutiesSoFar)} ${on}`, on: day }),
      }),
    conferenceConcluded: () =>
      aCommand('conferenceConcluded', { conferenceId, heldOn: addDays(on, -(pick % 7)), conclusion }),
    conferenceMoved: () => aCommand('conferenceMoved', { conferenceId, on: day }),
    conferencePostponed: () =>
      aCommand('conferencePostponed', { conferenceId, failedOn: pick % 2 === 0 ? null : addDays(on, -(pick % 7)) }),
    conferenceEnded: () => aCommand('conferenceEnded', { conferenceId }),
  };
}

function anAnswer(
  earlier: LocalDate,
  { on, isYes, forth, pick, calendar }: Chance & { on: LocalDate; calendar: CalendarSlice },
): PetitionCommand {
  const arrivedOn = isYes ? earlier : null;
  const nextReportOn = forth === 0 ? null : addWorkingDays(calendar, arrivedOn ?? on, forth);
  return aCommand('answer', {
    answer: answerKinds[pick % 4] ?? 'result',
    document: aDocument('67/STC', earlier),
    arrivedOn,
    nextReportOn,
  });
}

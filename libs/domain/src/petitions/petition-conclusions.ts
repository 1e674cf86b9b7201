import type { Decision } from '../cases/case-machine.js';
import type { Conclusion, ConclusionKind } from '../conferences/conclusion.js';
import type { LocalDate } from '../time/local-date.js';
import { accepted, refused, type Asked, type Effect } from './petition-asked.js';
import { pendingConference } from './petition-conference.js';
import { broughtBack, putOff } from './petition-deferral.js';
import { discharged, followUpDays, owing, withoutRound } from './petition-duties.js';
import { dutyEnded } from './petition-notices.js';
import { referredTo, returned } from './petition-referral.js';
import { owingToTell, tellConclusion } from './petition-telling.js';
import type { ConferenceLink, Petition, PetitionStage } from './petition.js';

/** What the host concludes, at a conference or outside of one (D9, D10.1b, D11.1b). */
export const decideConclusion = { settle, decline, conferenceConcluded };

interface Concluded<Kind extends ConclusionKind> {
  readonly conclusion: Extract<Conclusion, { readonly kind: Kind }>;
  readonly heldOn: LocalDate;
  readonly on: LocalDate;
}

/** What a conclusion makes of a petition that can still be concluded on. */
const effects: {
  readonly [Kind in ConclusionKind]: (state: Petition, concluded: Concluded<Kind>) => Effect;
} = {
  settle: (state, { heldOn }) => ({ state: over(state, 'settled', heldOn), notices: dutyEnded(state, 'settled') }),
  decline: (state, { heldOn }) => ({ state: over(state, 'declined', heldOn), notices: dutyEnded(state, 'declined') }),
  defer: (state, { conclusion, on }) => putOff(state, { reviewOn: conclusion.reviewOn, on }),
  refer: (state, { conclusion, on }) =>
    referredTo(state, { body: { code: conclusion.to, name: conclusion.toName }, on }),
  assign: (state, { heldOn }) => ({ state: toAssign(state, heldOn), notices: [] }),
};

/** Where a conclusion still decides; elsewhere the agency has answered or the host has concluded, and it is only noted. */
const concludable: readonly PetitionStage[] = ['accepted', 'assigned', 'inProgress', 'deferred', 'referred'];

function settle({ state, at, on }: Asked<'settle'>): Decision<Petition> {
  const after = owingToTell(over(state, 'settled', on), { anchorOn: on, rule: 'D11.1b' });
  return accepted('settled', { at, rule: 'D11.1b', facts: {}, state: after }, dutyEnded(state, 'settled'));
}

/** D10.1b: what the host may decline to answer; the person is told. */
function decline({ state, at, on }: Asked<'decline'>): Decision<Petition> {
  const after = owingToTell(over(state, 'declined', on), { anchorOn: on, rule: 'D10.1b' });
  return accepted('declined', { at, rule: 'D10.1b', facts: {}, state: after }, dutyEnded(state, 'declined'));
}

/** D9, D11.1b: counted from the day of the conference, whenever its outcome was recorded. */
function conferenceConcluded({ state, command, at, on }: Asked<'conferenceConcluded'>): Decision<Petition> {
  const { conferenceId, conclusion, heldOn } = command;
  const pending = pendingConference(state);
  if (pending?.id !== conferenceId) return refused('petition.not_attached', 'D9');
  const link: ConferenceLink = { ...pending, on: heldOn, conclusion: conclusion.kind };
  const noted: Petition = { ...state, conference: link };
  const isApplied = concludable.includes(state.stage);
  const effect = isApplied ? concluded(noted, { conclusion, heldOn, on }) : { state: noted, notices: [] };
  const told = tellConclusion(effect.state, { link, conclusion, on });
  const facts = { conference: link.id, conclusion: conclusion.kind, heldOn, isApplied, ...detailsOf(conclusion) };
  const happened = { at, rule: 'D9', facts, state: told.state } as const;
  return accepted('conferenceConcluded', happened, [...effect.notices, ...told.notices]);
}

function concluded<Kind extends ConclusionKind>(state: Petition, conclusion: Concluded<Kind>): Effect {
  const ground = undone(state, conclusion.on);
  const effect = effects[conclusion.conclusion.kind](ground.state, conclusion);
  // What was put off and stays with its agency goes on: both are told from when.
  const isGoingOn = conclusion.conclusion.kind === 'assign' && ground.state.assignment !== null;
  return isGoingOn ? { ...effect, notices: ground.notices } : effect;
}

/** What had been put off or given away comes back before it is concluded on. */
function undone(state: Petition, on: LocalDate): Effect {
  if (state.deferral != null) return broughtBack(state, state.deferral, on);
  return { state: state.stage === 'referred' ? returned(state, on) : state, notices: [] };
}

/** There is an outcome to tell from that day on; nobody owes anything else. */
function over(state: Petition, stage: 'settled' | 'declined', concludedOn: LocalDate): Petition {
  return { ...discharged(withoutRound(state), 'assign'), stage, concludedOn };
}

/** D11.1b: assigned by the fifth working day after the conference; what an agency has already stays with it. */
function toAssign(state: Petition, heldOn: LocalDate): Petition {
  if (state.stage !== 'accepted') return state;
  const due = { workingDays: followUpDays(state) };
  return owing(discharged(state, 'assign'), 'assign', { anchorOn: heldOn, due });
}

function detailsOf(conclusion: Conclusion): Readonly<Record<string, string>> {
  switch (conclusion.kind) {
    case 'defer':
      return { reviewOn: conclusion.reviewOn };
    case 'refer':
      return { to: conclusion.to };
    case 'settle':
    case 'assign':
    case 'decline':
      return {};
  }
}

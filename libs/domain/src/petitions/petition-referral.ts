import type { Decision } from '../cases/case-machine.js';
import type { NamedBody } from '../conferences/conference-commands.js';
import type { LocalDate } from '../time/local-date.js';
import { accepted, refused, wrongDate, type Asked, type Effect } from './petition-asked.js';
import { pendingConference } from './petition-conference.js';
import { discharged, owing } from './petition-duties.js';
import { dutyEnded } from './petition-notices.js';
import { conclusionToTell } from './petition-telling.js';
import type { DocumentReference, Petition, Referral } from './petition.js';

/** D10.1c, D11.2a: what is beyond the authority of the host goes to another, and is followed until an outcome. */
export const decideReferral = { refer, recordReferralOutcome };

/** Puts a petition to another authority: whoever owed something of it no longer does, but what was concluded is told. */
export function referredTo(state: Petition, { body, on }: { body: NamedBody; on: LocalDate }): Effect {
  const number = (state.referrals ?? 0) + 1;
  const toTell = conclusionToTell(state);
  const given: Petition = {
    ...state,
    stage: 'referred',
    names: { ...state.names, [body.code]: body.name },
    referral: { number, to: body.code, referredOn: on, answer: null },
    referrals: number,
    duties: toTell === null ? [] : [toTell],
    assignment: null,
    answer: null,
    deferral: null,
    toldOn: null,
    concludedOn: null,
  };
  return { state: owing(given, 'followReferral', { anchorOn: on }), notices: dutyEnded(state, 'referred') };
}

/** Ours after all: to be assigned, unless a conference has it. */
export function returned(state: Petition, on: LocalDate): Petition {
  const back: Petition = { ...discharged(state, 'followReferral'), stage: 'accepted', referral: null };
  return pendingConference(state) === null ? owing(back, 'assign', { anchorOn: on }) : back;
}

function refer({ state, command, at, on }: Asked<'refer'>): Decision<Petition> {
  const { state: after, notices } = referredTo(state, { body: { code: command.to, name: command.toName }, on });
  const facts = { to: command.to, referral: after.referrals ?? 0 };
  return accepted('referred', { at, rule: 'D10.1c', facts, state: after }, notices);
}

function recordReferralOutcome(asked: Asked<'recordReferralOutcome'>): Decision<Petition> {
  const { state, command, at, on } = asked;
  const { referral } = state;
  if (referral == null) return refused('petition.transition_refused', 'D10.1c');
  const { document, outcome } = command;
  const wrong = wrongDate(document.signedOn, { notBefore: referral.referredOn, on });
  if (wrong !== null) return refused(wrong, 'D10.1c');
  const facts = {
    from: referral.to,
    referral: referral.number,
    documentNumber: document.number,
    documentOn: document.signedOn,
  };
  const [event, after] =
    outcome === 'answered'
      ? (['referralAnswered', answeredElsewhere(state, referral, { document, on })] as const)
      : (['referralReturned', returned(state, on)] as const);
  return accepted(event, { at, rule: 'D10.1c', facts, state: after }, []);
}

/** The person is to be told of it, and the matter is followed until it is resolved, as after any answer (D11.3). */
function answeredElsewhere(
  state: Petition,
  referral: Referral,
  { document, on }: { document: DocumentReference; on: LocalDate },
): Petition {
  const answered: Petition = { ...state, stage: 'answered', referral: { ...referral, answer: document } };
  return owing(answered, 'tell', { anchorOn: on });
}

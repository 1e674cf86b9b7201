import type { Decision } from '../cases/case-machine.js';
import type { Letter } from '../cases/letter.js';
import { deliveryNoted } from '../cases/mail-trouble.js';
import type { Instant } from '../time/instant.js';
import { addMonths, dateAt } from '../time/local-date.js';
import { decideAnswer } from './petition-answers.js';
import { accepted, refused, type Asked } from './petition-asked.js';
import { decideAssignment } from './petition-assignment.js';
import type { PetitionCommand, PetitionCommandKind } from './petition-commands.js';
import { decideClassification } from './petition-classification.js';
import { decideConclusion } from './petition-conclusions.js';
import { attachedTells, decideConference, leavingConference, onList, withTells } from './petition-conference.js';
import { decideCooperation } from './petition-cooperation.js';
import { decideDeferral } from './petition-deferral.js';
import { discharged, dutyOf, owing, owingClosure } from './petition-duties.js';
import { decideExtension } from './petition-extension.js';
import { decideIdentity } from './petition-identity.js';
import { decideMerging, leavingLeading } from './petition-merging.js';
import { dutyEnded, toPetitioner, withPetitioner } from './petition-notices.js';
import { decideReceipt } from './petition-receipts.js';
import { decideReferral } from './petition-referral.js';
import { decideReturn } from './petition-return.js';
import { decideSplitting } from './petition-splitting.js';
import { petitionSurroundings } from './petition-surroundings.js';
import { decideTelling, outcomeOf } from './petition-telling.js';
import type { Petition } from './petition.js';

type Decide = { readonly [Kind in PetitionCommandKind]: (asked: Asked<Kind>) => Decision<Petition> };

type Raised = NonNullable<Asked<'register'>['command']['raised']>;

/** What each command does, once its stage allows it. @throws CalendarExceeded when a count leaves the slice */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- ties the command to its decider below
export function decide<Kind extends PetitionCommandKind>(
  state: Petition,
  command: Extract<PetitionCommand, { readonly kind: Kind }>,
  at: Instant,
): Decision<Petition> {
  const decider: (asked: Asked<Kind>) => Decision<Petition> = decisions[command.kind];
  return decider({ state, command, at, on: dateAt(at) });
}

const decisions: Decide = {
  register,
  accept,
  redirect,
  ...decideConference,
  ...decideConclusion,
  ...decideDeferral,
  ...decideReferral,
  ...decideAssignment,
  ...decideReturn,
  ...decideReceipt,
  ...decideExtension,
  ...decideCooperation,
  ...decideAnswer,
  ...decideTelling,
  ...decideClassification,
  ...decideIdentity,
  ...decideMerging,
  ...decideSplitting,
  ...petitionSurroundings.decisions,
  recordResolution,
  withdraw,
  close,
  reopen,
  noteDelivery,
};

function register(asked: Asked<'register'>): Decision<Petition> {
  const { state, command, at } = asked;
  if (command.raised !== undefined) return raise(asked, command.raised);
  const { receivedOn } = state;
  const { splitFrom } = command;
  // What was split off can be screened only from the day on which it was.
  const begun: Petition = { ...state, stage: 'received', ...sealedAs(splitFrom) };
  const after = owing(begun, 'screen', { anchorOn: splitFrom?.on ?? receivedOn });
  const dueOn = dutyOf(after, 'screen')?.dueOn ?? receivedOn;
  const letter: Letter = { kind: 'registered', receivedOn, dueOn };
  const origin = splitFrom === undefined ? {} : { splitFrom: splitFrom.id, splitFromNumber: splitFrom.number };
  return accepted('registered', { at, rule: 'D2.1', facts: { receivedOn, ...origin }, state: after }, [
    ...toPetitioner(state, 'registered', letter),
  ]);
}

/** D11.1d: who was sealed in the letter is sealed in each of its matters. */
function sealedAs(splitFrom: Asked<'register'>['command']['splitFrom']): Pick<Petition, 'protection'> {
  return splitFrom?.protection === undefined ? {} : { protection: splitFrom.protection };
}

/** D8.1f: taken down at the conference, which has it from the first; answered in writing. */
function raise({ state, at }: Asked<'register'>, { conference, field }: Raised): Decision<Petition> {
  const after = onList({ ...state, stage: 'accepted' }, conference, { isRaised: true });
  const { receivedOn } = state;
  const facts = { receivedOn, field, conference: conference.id, conferenceNumber: conference.number };
  const notices = toPetitioner(state, `accepted/${String(state.reopenings)}`, { kind: 'accepted' });
  return withTells(accepted('raised', { at, rule: 'D8.1f', facts, state: after }, notices), attachedTells(after));
}

function accept({ state, command, at, on }: Asked<'accept'>): Decision<Petition> {
  const after = owing({ ...discharged(state, 'screen'), stage: 'accepted' }, 'assign', { anchorOn: on });
  return accepted('accepted', { at, rule: 'D2.1', facts: { field: command.field }, state: after }, [
    ...toPetitioner(state, `accepted/${String(state.reopenings)}`, { kind: 'accepted' }),
  ]);
}

/** D2.1: complaints, denunciations and citizen reception have procedures of their own; the author is told which. */
function redirect({ state, command, at }: Asked<'redirect'>): Decision<Petition> {
  const { procedure } = command;
  return accepted('redirected', { at, rule: 'D2.1', facts: { procedure }, state: ended(state, 'redirected', at) }, [
    ...toPetitioner(state, 'redirected', { kind: 'redirected', procedure }),
    ...dutyEnded(state, 'redirected'),
  ]);
}

/** Answered is not resolved: both are counted. */
function recordResolution({ state, at, on }: Asked<'recordResolution'>): Decision<Petition> {
  const isAnswered = state.answer?.isApproved === true || state.referral?.answer != null;
  if (!isAnswered) return refused('petition.answer_not_approved', 'D10.1a');
  const after = owingClosure({ ...discharged(state, 'resolve', 'followReferral'), stage: 'resolved' }, on);
  return accepted('resolved', { at, rule: 'D11.1c', facts: {}, state: after }, []);
}

function withdraw({ state, at }: Asked<'withdraw'>): Decision<Petition> {
  const after: Petition = { ...ended(state, 'withdrawn', at), ...(state.merger == null ? {} : { merger: null }) };
  const happened = { at, rule: 'D2.2', facts: {}, state: after } as const;
  return withTells(accepted('withdrawn', happened, dutyEnded(state, 'withdrawn')), leavingLeading(state));
}

/** D11.1c: nothing is closed before the person has been told. */
function close({ state, at }: Asked<'close'>): Decision<Petition> {
  if (state.toldOn === null) return refused('petition.notice_missing', 'D11.1c');
  if (!isAnsweredAsPromised(state)) return refused('petition.written_answer_missing', 'D8.1f');
  return accepted(
    'closed',
    { at, rule: 'D11.1c', facts: { toldOn: state.toldOn }, state: ended(state, 'closed', at) },
    [],
  );
}

/** D8.1f: an approved answer, another authority's, or of what the host concluded the notice with its number. */
function isAnsweredAsPromised(state: Petition): boolean {
  if (!state.isWrittenAnswerRequired) return true;
  return outcomeOf(state)?.document != null || state.noticesSent > 0;
}

function reopen({ state, at, on }: Asked<'reopen'>): Decision<Petition> {
  const { endedAt, terms } = state;
  if (endedAt !== null && addMonths(dateAt(endedAt), terms.reopeningMonths) < on)
    return refused('petition.reopening_expired', 'D11.3');
  const reopenings = state.reopenings + 1;
  const { state: left, tells = [] } = leavingConference(state, at);
  const after = owing({ ...begunAgain(left), reopenings }, 'assign', { anchorOn: on });
  const key = `reopened/${String(reopenings)}`;
  const decision = accepted('reopened', { at, rule: 'D11.3', facts: { reopenings }, state: after }, [
    { key, letter: { kind: 'reopened' }, recipients: withPetitioner(state, ['leadOffice']) },
  ]);
  return withTells(decision, tells);
}

/** Nothing that came of it before counts any more. */
function begunAgain(state: Petition): Petition {
  const { referral, concludedOn, breachedRounds } = state;
  return {
    ...state,
    stage: 'accepted',
    duties: [],
    assignment: null,
    answer: null,
    toldOn: null,
    endedAt: null,
    ...(referral == null ? {} : { referral: null }),
    ...(concludedOn == null ? {} : { concludedOn: null }),
    ...(breachedRounds === undefined ? {} : { breachedRounds: 0 }),
  };
}

/** D11.3: a letter that does not arrive is visible. */
function noteDelivery({ state, command, at }: Asked<'noteDelivery'>): Decision<Petition> {
  return { accepted: deliveryNoted(state, command, at) };
}

function ended(state: Petition, stage: 'closed' | 'redirected' | 'withdrawn', at: Instant): Petition {
  return { ...state, stage, duties: [], endedAt: at, ...(state.deferral == null ? {} : { deferral: null }) };
}

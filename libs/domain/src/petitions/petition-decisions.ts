import type { Decision } from '../cases/case-machine.js';
import type { Letter } from '../cases/letter.js';
import { deliveryNoted } from '../cases/mail-trouble.js';
import type { Notice } from '../cases/notice.js';
import type { RecipientRole } from '../organisations/recipients.js';
import type { Instant } from '../time/instant.js';
import { addMonths, dateAt, type LocalDate } from '../time/local-date.js';
import { decideAnswer } from './petition-answers.js';
import { accepted, refused, wrongDate, type Asked } from './petition-asked.js';
import type { PetitionCommand, PetitionCommandKind } from './petition-commands.js';
import { discharged, dutyOf, owing, owingClosure } from './petition-duties.js';
import { decideReceipt } from './petition-receipts.js';
import { petitionDuties } from './petition-terms.js';
import type { Assignment, NoticeMeans, Petition } from './petition.js';

type Decide = { readonly [Kind in PetitionCommandKind]: (asked: Asked<Kind>) => Decision<Petition> };

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
  assign,
  acknowledge: decideReceipt.acknowledge,
  answer: decideAnswer.answer,
  approveAnswer: decideAnswer.approveAnswer,
  sendBackAnswer: decideAnswer.sendBackAnswer,
  recordResolution,
  recordNoticeSent,
  withdraw,
  close,
  reopen,
  attachToConference: undecided,
  detach: undecided,
  settle: undecided,
  decline: undecided,
  defer: undecided,
  resume: undecided,
  refer: undecided,
  recordReferralOutcome: undecided,
  conferenceConcluded: undecided,
  conferenceMoved: undecided,
  conferenceEnded: undecided,
  noteDelivery,
};

function undecided(): Decision<Petition> {
  return refused('petition.transition_refused', 'D11.3');
}

function register({ state, at }: Asked<'register'>): Decision<Petition> {
  const after = owing({ ...state, stage: 'received' }, 'screen', { anchorOn: state.receivedOn });
  const dueOn = dutyOf(after, 'screen')?.dueOn ?? state.receivedOn;
  const letter: Letter = { kind: 'registered', receivedOn: state.receivedOn, dueOn };
  return accepted('registered', { at, rule: 'D2.1', facts: { receivedOn: state.receivedOn }, state: after }, [
    ...toPetitioner(state, 'registered', letter),
  ]);
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

/** D11.1b: one lead agency; the Front and the monitor get a copy to supervise; the person is told. */
function assign({ state, command, at, on }: Asked<'assign'>): Decision<Petition> {
  const { agency, agencyName, document } = command;
  const wrong = wrongDate(document.signedOn, { notBefore: state.receivedOn, on });
  if (wrong !== null) return refused(wrong, 'D11.1b');
  const round = state.rounds + 1;
  const assignment: Assignment = {
    round,
    agency,
    document,
    assignedOn: on,
    receivedOn: null,
    isReceiptDeemed: false,
    breachedOn: null,
    firstAnsweredOn: null,
    isFirstAnswerLate: false,
  };
  const given: Petition = {
    ...discharged(state, 'assign'),
    stage: 'assigned',
    rounds: round,
    assignment,
    names: { ...state.names, [agency]: agencyName },
  };
  const after = owing(given, 'receipt', { anchorOn: on });
  const facts = { agency, documentNumber: document.number, documentOn: document.signedOn, round };
  return accepted('assigned', { at, rule: 'D11.1b', facts, state: after }, assignmentNotices(after, assignment));
}

function assignmentNotices(state: Petition, { round, agency, document, assignedOn }: Assignment): readonly Notice[] {
  const { workingDays } = state.terms.duties.answer;
  const receiptDueOn = dutyOf(state, 'receipt')?.dueOn ?? assignedOn;
  const key = `/${String(round)}`;
  return [
    {
      key: `assigned${key}`,
      letter: { kind: 'assigned', agency, document, receiptDueOn, workingDays },
      recipients: ['handler', 'agencyHead'],
    },
    {
      key: `assignmentCopy${key}`,
      letter: { kind: 'assignmentCopy', agency, document, workingDays },
      recipients: ['front', 'monitor'],
    },
    ...toPetitioner(state, `assignmentTold${key}`, { kind: 'assignmentTold', agency, assignedOn, workingDays }),
  ];
}

/** Answered is not resolved: both are counted. */
function recordResolution({ state, at, on }: Asked<'recordResolution'>): Decision<Petition> {
  if (state.answer?.isApproved !== true) return refused('petition.answer_not_approved', 'D10.1a');
  const after = owingClosure({ ...discharged(state, 'resolve'), stage: 'resolved' }, on);
  return accepted('resolved', { at, rule: 'D11.1c', facts: {}, state: after }, []);
}

/** What the person was told: number, day, means. By e-mail this system sends the letter itself. */
function recordNoticeSent({ state, command, at, on }: Asked<'recordNoticeSent'>): Decision<Petition> {
  const { number, sentOn, means } = command;
  const outcomeOn = outcomeDay(state);
  const wrong = wrongDate(sentOn, { notBefore: earliestNotice(state, means), on });
  if (wrong !== null) return refused(wrong, 'D11.1c');
  if (means === 'email' && !state.isReachableByMail) return refused('petition.not_reachable_by_mail', 'D11.1c');
  const noticesSent = state.noticesSent + 1;
  // What was sent before there was an outcome did not tell it.
  const isOutcome = outcomeOn !== null && sentOn >= outcomeOn;
  const told: Petition = isOutcome ? { ...discharged(state, 'tell'), toldOn: sentOn } : state;
  const letter: Letter = {
    kind: 'outcomeTold',
    number,
    sentOn,
    document: state.answer?.isApproved === true ? state.answer.document : null,
  };
  return accepted(
    'noticeSent',
    {
      at,
      rule: 'D11.1c',
      facts: { number, sentOn, means, isOutcome },
      state: owingClosure({ ...told, noticesSent }, on),
    },
    [...(means === 'email' ? toPetitioner(state, `outcomeTold/${String(noticesSent)}`, letter) : [])],
  );
}

/** An e-mail leaves now: dated before the outcome it would reach the person and still not count. */
function earliestNotice(state: Petition, means: NoticeMeans): LocalDate {
  const outcomeOn = means === 'email' ? outcomeDay(state) : null;
  return outcomeOn ?? state.receivedOn;
}

/** The first day on which there was something to tell: an answer since approved (D10.1a), or the end of the case. */
function outcomeDay({ answer, endedAt }: Petition): LocalDate | null {
  if (answer?.isApproved === true) return answer.answeredOn;
  return endedAt === null ? null : dateAt(endedAt);
}

function withdraw({ state, at }: Asked<'withdraw'>): Decision<Petition> {
  return accepted(
    'withdrawn',
    { at, rule: 'D2.2', facts: {}, state: ended(state, 'withdrawn', at) },
    dutyEnded(state, 'withdrawn'),
  );
}

/** D11.1c: nothing is closed before the person has been told. */
function close({ state, at }: Asked<'close'>): Decision<Petition> {
  if (state.toldOn === null) return refused('petition.notice_missing', 'D11.1c');
  return accepted(
    'closed',
    { at, rule: 'D11.1c', facts: { toldOn: state.toldOn }, state: ended(state, 'closed', at) },
    [],
  );
}

function reopen({ state, at, on }: Asked<'reopen'>): Decision<Petition> {
  const { endedAt, terms } = state;
  if (endedAt !== null && addMonths(dateAt(endedAt), terms.reopeningMonths) < on)
    return refused('petition.reopening_expired', 'D11.3');
  const reopenings = state.reopenings + 1;
  const blank: Petition = {
    ...state,
    stage: 'accepted',
    duties: [],
    assignment: null,
    answer: null,
    toldOn: null,
    endedAt: null,
    reopenings,
  };
  const after = owing(blank, 'assign', { anchorOn: on });
  const key = `reopened/${String(reopenings)}`;
  return accepted('reopened', { at, rule: 'D11.3', facts: { reopenings }, state: after }, [
    { key, letter: { kind: 'reopened' }, recipients: withPetitioner(state, ['leadOffice']) },
  ]);
}

function noteDelivery({ state, command, at }: Asked<'noteDelivery'>): Decision<Petition> {
  return { accepted: deliveryNoted(state, command, at) };
}

function ended(state: Petition, stage: 'closed' | 'redirected' | 'withdrawn', at: Instant): Petition {
  return { ...state, stage, duties: [], endedAt: at };
}

function dutyEnded({ assignment, duties }: Petition, because: 'withdrawn' | 'redirected'): readonly Notice[] {
  const isAwaited = duties.some((duty) => petitionDuties[duty.kind].owedBy === 'agency');
  if (assignment === null || !isAwaited) return [];
  const { agency, round } = assignment;
  return [
    {
      key: `dutyEnded/${String(round)}`,
      letter: { kind: 'dutyEnded', agency, because },
      recipients: ['handler', 'agencyHead'],
    },
  ];
}

function toPetitioner(state: Petition, key: string, letter: Letter): readonly Notice[] {
  return state.isReachableByMail ? [{ key, letter, recipients: ['petitioner'] }] : [];
}

function withPetitioner(state: Petition, roles: readonly RecipientRole[]): readonly RecipientRole[] {
  return state.isReachableByMail ? [...roles, 'petitioner'] : roles;
}

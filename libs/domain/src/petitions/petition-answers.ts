import { addWorkingDays, workingDaysBetween } from '../calendar/calendar-slice.js';
import type { Decision } from '../cases/case-machine.js';
import type { DomainErrorCode } from '../errors/domain-error.js';
import type { LocalDate } from '../time/local-date.js';
import { accepted, refused, wrongDate, type Asked } from './petition-asked.js';
import { answerLimitOn, discharged, dutyOf, owing, withoutRound } from './petition-duties.js';
import { cooperationEnded } from './petition-notices.js';
import type { Answer, Assignment, Petition } from './petition.js';

/** How an agency's answer comes, is approved, or goes back (D10.1a, D11.1c). */
export const decideAnswer = { answer, approveAnswer, sendBackAnswer };

/** A petition that an agency has, with the day its answer counts as given. */
interface Given {
  readonly assignment: Assignment;
  readonly answeredOn: LocalDate;
  readonly dueOn: LocalDate | null;
}

/** D11.1c: in time until the end of the due day; before any acknowledgement it counts as receipt that day. */
function answer(asked: Asked<'answer'>): Decision<Petition> {
  const { state, command, on } = asked;
  const { assignment } = state;
  if (assignment === null) return refused('petition.transition_refused', 'D11.1c');
  const answeredOn = command.arrivedOn ?? on;
  const given: Given = { assignment, answeredOn, dueOn: dutyOf(state, 'answer')?.dueOn ?? null };
  const wrong =
    wrongDate(answeredOn, { notBefore: assignment.document.signedOn, on }) ??
    wrongDate(command.document.signedOn, { notBefore: assignment.document.signedOn, on: answeredOn }) ??
    wrongNextReport(asked, answeredOn);
  if (wrong !== null) return refused(wrong, 'D11.1c');
  return command.answer === 'progress' ? reportProgress(asked, given) : giveAnswer(asked, given);
}

function giveAnswer({ state, command, at, on }: Asked<'answer'>, given: Given): Decision<Petition> {
  const answer = answerOf(state, command, given);
  const after = owing({ ...answered(state, given, answer), stage: 'answered' }, 'approve', { anchorOn: on });
  return accepted('answered', { at, rule: 'D11.1c', facts: answerFacts(answer), state: after }, [
    {
      key: `answerReceived/${String(answer.number)}`,
      letter: {
        kind: 'answerReceived',
        agency: given.assignment.agency,
        answer: answer.kind,
        document: answer.document,
        isLate: answer.isLate,
        approvalDueOn: dutyOf(after, 'approve')?.dueOn ?? null,
      },
      recipients: ['leadOffice', 'host'],
    },
    ...cooperationEnded(state, 'answered', { each: `/${String(answer.number)}` }),
  ]);
}

/** D11.1c: a progress report meets the limit and sets the day of the next one. */
function reportProgress({ state, command, at }: Asked<'answer'>, given: Given): Decision<Petition> {
  const { nextReportOn } = command;
  if (nextReportOn === null) return refused('petition.next_report_missing', 'D11.1c');
  const answer = answerOf(state, command, given);
  const reported: Petition = { ...answered(state, given, answer), stage: 'inProgress' };
  const after = owing(reported, 'answer', { anchorOn: given.answeredOn, due: { on: nextReportOn } });
  return accepted(
    'progressReported',
    { at, rule: 'D11.1c', facts: { ...answerFacts(answer), nextReportOn }, state: after },
    [
      {
        key: `answerReceived/${String(answer.number)}`,
        letter: {
          kind: 'answerReceived',
          agency: given.assignment.agency,
          answer: 'progress',
          document: answer.document,
          isLate: answer.isLate,
          approvalDueOn: null,
        },
        recipients: ['leadOffice', 'host'],
      },
    ],
  );
}

/** D10.1a: the host answers for every reply; the person is then to be told, and the matter followed until resolved. */
function approveAnswer({ state, command, at, on }: Asked<'approveAnswer'>): Decision<Petition> {
  const { answer, assignment } = state;
  if (answer === null || answer.isApproved || assignment === null)
    return refused('petition.transition_refused', 'D10.1a');
  // D11.1c: who only advises has not decided; the host does.
  if (answer.kind === 'advice' && command.isDecided === false) return refused('petition.decision_missing', 'D11.1c');
  const approved: Petition = { ...discharged(state, 'approve'), answer: { ...answer, isApproved: true } };
  const after = owing(owing(approved, 'tell', { anchorOn: on }), 'resolve', { anchorOn: on });
  return accepted('answerApproved', { at, rule: 'D10.1a', facts: { answer: answer.number }, state: after }, [
    {
      key: `answerApproved/${String(answer.number)}`,
      letter: { kind: 'answerApproved', agency: assignment.agency, document: answer.document },
      recipients: ['handler', 'leadOffice'],
    },
  ]);
}

/** A first answer that came in time stays in time; the new one is due at the first limit, or after days for the rework. */
function sendBackAnswer({ state, at, on }: Asked<'sendBackAnswer'>): Decision<Petition> {
  const { answer, assignment } = state;
  if (answer === null || answer.isApproved || assignment?.receivedOn == null)
    return refused('petition.transition_refused', 'D10.1a');
  const firstLimitOn = answerLimitOn(state, assignment.receivedOn);
  const reworkOn = addWorkingDays(state.calendar, on, state.terms.reworkWorkingDays);
  const dueOn = firstLimitOn > reworkOn ? firstLimitOn : reworkOn;
  const back: Petition = { ...discharged(state, 'approve'), stage: 'inProgress', answer: null };
  const workingDays = workingDaysBetween(state.calendar, on, dueOn);
  const after = owing(back, 'answer', { anchorOn: on, due: { workingDays } });
  return accepted('answerSentBack', { at, rule: 'D10.1a', facts: { answer: answer.number, dueOn }, state: after }, [
    {
      key: `answerSentBack/${String(answer.number)}`,
      letter: { kind: 'answerSentBack', agency: assignment.agency, dueOn },
      recipients: ['handler', 'agencyHead'],
    },
  ]);
}

function answerOf(
  state: Petition,
  command: Asked<'answer'>['command'],
  { assignment, answeredOn, dueOn }: Given,
): Answer {
  return {
    number: state.answers + 1,
    round: assignment.round,
    kind: command.answer,
    document: command.document,
    answeredOn,
    isLate: dueOn !== null && answeredOn > dueOn,
    isApproved: false,
  };
}

function answered(state: Petition, { assignment, answeredOn }: Given, answer: Answer): Petition {
  const isFirst = assignment.firstAnsweredOn === null;
  // Whoever answers has received: an answer is the receipt where none was known, and proves one before the deemed day.
  const { receivedOn, isReceiptDeemed } = assignment;
  const isReceipt = receivedOn === null || (isReceiptDeemed && answeredOn < receivedOn);
  return {
    ...withoutRound(state),
    answer,
    answers: answer.number,
    assignment: {
      ...assignment,
      ...(assignment.extension == null ? {} : { extension: null }),
      receivedOn: isReceipt ? answeredOn : receivedOn,
      isReceiptDeemed: isReceiptDeemed && !isReceipt,
      firstAnsweredOn: assignment.firstAnsweredOn ?? answeredOn,
      isFirstAnswerLate: isFirst ? answer.isLate : assignment.isFirstAnswerLate,
      // A breach stays after the answer, unless its arrival stamp proves that it came in time.
      breachedOn: isFirst && !answer.isLate ? null : assignment.breachedOn,
    },
  };
}

function answerFacts(answer: Answer): Readonly<Record<string, string | number | boolean>> {
  const { number, kind, answeredOn, isLate, document } = answer;
  return { answer: number, kind, answeredOn, isLate, documentNumber: document.number, documentOn: document.signedOn };
}

function wrongNextReport({ state, command }: Asked<'answer'>, answeredOn: LocalDate): DomainErrorCode | null {
  if (command.answer !== 'progress') return null;
  if (command.nextReportOn === null) return 'petition.next_report_missing';
  // Counted from the day on which it came: what was promised on paper may have passed when it is entered.
  if (command.nextReportOn <= answeredOn) return 'petition.next_report_in_past';
  // The limit itself bounds the next promise: no agency may put a report off for longer than it had for the answer, nor
  // past the day to which the host has moved its limit.
  const countedOn = addWorkingDays(state.calendar, answeredOn, state.terms.duties.answer.workingDays);
  const extendedTo = state.assignment?.extendedTo ?? null;
  const latestOn = extendedTo !== null && extendedTo > answeredOn ? extendedTo : countedOn;
  return command.nextReportOn > latestOn ? 'petition.next_report_too_late' : null;
}

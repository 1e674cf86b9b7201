import type { Decision } from '../cases/case-machine.js';
import { moveDuty } from '../cases/duties.js';
import type { DomainErrorCode } from '../errors/domain-error.js';
import type { LocalDate } from '../time/local-date.js';
import { accepted, refused, wrongDate, type Asked } from './petition-asked.js';
import {
  answerLimitOn,
  answerWorkingDays,
  countedLimitOn,
  discharged,
  dutyOf,
  owing,
  receiptNotices,
} from './petition-duties.js';
import type { Assignment, Petition, PetitionDuty } from './petition.js';

/** How the day on which an agency received its document becomes known (D11.1c). */
export const decideReceipt = { acknowledge };

/** D11.1c: the clock starts on the day of receipt. A deemed receipt yields to a proven one, and the deadline moves. */
function acknowledge(asked: Asked<'acknowledge'>): Decision<Petition> {
  const { state, command, at } = asked;
  const { assignment } = state;
  if (assignment === null) return refused('petition.transition_refused', 'D11.1c');
  const wrong = wrongReceipt(asked, assignment);
  if (wrong !== null) return refused(wrong, 'D11.1c');
  const { receivedOn, arrivalNumber } = command;
  const taken: Petition = {
    ...discharged(state, 'receipt'),
    stage: 'inProgress',
    assignment: { ...assignment, receivedOn, isReceiptDeemed: false },
  };
  const isCorrected = assignment.isReceiptDeemed;
  const after = isCorrected ? answerMoved(taken, receivedOn) : owing(taken, 'answer', { anchorOn: receivedOn });
  const facts = { receivedOn, arrivalNumber, dueOn: answerDueOn(after), wasDueOn: answerDueOn(state) };
  const event = isCorrected ? 'receiptCorrected' : 'acknowledged';
  return accepted(event, { at, rule: 'D11.1c', facts, state: after }, receiptNotices(after));
}

function wrongReceipt({ command, on }: Asked<'acknowledge'>, assignment: Assignment): DomainErrorCode | null {
  const { receivedOn, isReceiptDeemed, document } = assignment;
  if (receivedOn !== null && !isReceiptDeemed) return 'petition.receipt_already_recorded';
  if (isReceiptDeemed && !command.isEvidenced) return 'petition.evidence_missing';
  return wrongDate(command.receivedOn, { notBefore: document.signedOn, on });
}

function answerDueOn(state: Petition): LocalDate | null {
  return dutyOf(state, 'answer')?.dueOn ?? null;
}

/** The answer's limit counted anew from another day of receipt; what is due later again is no longer overdue. */
function answerMoved(state: Petition, receivedOn: LocalDate): Petition {
  const duty = dutyOf(state, 'answer');
  const { assignment } = state;
  if (duty === null || assignment === null) return state;
  const dueOn = answerLimitOn(state, receivedOn);
  const { firstAnsweredOn } = assignment;
  if (firstAnsweredOn !== null) {
    // The day promised for the next report, or for the rework, stays; whether the first answer was late is decided anew.
    const isFirstAnswerLate = firstAnsweredOn > dueOn;
    return { ...state, assignment: { ...assignment, isFirstAnswerLate, breachedOn: isFirstAnswerLate ? dueOn : null } };
  }
  const moved = limitMoved(state, duty, { receivedOn, dueOn });
  const duties = state.duties.map((each) =>
    each.number === moved.number ? moved : progressMoved(state, each, { was: duty, receivedOn }),
  );
  // A breach from before the matter was put off stays: the days that it has now were given after it.
  const isUndone = moved.missedAt === null && assignment.suspendedWorkingDays === undefined;
  return { ...state, duties, assignment: { ...assignment, breachedOn: isUndone ? null : assignment.breachedOn } };
}

/** Counted from the receipt, unless the host has granted a later day: that one stays. */
function limitMoved(
  state: Petition,
  duty: PetitionDuty,
  { receivedOn, dueOn }: { readonly receivedOn: LocalDate; readonly dueOn: LocalDate },
): PetitionDuty {
  const moved = promised(moveDuty(state.calendar, duty, { anchorOn: receivedOn, dueOn }));
  const isCounted = dueOn === countedLimitOn(state, receivedOn);
  return isCounted ? { ...moved, workingDays: answerWorkingDays(state) } : moved;
}

/** The same day, given and not counted. */
function promised({ workingDays: _, ...duty }: PetitionDuty): PetitionDuty {
  return duty;
}

/** The progress report is due at the first limit, wherever the receipt puts it. */
function progressMoved(
  state: Petition,
  duty: PetitionDuty,
  { was, receivedOn }: { readonly was: PetitionDuty; readonly receivedOn: LocalDate },
): PetitionDuty {
  if (duty.kind !== 'reportProgress' || duty.anchorOn !== was.anchorOn) return duty;
  return moveDuty(state.calendar, duty, { anchorOn: receivedOn, dueOn: countedLimitOn(state, receivedOn) });
}

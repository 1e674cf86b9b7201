import type { LocalDate } from '../time/local-date.js';
import type { DutyKind, Letter, LetterKind } from './letter.js';

/** The deadline that a letter speaks of; who does not get the letter does not move it (D11.3). */
export interface LetterDeadline {
  /** Null where the letter names a day without a duty. */
  readonly duty: DutyKind | null;
  readonly dueOn: LocalDate;
}

/** Null for a letter that speaks of none. */
export function deadlineOfLetter(letter: Letter): LetterDeadline | null {
  const dueOn = daysOf(letter).find((day) => day !== null && day !== undefined) ?? null;
  if (dueOn === null) return null;
  return { duty: 'duty' in letter ? letter.duty : (duties[letter.kind] ?? null), dueOn };
}

/** In each letter at most one of them says by when something is asked of whoever gets it. */
function daysOf(letter: Letter): readonly (LocalDate | null | undefined)[] {
  return [
    'dueOn' in letter ? letter.dueOn : null,
    'receiptDueOn' in letter ? letter.receiptDueOn : null,
    'approvalDueOn' in letter ? letter.approvalDueOn : null,
    'decisionDueOn' in letter ? letter.decisionDueOn : null,
    'cutOffOn' in letter ? letter.cutOffOn : null,
  ];
}

/** What letters ask for that do not name the duty themselves. */
const duties: Readonly<Partial<Record<LetterKind, DutyKind>>> = {
  registered: 'screen',
  assigned: 'receipt',
  assignmentReturned: 'assign',
  receiptRecorded: 'answer',
  answerReceived: 'approve',
  answerSentBack: 'answer',
  extensionRequested: 'decideExtension',
  extensionGranted: 'answer',
  extensionRefused: 'answer',
  contributionDue: 'contribute',
  opinionsRequested: 'supplyOpinions',
  answersToPrepare: 'prepareAnswers',
  adHocDemanded: 'answerDemand',
};

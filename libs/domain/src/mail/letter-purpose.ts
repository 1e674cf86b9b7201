import type { Letter, LetterKind } from '../cases/letter.js';
import type { DropReason } from './drop-reason.js';
import { conditions, type ConditionName, type LetterStanding } from './letter-standing.js';

/** What says what stays true: it goes, whatever has become of its case. */
const lasting = [] as const;

/**
 * D11.3: what asks for something, or tells a body of work that it is to do, is checked just before it goes, condition by
 * condition; the first that fails is the reason why it does not. What only tells what has happened goes all the same.
 */
export const letterPurposes: Readonly<Record<LetterKind, readonly ConditionName[]>> = {
  dutyReminder: ['case', 'duty'],
  dutyOverdue: ['case', 'duty'],
  assigned: ['case', 'round', 'lead', 'work'],
  assignmentCopy: ['case', 'round'],
  cooperationAsked: ['case', 'cooperation', 'work'],
  contributionDue: ['case', 'cooperation'],
  extensionRequested: ['case', 'round', 'request'],
  answerSentBack: ['case', 'lead', 'work'],
  planSubmitted: ['case', 'plan'],
  planReturned: ['case', 'plan'],
  answersToPrepare: ['conference', 'preparation'],
  addedToBriefing: ['conference', 'briefing'],
  opinionsRequested: ['conference', 'opinions'],
  invitation: ['conference', 'conferenceDay'],
  conferenceMoved: ['conference', 'conferenceDay'],
  registered: lasting,
  accepted: lasting,
  redirected: lasting,
  assignmentTold: ['noLaterRound'],
  receiptRecorded: ['lead', 'receipt'],
  contributionReceived: ['lead'],
  assignmentReturned: lasting,
  extensionGranted: ['lead'],
  extensionRefused: ['lead'],
  answerReceived: lasting,
  answerApproved: lasting,
  outcomeTold: lasting,
  dutyEnded: lasting,
  deferralEnded: ['lead'],
  reopened: lasting,
  handover: lasting,
  deadlinesMoved: lasting,
  deliveryTrouble: lasting,
  conclusionTold: lasting,
  merged: lasting,
  unmerged: lasting,
  conferencePostponed: ['noDay'],
  conferenceCancelled: lasting,
  absencesReported: lasting,
  failureReport: lasting,
  directionGiven: lasting,
  supervisionRemark: lasting,
  planApproved: lasting,
  adHocDemanded: lasting,
  demandAnswered: lasting,
  aggregateReport: lasting,
  situationReported: lasting,
  hostChanged: lasting,
  conclusionNotice: lasting,
  resultReport: lasting,
  reportOpened: ['case'],
  reportSubmitted: ['case', 'submission'],
  reportReturned: ['case', 'drafting'],
  reportApproved: lasting,
  periodReport: lasting,
  bodySilent: lasting,
  // Its parts are asked, each by itself.
  digest: lasting,
};

/** Why a letter is not sent any more; null: it still has its purpose. */
export function pointlessBecause(letter: Letter, standing: LetterStanding): DropReason | null {
  for (const name of letterPurposes[letter.kind]) {
    const reason = conditions[name](letter, standing);
    if (reason !== null) return reason;
  }
  return null;
}

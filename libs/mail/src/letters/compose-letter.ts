import type { LetterKind } from '@dialogue/domain';
import { acceptedLetter } from './accepted.vi.js';
import { answerApprovedLetter } from './answer-approved.vi.js';
import { answerReceivedLetter } from './answer-received.vi.js';
import { answerSentBackLetter } from './answer-sent-back.vi.js';
import { assignedLetter } from './assigned.vi.js';
import { assignmentCopyLetter } from './assignment-copy.vi.js';
import { assignmentToldLetter } from './assignment-told.vi.js';
import { conclusionToldLetter } from './conclusion-told.vi.js';
import { mergedLetter } from './merged.vi.js';
import { unmergedLetter } from './unmerged.vi.js';
import { opinionsRequestedLetter } from './opinions-requested.vi.js';
import { invitationLetter } from './invitation.vi.js';
import { conferenceMovedLetter } from './conference-moved.vi.js';
import { conferenceCancelledLetter } from './conference-cancelled.vi.js';
import { conferencePostponedLetter } from './conference-postponed.vi.js';
import { absencesReportedLetter } from './absences-reported.vi.js';
import { failureReportLetter } from './failure-report.vi.js';
import { directionGivenLetter } from './direction-given.vi.js';
import { supervisionRemarkLetter } from './supervision-remark.vi.js';
import { planApprovedLetter } from './plan-approved.vi.js';
import { planSubmittedLetter } from './plan-submitted.vi.js';
import { planReturnedLetter } from './plan-returned.vi.js';
import { adHocDemandedLetter } from './ad-hoc-demanded.vi.js';
import { demandAnsweredLetter } from './demand-answered.vi.js';
import { aggregateReportLetter } from './aggregate-report.vi.js';
import { answersToPrepareLetter } from './answers-to-prepare.vi.js';
import { situationReportedLetter } from './situation-reported.vi.js';
import { addedToBriefingLetter } from './added-to-briefing.vi.js';
import { hostChangedLetter } from './host-changed.vi.js';
import { conclusionNoticeLetter } from './conclusion-notice.vi.js';
import { resultReportLetter } from './result-report.vi.js';
import { reportOpenedLetter } from './report-opened.vi.js';
import { reportSubmittedLetter } from './report-submitted.vi.js';
import { reportReturnedLetter } from './report-returned.vi.js';
import { reportApprovedLetter } from './report-approved.vi.js';
import { periodReportLetter } from './period-report.vi.js';
import { contributionDueLetter } from './contribution-due.vi.js';
import { contributionReceivedLetter } from './contribution-received.vi.js';
import { bodySilentLetter } from './body-silent.vi.js';
import { cooperationAskedLetter } from './cooperation-asked.vi.js';
import { deadlinesMovedLetter } from './deadlines-moved.vi.js';
import { deferralEndedLetter } from './deferral-ended.vi.js';
import { deliveryTroubleLetter } from './delivery-trouble.vi.js';
import { digestLetter } from './digest.vi.js';
import { dutyEndedLetter } from './duty-ended.vi.js';
import { dutyOverdueLetter } from './duty-overdue.vi.js';
import { dutyReminderLetter } from './duty-reminder.vi.js';
import { assignmentReturnedLetter } from './assignment-returned.vi.js';
import { extensionGrantedLetter } from './extension-granted.vi.js';
import { extensionRefusedLetter } from './extension-refused.vi.js';
import { extensionRequestedLetter } from './extension-requested.vi.js';
import { entryLink, frame, subjectOf, workingHref } from './frame.vi.js';
import { renderHtml } from './letter-layout.js';
import { renderText } from './letter-text.js';
import type {
  ComposedLetter,
  DigestEntry,
  LetterByKind,
  LetterDraft,
  LetterRequest,
  LetterWriter,
} from './letter-request.js';
import { guestEventOf } from './guest-event.vi.js';
import { handoverLetter } from './handover.vi.js';
import { outcomeToldLetter } from './outcome-told.vi.js';
import { receiptRecordedLetter } from './receipt-recorded.vi.js';
import { redirectedLetter } from './redirected.vi.js';
import { registeredLetter } from './registered.vi.js';
import { reopenedLetter } from './reopened.vi.js';

/** Puts a letter into Vietnamese, as subject, plain text and HTML. The same request gives the same letter. */
export async function composeLetter(request: LetterRequest): Promise<ComposedLetter> {
  const draft = draftOf(request.letter.kind, request.letter, request);
  const blocks = frame(draft, request);
  const subject = subjectOf(draft, request);
  const event = guestEventOf(request);
  const written = { subject, text: renderText(blocks), html: await renderHtml(subject, blocks) };
  return event === null ? written : { ...written, event };
}

/** The subject alone, for lists of letters. */
export function letterSubject(request: LetterRequest): string {
  return subjectOf(draftOf(request.letter.kind, request.letter, request), request);
}

/** What a letter says among those of a morning. */
export function composeEntry(request: LetterRequest): DigestEntry {
  const draft = draftOf(request.letter.kind, request.letter, request);
  const { topic, paragraphs, deadline, rules, reference } = draft;
  return {
    caseNumber: reference ?? request.caseNumber,
    ...{ topic, paragraphs, deadline, rules },
    workingUrl: deadline === null ? null : workingHref(deadline, request),
    link: entryLink(draft, request),
  };
}

/** One writer for each letter: a new kind does not compile until it is written. */
const writers: { readonly [Kind in LetterKind]: LetterWriter<Kind> } = {
  registered: registeredLetter,
  accepted: acceptedLetter,
  redirected: redirectedLetter,
  assigned: assignedLetter,
  assignmentCopy: assignmentCopyLetter,
  assignmentTold: assignmentToldLetter,
  receiptRecorded: receiptRecordedLetter,
  dutyReminder: dutyReminderLetter,
  dutyOverdue: dutyOverdueLetter,
  cooperationAsked: cooperationAskedLetter,
  contributionDue: contributionDueLetter,
  contributionReceived: contributionReceivedLetter,
  assignmentReturned: assignmentReturnedLetter,
  extensionRequested: extensionRequestedLetter,
  extensionGranted: extensionGrantedLetter,
  extensionRefused: extensionRefusedLetter,
  answerReceived: answerReceivedLetter,
  answerSentBack: answerSentBackLetter,
  answerApproved: answerApprovedLetter,
  outcomeTold: outcomeToldLetter,
  dutyEnded: dutyEndedLetter,
  deferralEnded: deferralEndedLetter,
  reopened: reopenedLetter,
  handover: handoverLetter,
  deadlinesMoved: deadlinesMovedLetter,
  bodySilent: bodySilentLetter,
  deliveryTrouble: deliveryTroubleLetter,
  digest: digestLetter,
  conclusionTold: conclusionToldLetter,
  merged: mergedLetter,
  unmerged: unmergedLetter,
  opinionsRequested: opinionsRequestedLetter,
  invitation: invitationLetter,
  conferenceMoved: conferenceMovedLetter,
  conferencePostponed: conferencePostponedLetter,
  conferenceCancelled: conferenceCancelledLetter,
  absencesReported: absencesReportedLetter,
  failureReport: failureReportLetter,
  directionGiven: directionGivenLetter,
  supervisionRemark: supervisionRemarkLetter,
  planApproved: planApprovedLetter,
  planSubmitted: planSubmittedLetter,
  planReturned: planReturnedLetter,
  adHocDemanded: adHocDemandedLetter,
  demandAnswered: demandAnsweredLetter,
  aggregateReport: aggregateReportLetter,
  answersToPrepare: answersToPrepareLetter,
  situationReported: situationReportedLetter,
  addedToBriefing: addedToBriefingLetter,
  hostChanged: hostChangedLetter,
  conclusionNotice: conclusionNoticeLetter,
  resultReport: resultReportLetter,
  reportOpened: reportOpenedLetter,
  reportSubmitted: reportSubmittedLetter,
  reportReturned: reportReturnedLetter,
  reportApproved: reportApprovedLetter,
  periodReport: periodReportLetter,
};

function draftOf<Kind extends LetterKind>(kind: Kind, letter: LetterByKind[Kind], request: LetterRequest): LetterDraft {
  return writers[kind](letter, request);
}

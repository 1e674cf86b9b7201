import type { Fate } from './story.js';
import { subjects } from './story.vi.js';

/**
 * How the story ends, written down by hand from the regulation and the story: nothing here is computed by the product.
 * `mails`: who must have got a mail with these words in its subject, and how often.
 */
export interface ExpectedCase {
  readonly stage: string;
  readonly flags: readonly string[];
  /** What the register says of the agency that had it last. */
  readonly agency?: { readonly isLate: boolean; readonly isBreached: boolean; readonly isReceiptDeemed: boolean };
  readonly events: readonly string[];
  readonly mails: readonly ExpectedMail[];
}

/** A box is the part before the `@`, of an address of the commune unless it names another place. */
export interface ExpectedMail {
  readonly box: string;
  readonly subject: string;
  readonly times: number | { readonly atLeast: number };
}

const inTime = { isLate: false, isBreached: false, isReceiptDeemed: false };

function mail(box: string, subject: string, times: ExpectedMail['times'] = 1): ExpectedMail {
  return { box, subject, times };
}

export const expectedPetitions: Readonly<Record<Fate, ExpectedCase>> = {
  settled: {
    stage: 'closed',
    flags: [],
    events: ['registered', 'accepted', 'attachedToConference', 'conferenceConcluded', 'closed'],
    mails: [mail('lovanbinh@dan.example', subjects.conclusion)],
  },
  settledByPost: {
    stage: 'closed',
    flags: [],
    events: ['registered', 'accepted', 'attachedToConference', 'conferenceConcluded', 'noticeSent', 'closed'],
    mails: [],
  },
  declined: {
    stage: 'closed',
    flags: [],
    events: ['registered', 'accepted', 'attachedToConference', 'conferenceConcluded', 'closed'],
    mails: [mail('cavaninh@dan.example', subjects.conclusion)],
  },
  deferred: {
    stage: 'accepted',
    flags: [],
    events: ['registered', 'accepted', 'attachedToConference', 'conferenceConcluded', 'deferralEnded'],
    mails: [mail('tongvanhac@dan.example', subjects.conclusion)],
  },
  referred: {
    stage: 'referred',
    flags: [],
    events: ['registered', 'accepted', 'attachedToConference', 'conferenceConcluded'],
    mails: [mail('luongvanchua@dan.example', subjects.conclusion)],
  },
  inTime: {
    stage: 'closed',
    flags: [],
    agency: inTime,
    events: [
      ...[
        'registered',
        'accepted',
        'attachedToConference',
        'conferenceConcluded',
        'assigned',
        'acknowledged',
        'answered',
      ],
      ...['answerApproved', 'resolved', 'noticeSent', 'closed'],
    ],
    mails: [
      mail('xuly.phongkinhte', subjects.assigned),
      mail('truong.phongkinhte', subjects.assigned),
      mail('lothimai@dan.example', subjects.outcome),
      mail('xuly.phongkinhte', subjects.overdue, 0),
    ],
  },
  late: {
    stage: 'closed',
    flags: ['breached'],
    agency: { isLate: true, isBreached: true, isReceiptDeemed: false },
    events: [
      ...['registered', 'accepted', 'attachedToConference', 'conferenceConcluded', 'assigned', 'acknowledged'],
      ...['urged', 'deadlineMissed', 'answered', 'answerApproved', 'resolved', 'noticeSent', 'closed'],
    ],
    mails: [
      // Five and two working days before the day, the second also to the head.
      mail('xuly.phongvanhoa', subjects.reminder, 2),
      mail('truong.phongvanhoa', subjects.reminder, 1),
      mail('truong.phongvanhoa', subjects.overdue, 1),
      mail('bacthidoi@dan.example', subjects.outcome),
    ],
  },
  never: {
    stage: 'inProgress',
    flags: ['overdue', 'breached', 'deemedReceipt'],
    agency: { isLate: false, isBreached: true, isReceiptDeemed: true },
    events: [
      ...[
        'registered',
        'accepted',
        'attachedToConference',
        'conferenceConcluded',
        'assigned',
        'receiptDeemed',
        'urged',
      ],
      'deadlineMissed',
    ],
    mails: [
      mail('xuly.congan', subjects.reminder, 2),
      mail('truong.congan', subjects.overdue, 1),
      // The host on the third working day after, the head of the superior (here the same) on the seventh, then every fifth.
      mail('bithu', subjects.overdue, { atLeast: 3 }),
    ],
  },
  sentBack: {
    stage: 'closed',
    flags: [],
    agency: inTime,
    events: [
      ...[
        'registered',
        'accepted',
        'attachedToConference',
        'conferenceConcluded',
        'assigned',
        'acknowledged',
        'answered',
      ],
      ...['answerSentBack', 'answered', 'answerApproved', 'resolved', 'noticeSent', 'closed'],
    ],
    mails: [mail('vivantieng@dan.example', subjects.outcome)],
  },
  withdrawn: {
    stage: 'withdrawn',
    flags: [],
    events: ['registered', 'accepted', 'attachedToConference', 'withdrawn'],
    mails: [],
  },
  redirected: { stage: 'redirected', flags: [], events: ['registered', 'redirected'], mails: [] },
  afterCutOff: {
    stage: 'closed',
    flags: [],
    agency: inTime,
    events: [
      ...['registered', 'accepted', 'attachedToConference', 'conferenceEnded', 'assigned', 'acknowledged', 'answered'],
      ...['answerApproved', 'resolved', 'noticeSent', 'closed'],
    ],
    mails: [mail('quangvanthuong@dan.example', subjects.outcome)],
  },
  raised: {
    stage: 'closed',
    flags: [],
    agency: inTime,
    events: [
      ...['raised', 'conferenceConcluded', 'assigned', 'acknowledged', 'answered', 'answerApproved'],
      ...['resolved', 'noticeSent', 'closed'],
    ],
    mails: [mail('lovanpom@dan.example', subjects.outcome)],
  },
};

export const expectedConference: ExpectedCase = {
  stage: 'closed',
  flags: [],
  events: [
    ...['planned', 'planSubmitted', 'planApproved', 'opinionsRequested', 'briefingHeld', 'invitationsSent', 'held'],
    ...['concluded'],
    ...['conclusionNoticeIssued', 'internalReviewRecorded', 'deadlineMissed', 'resultReportIssued', 'closed'],
  ],
  mails: [
    mail('xuly.phongkinhte', subjects.invitation),
    mail('truong.mattran', subjects.invitation),
    mail('xuly.phongvanhoa', subjects.opinions),
    mail('bithu', subjects.absent),
    mail('xuly@mttq.sonla.example', subjects.conclusionNotice),
    mail('bithu', subjects.resultLate, { atLeast: 1 }),
    mail('xuly@vptu.sonla.example', subjects.result),
  ],
};

export const expectedCancelled: ExpectedCase = {
  stage: 'cancelled',
  flags: [],
  events: ['planned', 'cancelled'],
  mails: [],
};

export const expectedReport = {
  stage: 'sent',
  /** The conference is held on a later day: not in a report of today. What was put off has come back and is open again. */
  figures: {
    ...{ conferencesPeriodic: 0, conferencesAdHoc: 0, received: 13, redirected: 1, withdrawn: 1 },
    ...{ settled: 2, declined: 1, deferred: 0, referred: 1, assigned: 6 },
    ...{ answeredInTime: 4, answeredLate: 1, overdue: 1, resolved: 5 },
  },
  mails: [mail('xuly@ubnd.sonla.example', subjects.report)],
} as const;

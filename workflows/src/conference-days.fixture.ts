import type { ConferenceDutyKind } from '@dialogue/domain';

import type { DutyDays } from './duty-days.fixture.js';

/** When the stories of one calendar happen, and the days of every milestone that nobody meets. */
export interface ConferenceDays {
  readonly plannedOn: string;
  readonly conferenceOn: string;
  /** A day of a conference of which nothing is due yet. */
  readonly farOn: string;
  readonly demandedOn: string;
  readonly postponedOn: string;
  readonly until: string;
  readonly of: Readonly<Record<ConferenceDutyKind, DutyDays>>;
}

/** For Thursday 26 February 2026: nobody works from Saturday 14 to Sunday 22 February. */
export const overTet: ConferenceDays = {
  plannedOn: '2026-01-12',
  conferenceOn: '2026-02-26',
  farOn: '2026-04-16',
  demandedOn: '2026-02-11',
  postponedOn: '2026-02-05',
  until: '2026-03-13',
  of: {
    // Demanded on Wednesday 11 February: the 3rd working day after it is the 23rd.
    answerDemand: '-1 02-13, 0 02-23, missed 02-24, 1 02-24, 6 03-03, 11 03-10',
    approvePlan: '-3 01-19, missed 01-23, 1 01-23, 6 01-30, 11 02-06, 16 02-13, 21 02-27, 26 03-06, 31 03-13',
    requestOpinions: '-2 01-27, missed 01-30, 1 01-30, 6 02-06, 11 02-13, 16 02-27, 21 03-06, 26 03-13',
    reportSituation: '-2 02-05, missed 02-10, 1 02-10, 6 02-24, 11 03-03, 16 03-10',
    issueAggregateReport: '-2 02-05, missed 02-10, 1 02-10, 6 02-24, 11 03-03, 16 03-10',
    // The cut-off is the 5th day before, whatever day it is: Saturday 21 February.
    supplyOpinions: '-5 02-09, -2 02-12, missed 02-22',
    prepareAnswers: '-2 02-09, -1 02-10, missed 02-12, 1 02-12, 6 02-26, 11 03-05, 16 03-12',
    // The 5th day before is a day of rest: the working day before it is Friday 13 February.
    holdBriefing: '-3 02-10, -1 02-12, missed 02-14, 1 02-23, 6 03-02, 11 03-09',
    // The 5th working day before is Thursday 12 February.
    sendInvitations: '-3 02-09, -1 02-11, missed 02-13, 1 02-13, 6 02-27, 11 03-06, 16 03-13',
    nameHelpers: '-1 02-11, missed 02-13, 1 02-13, 6 02-27, 11 03-06, 16 03-13',
    confirmAttendance: '-1 02-23, missed 02-25, 1 02-25, 6 03-04, 11 03-11',
    recordOutcome: '0 02-27, missed 02-28, 1 03-02, 6 03-09',
    followUpPetitions: '-2 03-03, -1 03-04, missed 03-06, 1 03-06, 6 03-13',
    issueConclusionNotice: '-1 03-04, missed 03-06, 1 03-06, 6 03-13',
    issueResultReport: '-1 03-04, missed 03-06, 1 03-06, 6 03-13',
    recordInternalReview: '-1 03-04, missed 03-06, 1 03-06, 6 03-13',
    // Postponed on Thursday 5 February.
    setNewDate: '0 02-26, 10 03-12',
    awaitDirection: '0 03-05, 5 03-12',
  },
};

/** For Thursday 27 August 2026: Saturday 22 August is worked, and pays for Monday 31 August. */
export const overSwap: ConferenceDays = {
  plannedOn: '2026-07-20',
  conferenceOn: '2026-08-27',
  farOn: '2026-10-29',
  demandedOn: '2026-08-19',
  postponedOn: '2026-08-14',
  until: '2026-09-16',
  of: {
    // Demanded on Wednesday 19 August: the 3rd working day after it is the Saturday.
    answerDemand: '-1 08-21, 0 08-22, missed 08-23, 1 08-24, 6 09-03, 11 09-10',
    approvePlan: '-3 07-28, missed 08-01, 1 08-03, 6 08-10, 11 08-17, 16 08-22, 21 08-28, 26 09-09, 31 09-16',
    requestOpinions: '-2 08-05, missed 08-08, 1 08-10, 6 08-17, 11 08-22, 16 08-28, 21 09-09, 26 09-16',
    reportSituation: '-2 08-14, missed 08-19, 1 08-19, 6 08-25, 11 09-04, 16 09-11',
    issueAggregateReport: '-2 08-14, missed 08-19, 1 08-19, 6 08-25, 11 09-04, 16 09-11',
    supplyOpinions: '-5 08-17, -2 08-20, missed 08-23',
    prepareAnswers: '-2 08-18, -1 08-19, missed 08-21, 1 08-21, 6 08-27, 11 09-08, 16 09-15',
    // The 5th day before is the Saturday, which is worked.
    holdBriefing: '-3 08-19, -1 08-21, missed 08-23, 1 08-24, 6 09-03, 11 09-10',
    // The 5th working day before is Friday 21 August, since the Saturday counts.
    sendInvitations: '-3 08-18, -1 08-20, missed 08-22, 1 08-22, 6 08-28, 11 09-09, 16 09-16',
    nameHelpers: '-1 08-20, missed 08-22, 1 08-22, 6 08-28, 11 09-09, 16 09-16',
    confirmAttendance: '-1 08-24, missed 08-26, 1 08-26, 6 09-07, 11 09-14',
    recordOutcome: '0 08-28, missed 08-29, 1 09-03, 6 09-10',
    // The 5th working day after is Tuesday 8 September: 31 August is paid for, 1 and 2 September are holidays.
    followUpPetitions: '-2 09-04, -1 09-07, missed 09-09, 1 09-09, 6 09-16',
    issueConclusionNotice: '-1 09-07, missed 09-09, 1 09-09, 6 09-16',
    issueResultReport: '-1 09-07, missed 09-09, 1 09-09, 6 09-16',
    recordInternalReview: '-1 09-07, missed 09-09, 1 09-09, 6 09-16',
    // Postponed on Friday 14 August.
    setNewDate: '0 08-27, 10 09-15',
    awaitDirection: '0 09-08, 5 09-15',
  },
};

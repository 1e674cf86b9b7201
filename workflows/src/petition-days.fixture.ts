import type { PetitionDutyKind } from '@dialogue/domain';

import type { DutyDays } from './duty-days.fixture.js';

/** When the stories of one calendar happen, and the days of every duty that nobody does, from their first day on. */
export interface PetitionDays {
  readonly on: string;
  readonly until: string;
  /** When a receipt counts as given, when what was put off comes back, and when both are withdrawn. */
  readonly deemedOn: string;
  readonly reviewOn: string;
  readonly withdrawnOn: string;
  /** To when the limit is moved, and on which day where a reminder was sent before. */
  readonly extendedTo: string;
  readonly remindedOn: string;
  readonly of: Readonly<Record<PetitionDutyKind, DutyDays>>;
  /** Of an answer whose limit was moved before anybody was reminded, and after the first reminder. */
  readonly extended: DutyDays;
  readonly extendedLate: DutyDays;
}

/** From Wednesday 11 February 2026: nobody works from Saturday 14 to Sunday 22 February. */
export const overTet: PetitionDays = {
  on: '2026-02-11',
  until: '2026-04-01',
  deemedOn: '2026-02-24',
  reviewOn: '2026-02-24',
  withdrawnOn: '2026-02-25',
  extendedTo: '2026-03-25',
  remindedOn: '2026-03-05',
  of: {
    // The 3rd working day is Monday 23 February.
    screen: '-1 02-13, missed 02-24, 1 02-24, 6 03-03, 11 03-10, 16 03-17, 21 03-24, 26 03-31',
    // The 5th is Wednesday 25 February.
    assign: '-1 02-24, missed 02-26, 1 02-26, 6 03-05, 11 03-12, 16 03-19, 21 03-26',
    // Nothing is missed: what nobody acknowledges counts as received.
    receipt: '-1 02-13',
    // The 15th is Wednesday 11 March.
    answer: '-5 03-04, -2 03-09, missed 03-12, 1 03-12, 3 03-16, 7 03-20, 12 03-27',
    approve: '-1 02-13, missed 02-24, 1 02-24, 6 03-03, 11 03-10, 16 03-17, 21 03-24, 26 03-31',
    resolve: '0 03-11, 15 04-01',
    // Two working days before the review, on Tuesday 24 February.
    review: '-2 02-13',
    followReferral: '0 03-11, 15 04-01',
    tell: '-1 02-24, missed 02-26, 1 02-26, 6 03-05, 11 03-12, 16 03-19, 21 03-26',
    close: '-1 02-24, missed 02-26, 1 02-26, 6 03-05, 11 03-12, 16 03-19, 21 03-26',
    // Over with the limit of the answer.
    decideExtension: '-1 02-13, missed 02-24, 1 02-24, 6 03-03, 11 03-10',
    reportProgress: '-2 03-09, missed 03-12, 1 03-12, 3 03-16, 8 03-23, 13 03-30',
    // Five working days before the limit: Wednesday 4 March.
    contribute: '-2 03-02, missed 03-05, 1 03-05, 4 03-10, 7 03-13, 10 03-18, 13 03-23, 16 03-26, 19 03-31',
  },
  extended: '-5 03-18, -2 03-23, missed 03-26, 1 03-26, 3 03-30',
  extendedLate: '-5 03-04, -2 03-23, missed 03-26, 1 03-26, 3 03-30',
};

/** From Wednesday 19 August 2026: Saturday 22 August is worked, and pays for Monday 31 August. */
export const overSwap: PetitionDays = {
  on: '2026-08-19',
  until: '2026-10-02',
  deemedOn: '2026-08-23',
  reviewOn: '2026-08-25',
  withdrawnOn: '2026-08-25',
  extendedTo: '2026-09-25',
  remindedOn: '2026-09-07',
  of: {
    // The 3rd working day is the Saturday.
    screen: '-1 08-21, missed 08-23, 1 08-24, 6 09-03, 11 09-10, 16 09-17, 21 09-24, 26 10-01',
    // The 5th is Tuesday 25 August.
    assign: '-1 08-24, missed 08-26, 1 08-26, 6 09-07, 11 09-14, 16 09-21, 21 09-28',
    receipt: '-1 08-21',
    // The 15th is Friday 11 September: 31 August is paid for, 1 and 2 September are holidays.
    answer: '-5 09-04, -2 09-09, missed 09-12, 1 09-14, 3 09-16, 7 09-22, 12 09-29',
    approve: '-1 08-21, missed 08-23, 1 08-24, 6 09-03, 11 09-10, 16 09-17, 21 09-24, 26 10-01',
    resolve: '0 09-11, 15 10-02',
    review: '-2 08-22',
    followReferral: '0 09-11, 15 10-02',
    tell: '-1 08-24, missed 08-26, 1 08-26, 6 09-07, 11 09-14, 16 09-21, 21 09-28',
    close: '-1 08-24, missed 08-26, 1 08-26, 6 09-07, 11 09-14, 16 09-21, 21 09-28',
    decideExtension: '-1 08-21, missed 08-23, 1 08-24, 6 09-03, 11 09-10',
    reportProgress: '-2 09-09, missed 09-12, 1 09-14, 3 09-16, 8 09-23, 13 09-30',
    // Five working days before the limit: Friday 4 September.
    contribute: '-2 08-28, missed 09-05, 1 09-07, 4 09-10, 7 09-15, 10 09-18, 13 09-23, 16 09-28, 19 10-01',
  },
  extended: '-5 09-18, -2 09-23, missed 09-26, 1 09-28, 3 09-30',
  extendedLate: '-5 09-04, -2 09-23, missed 09-26, 1 09-28, 3 09-30',
};

/** A day as people write it, its weekday first: whoever errs by a day shows it. */
type Day = `${'Mon' | 'Tue' | 'Wed' | 'Thu' | 'Fri' | 'Sat' | 'Sun'} ${string}`;
type Row = readonly [anchor: Day, days: number, due: Day, reason: string];

/**
 * Written by hand, with the calendar of each year beside it; never by the code. Every year of the table is here, every
 * swap from both sides, and every turn of a year at which one lies.
 */
export const workingDaysAfter: readonly Row[] = [
  ['Thu 2015-01-01', 5, 'Fri 2015-01-09', 'Friday 2/1 is off for a Saturday of the year before'],
  [
    'Tue 2015-02-10',
    5,
    'Tue 2015-02-24',
    'Saturday 14/2 is worked first, then 16/2 is off for it, Tet, and a day in lieu',
  ],
  ['Fri 2015-04-24', 3, 'Mon 2015-05-04', 'Saturday 25/4 is worked; off are 28/4, 29/4 for it, 30/4 and 1/5'],
  ['Thu 2016-04-14', 15, 'Tue 2016-05-10', 'three holidays on a weekend, so 18/4, 2/5 and 3/5 are off in lieu'],
  ['Fri 2016-12-30', 5, 'Mon 2017-01-09', 'New Year on a Sunday: Monday 2/1 is off in lieu'],
  ['Wed 2017-01-18', 15, 'Wed 2017-02-15', 'Tet from Thursday 26/1 to Wednesday 1/2'],
  ['Mon 2018-02-05', 15, 'Mon 2018-03-05', 'Tet from Wednesday 14/2 to Tuesday 20/2'],
  ['Thu 2018-12-27', 5, 'Sat 2019-01-05', "off 31/12 across the year's end for Saturday 5/1, which is the fifth"],
  ['Mon 2018-12-31', 3, 'Fri 2019-01-04', 'received on the day off of that swap: Wednesday 2/1 is the first'],
  ['Fri 2019-01-04', 1, 'Sat 2019-01-05', 'the worked Saturday itself'],
  ['Fri 2019-04-26', 5, 'Tue 2019-05-07', 'off first, worked later: 29/4 for Saturday 4/5'],
  ['Thu 2020-01-16', 15, 'Thu 2020-02-13', 'Tet from Thursday 23/1 to Wednesday 29/1'],
  ['Mon 2020-02-24', 5, 'Mon 2020-03-02', 'a leap day, on a Saturday'],
  ['Thu 2021-04-29', 3, 'Thu 2021-05-06', '1/5 on a Saturday: Monday 3/5 is off in lieu'],
  ['Fri 2021-08-27', 15, 'Tue 2021-09-21', 'National Day has two days, 2/9 and 3/9'],
  ['Fri 2021-12-31', 5, 'Mon 2022-01-10', 'New Year on a Saturday: Monday 3/1 is off in lieu'],
  ['Thu 2022-08-25', 5, 'Mon 2022-09-05', 'National Day has two days, 1/9 and 2/9'],
  ['Mon 2023-01-09', 15, 'Mon 2023-02-06', 'Tet from Friday 20/1 to Thursday 26/1'],
  ['Thu 2023-04-27', 5, 'Tue 2023-05-09', 'Hung Kings and 30/4 on a weekend: 1/5, and 2/5 and 3/5 in lieu'],
  ['Wed 2024-04-17', 15, 'Mon 2024-05-13', 'off 18/4, 29/4 to 1/5; Saturday 4/5 is worked for 29/4'],
  ['Thu 2025-01-23', 3, 'Tue 2025-02-04', 'Tet from Monday 27/1 to Friday 31/1'],
  ['Mon 2025-03-03', 15, 'Mon 2025-03-24', 'three plain weeks'],
  ['Wed 2025-04-23', 5, 'Tue 2025-04-29', 'worked first, off later: Saturday 26/4 for 2/5'],
  ['Tue 2025-04-29', 1, 'Mon 2025-05-05', 'off 30/4, 1/5 and, for that Saturday, 2/5'],
  ['Wed 2025-12-31', 5, 'Fri 2026-01-09', 'off 1/1 and, for Saturday 10/1, 2/1'],
  ['Thu 2026-01-08', 3, 'Mon 2026-01-12', 'Saturday 10/1 is worked'],
  ['Fri 2026-08-28', 3, 'Mon 2026-09-07', 'off 31/8 for Saturday 22/8, which was before; 1/9, 2/9'],
  ['Thu 2026-12-10', 20, 'Fri 2027-01-08', "over the year's end, 1/1 on a Friday"],
  ['Tue 2027-02-02', 5, 'Tue 2027-02-16', 'Tet from Thursday 4/2 to Wednesday 10/2'],
  ['Fri 2027-12-24', 5, 'Fri 2027-12-31', 'the last day of the table'],
];

export const workingDaysBefore: readonly Row[] = [
  ['Fri 2015-02-13', 5, 'Fri 2015-02-06', 'a plain week'],
  ['Tue 2015-02-24', 5, 'Tue 2015-02-10', 'back over Tet and 16/2 onto Saturday 14/2, worked for it'],
  ['Mon 2016-02-15', 5, 'Mon 2016-02-01', 'back over Tet, 8/2 to 12/2'],
  ['Fri 2017-09-08', 5, 'Thu 2017-08-31', 'National Day on a Saturday: Monday 4/9 is off in lieu'],
  ['Mon 2019-01-07', 5, 'Fri 2018-12-28', "over Saturday 5/1 and, across the year's end, 31/12 off for it"],
  ['Mon 2019-05-06', 5, 'Thu 2019-04-25', 'over Saturday 4/5, worked, and 29/4 off for it'],
  ['Tue 2020-04-07', 3, 'Wed 2020-04-01', 'Hung Kings on Thursday 2/4'],
  ['Thu 2021-02-18', 5, 'Thu 2021-02-04', 'back over Tet, 10/2 to 16/2'],
  ['Mon 2022-02-28', 20, 'Mon 2022-01-24', 'a month back, over Tet'],
  ['Tue 2023-09-05', 3, 'Tue 2023-08-29', 'off 1/9, and 4/9 in lieu of Saturday 2/9'],
  ['Tue 2024-05-07', 5, 'Fri 2024-04-26', 'over Saturday 4/5, worked, and 29/4 off for it'],
  ['Mon 2025-05-05', 5, 'Thu 2025-04-24', 'over 2/5, off, and Saturday 26/4 worked for it'],
  ['Mon 2026-01-12', 5, 'Tue 2026-01-06', 'Saturday 10/1 is worked'],
  ['Thu 2026-08-27', 5, 'Fri 2026-08-21', 'Saturday 22/8 is worked for 31/8, which is still to come'],
  ['Mon 2026-11-30', 5, 'Fri 2026-11-20', 'Culture Day on Tuesday 24/11'],
  ['Mon 2027-09-06', 3, 'Mon 2027-08-30', 'off 2/9 and 3/9'],
];

export const daysBeforeRolled: readonly Row[] = [
  ['Fri 2015-03-06', 5, 'Fri 2015-02-27', 'ends on a Sunday: back to Friday'],
  ['Fri 2016-05-06', 5, 'Fri 2016-04-29', 'ends on 1/5, a Sunday; 30/4 was the Saturday'],
  ['Tue 2017-01-31', 5, 'Wed 2017-01-25', 'ends on the first day of Tet'],
  ['Fri 2018-09-07', 5, 'Fri 2018-08-31', 'ends on Sunday 2/9'],
  ['Fri 2019-01-04', 5, 'Fri 2018-12-28', 'ends on the Sunday before the swap'],
  ['Sat 2019-01-05', 5, 'Fri 2018-12-28', "ends on 31/12, off across the year's end"],
  ['Thu 2019-01-10', 5, 'Sat 2019-01-05', 'ends on the worked Saturday, which stands'],
  ['Tue 2020-04-07', 5, 'Wed 2020-04-01', 'ends on Hung Kings, a Thursday'],
  ['Sat 2021-05-08', 5, 'Thu 2021-04-29', 'ends on 3/5 in lieu; before it 1/5, and 30/4'],
  ['Wed 2022-09-07', 5, 'Wed 2022-08-31', 'ends on 2/9, and 1/9 is off, too'],
  ['Mon 2023-05-08', 5, 'Fri 2023-04-28', 'ends on 3/5, the last of five days of rest'],
  ['Sat 2024-05-04', 5, 'Fri 2024-04-26', 'a conference on a worked Saturday: ends on 29/4, off for it'],
  ['Thu 2024-05-09', 5, 'Sat 2024-05-04', 'ends on the worked Saturday, which stands'],
  ['Thu 2025-05-01', 5, 'Sat 2025-04-26', 'ends on the Saturday worked for 2/5'],
  ['Wed 2025-05-07', 5, 'Tue 2025-04-29', 'ends on 2/5, off for it'],
  ['Thu 2026-01-15', 5, 'Sat 2026-01-10', 'ends on the worked Saturday, which stands'],
  ['Sat 2026-09-05', 5, 'Fri 2026-08-28', 'ends on 31/8, off for Saturday 22/8'],
  ['Wed 2027-04-21', 5, 'Thu 2027-04-15', 'ends on Hung Kings, a Friday'],
];

/** The day of the regulation, and the last lawful day before it. */
export const beforeADay: readonly Row[] = [
  ['Sat 2015-06-20', 1, 'Fri 2015-06-19', 'a Friday'],
  ['Mon 2016-06-20', 1, 'Fri 2016-06-17', '19/6 is a Sunday'],
  ['Sun 2017-12-10', 1, 'Fri 2017-12-08', '9/12 is a Saturday'],
  ['Mon 2018-12-10', 1, 'Fri 2018-12-07', '9/12 is a Sunday'],
  ['Sun 2021-06-20', 1, 'Fri 2021-06-18', '19/6 is a Saturday'],
  ['Sat 2026-06-20', 1, 'Fri 2026-06-19', 'a Friday'],
  ['Thu 2026-12-10', 1, 'Wed 2026-12-09', 'a Wednesday'],
];

import {
  addDays,
  addWorkingDays,
  localDate,
  suggestYear,
  type CalendarDay,
  type CalendarSlice,
  type LocalDate,
} from '@dialogue/domain';
import type { ApiAnswer, ApiClient } from '@dialogue/testing/stack';

import { today } from './petition.fixture.js';

const editions = '/v1/calendar/editions';
const basis = 'Thông báo số 01/TB-BNV';
const nameOfTet = 'Tết Nguyên đán';
/** So long before its Tet a story may begin: there must be time for what comes before. */
const daysBefore = 35;

/** The next Tet that a story can come to, in a published calendar whose years are confirmed. */
export interface Tet {
  readonly calendar: CalendarSlice;
  /** The first and the last day of the rest. */
  readonly firstOn: LocalDate;
  readonly lastOn: LocalDate;
  /** So many working days after a day, or before it. */
  workingDays(from: LocalDate, count: number): LocalDate;
}

interface ShownEdition {
  readonly edition: number;
  readonly years: readonly {
    readonly year: number;
    readonly isConfirmed: boolean;
    readonly openChoices: readonly { readonly name: string; readonly days: readonly string[] }[];
  }[];
  readonly days: readonly Pick<CalendarDay, 'on' | 'kind' | 'name'>[];
}

/** Publishes a calendar in which the year of the next Tet and the year after it are confirmed, whenever that is. */
export async function tetPublished(admin: ApiClient): Promise<Tet> {
  const year = yearOfNextTet();
  const begun = editionIn(await admin.post(editions, {}));
  for (const each of [year - 1, year, year + 1]) await confirm(admin, begun.edition, each);
  const draft = `${editions}/${String(begun.edition)}`;
  const preview = await admin.get(`${draft}/preview`);
  const { status, body } = await admin.post(`${draft}/publish`, { deadlinesMoved: preview.body['deadlinesMoved'] });
  if (status !== 200) throw new Error(`not published: ${JSON.stringify(body)}`);
  return tetOf(editionIn(await admin.get(draft)), year);
}

function yearOfNextTet(): number {
  const from = addDays(today(), daysBefore);
  const thisYear = Number(today().slice(0, 4));
  const begins = (year: number): LocalDate =>
    suggestYear(year).find(({ name }) => name === nameOfTet)?.on ?? localDate('2015-01-01');
  return [thisYear, thisYear + 1, thisYear + 2].find((year) => begins(year) >= from) ?? thisYear + 1;
}

/** A year whose notices are out is confirmed; of a later one the Government chooses what the law leaves open. */
async function confirm(admin: ApiClient, edition: number, year: number): Promise<void> {
  const draft = `${editions}/${String(edition)}`;
  const before = editionIn(await admin.get(draft));
  const known = before.years.find((each) => each.year === year);
  if (known?.isConfirmed === true) return;
  const suggested = known === undefined ? editionIn(await admin.post(`${draft}/suggest`, { year })) : before;
  const choices = suggested.years.find((each) => each.year === year)?.openChoices ?? [];
  for (const { name, days } of choices)
    for (const on of days) {
      await admin.post(`${draft}/days/${on}/remove`, {});
      if (suggested.days.some((day) => day.on === on && day.kind === 'off'))
        await admin.post(`${draft}/days-off`, { on, name, basis });
    }
  editionIn(await admin.post(`${draft}/years/${String(year)}/confirm`, { isConfirmed: true }));
}

function tetOf({ edition, days }: ShownEdition, year: number): Tet {
  const daysOff = days.filter(({ kind }) => kind === 'off').map(({ on }) => on);
  const ofTet = days.filter(({ on, name }) => on.startsWith(String(year)) && name.endsWith(nameOfTet));
  const [firstOn, lastOn] = [ofTet.at(0)?.on, ofTet.at(-1)?.on];
  if (firstOn === undefined || lastOn === undefined) throw new Error(`no Tet in ${String(year)}`);
  const calendar: CalendarSlice = {
    ...{ edition, from: localDate(`${String(year - 2)}-01-01`), until: localDate(`${String(year)}-12-31`) },
    ...{ daysOff, unconfirmedYears: [] },
    workedRestDays: days.filter(({ kind }) => kind === 'worked').map(({ on }) => on),
  };
  return { calendar, firstOn, lastOn, workingDays: (from, count) => addWorkingDays(calendar, from, count) };
}

function editionIn({ status, body }: ApiAnswer): ShownEdition {
  if (status !== 200 && status !== 201) throw new Error(`no edition: ${String(status)} ${JSON.stringify(body)}`);
  return body as unknown as ShownEdition;
}

import { randomUUID } from 'node:crypto';

import { describe, expect, it } from '@jest/globals';
import { reportOpeners } from '@dialogue/contracts';
import {
  addDays,
  addWorkingDays,
  atHour,
  dateAt,
  localDate,
  onOrAfterWorkingDay,
  onOrBeforeWorkingDay,
  weekdayOf,
  yearOf,
  type CalendarSlice,
  type Instant,
  type LocalDate,
  type ReportPeriod,
} from '@dialogue/domain';

import { pageOf, useStoryServer, type Handle } from './case-stories.fixture.js';

const { server, told } = useStoryServer();

/** The clock of the server runs on from test to test: a calendar without holidays holds for every year that it shows. */
function aPlainCalendar(from: LocalDate, until: LocalDate, corrected: Correction = {}): CalendarSlice {
  return { edition: 1, from, until, daysOff: [], workedRestDays: [], unconfirmedYears: [], ...corrected };
}

type Correction = Partial<Pick<CalendarSlice, 'daysOff' | 'workedRestDays'>>;

interface Opener {
  readonly handle: Handle;
  readonly opened: { readonly period: ReportPeriod; readonly at: Instant }[];
  /** From now on the calendar says so. */
  readonly correct: (correction: Correction) => void;
  /** How often the calendar was asked for. */
  readonly asked: () => number;
}

/** Starts the opener of the year report as its Schedule does, on a day of a year that the clock has not reached. */
async function startedOn(year: number, monthAndDay: string, times = 1): Promise<Opener> {
  const { env, serve } = server();
  const opened: Opener['opened'] = [];
  let corrected: Correction = {};
  let asked = 0;
  serve({
    ledger: {
      loadCalendar: async ({ from, until }) => {
        asked += 1;
        return Promise.resolve(aPlainCalendar(from, until, corrected));
      },
    },
    report: {
      openReports: async ({ period }) => {
        opened.push({ period, at: await env.currentTimeMs() });
        return Promise.resolve({ reporting: 90, opened: opened.length === 1 ? 90 : 0 });
      },
    },
  });
  await until(localDate(`${String(year)}-${monthAndDay}`), 7);
  const { workflowType, workflowId, taskQueue, args } = reportOpeners.year;
  const handles: Handle[] = [];
  for (let time = 0; time < times; time += 1) {
    const options = { workflowId: `${workflowId}-${randomUUID()}`, taskQueue, args: [...args] };
    handles.push(await env.client.workflow.start(workflowType, options));
  }
  const [handle] = handles;
  if (handle === undefined) throw new Error('Nothing was started');
  told({
    end: async () => {
      for (const started of handles) await terminated(started);
    },
  });
  return { handle, opened, correct: (correction) => (corrected = correction), asked: () => asked };
}

async function terminated(handle: Handle): Promise<void> {
  const { status } = await handle.describe();
  if (status.name === 'RUNNING') await handle.terminate();
}

/** Lets time pass until an hour of a day. */
async function until(on: LocalDate, hour: number): Promise<void> {
  const { env } = server();
  await env.sleep(Math.max(atHour(on, hour) - (await env.currentTimeMs()), 0) + 2_000);
}

async function comingYear(): Promise<number> {
  return yearOf(dateAt(await server().env.currentTimeMs())) + 1;
}

/** D14.1: before 10 December; twenty working days earlier the reports open. */
function limitAndOpening(year: number): { readonly dueOn: LocalDate; readonly opensOn: LocalDate } {
  const calendar = aPlainCalendar(localDate(`${String(year)}-01-01`), localDate(`${String(year)}-12-31`));
  const dueOn = onOrBeforeWorkingDay(calendar, localDate(`${String(year)}-12-09`));
  return { dueOn, opensOn: addWorkingDays(calendar, dueOn, -20) };
}

describe('the opener of the year report', () => {
  it('D14.1: waits until 08:00 of the twentieth working day before the limit, and opens once', async () => {
    const year = await comingYear();
    const { dueOn, opensOn } = limitAndOpening(year);
    const opener = await startedOn(year, '10-01');

    await until(opensOn, 7);
    expect(opener.opened).toEqual([]);
    await until(opensOn, 8);
    await server().env.sleep('1 minute');

    expect(opener.opened).toMatchObject([{ period: { kind: 'year', code: `${String(year)}-Y`, dueOn } }]);
    expect(opener.opened[0]?.at).toBeGreaterThanOrEqual(atHour(opensOn, 8));
    expect(opener.opened[0]?.at).toBeLessThan(atHour(opensOn, 8) + 60_000);
  });

  it('D14.1: opens at once when it is triggered after the opening day', async () => {
    const year = await comingYear();
    const opener = await startedOn(year, '12-01');

    await server().env.sleep('1 minute');

    expect(opener.opened).toMatchObject([{ period: { code: `${String(year)}-Y` } }]);
    expect(dateAt(opener.opened[0]?.at ?? 0)).toBe(`${String(year)}-12-01`);
  });

  it('D14.1: waits for the next year when it is triggered after the limit', async () => {
    const year = await comingYear();
    const opener = await startedOn(year, '12-15');
    const { opensOn } = limitAndOpening(year + 1);

    await until(addDays(opensOn, -1), 12);
    expect(opener.opened).toEqual([]);
    await until(opensOn, 9);

    expect(opener.opened).toMatchObject([{ period: { code: `${String(year + 1)}-Y` } }]);
  });

  it('D14.1: does no harm when it is triggered twice: both ask for the same period', async () => {
    const year = await comingYear();
    const opener = await startedOn(year, '10-01', 2);

    await until(limitAndOpening(year).opensOn, 9);

    expect(opener.opened.map(({ period }) => period.code)).toEqual(Array(2).fill(`${String(year)}-Y`));
  });

  it('D14.1: waits on when the calendar was corrected meanwhile and the day is later now', async () => {
    const year = await comingYear();
    const opener = await startedOn(year, '10-01');
    const { opensOn } = limitAndOpening(year);
    await until(addDays(opensOn, -3), 9);

    // A Saturday that is worked in exchange is one of the twenty days: the period opens a working day later.
    const correction = { workedRestDays: [addDays(opensOn, 6 - weekdayOf(opensOn))] };
    opener.correct(correction);
    await until(opensOn, 9);
    expect(opener.opened).toEqual([]);
    const laterOn = onOrAfterWorkingDay(aPlainCalendar(opensOn, addDays(opensOn, 9), correction), addDays(opensOn, 1));
    await until(laterOn, 9);

    expect(opener.opened).toMatchObject([{ period: { code: `${String(year)}-Y` } }]);
    expect(dateAt(opener.opened[0]?.at ?? 0)).toBe(laterOn);
    expect(opener.asked()).toBe(3);
  });

  it('D14.1: opens at once on waking when the day is earlier now', async () => {
    const year = await comingYear();
    const opener = await startedOn(year, '10-01');
    const { dueOn, opensOn } = limitAndOpening(year);
    await until(addDays(opensOn, -3), 9);
    opener.correct({ daysOff: [addDays(dueOn, -1), addDays(dueOn, -2)] });

    await until(opensOn, 9);

    expect(dateAt(opener.opened[0]?.at ?? 0)).toBe(opensOn);
  });

  it('D14.1: shows in Vietnamese which period it opens, when, and what came of it', async () => {
    const year = await comingYear();
    const opener = await startedOn(year, '10-01');
    const { opensOn } = limitAndOpening(year);
    const shown = { handle: opener.handle, shift: { daysBack: (text: string) => text } };
    await server().env.sleep('1 minute');

    expect(await pageOf(shown)).toContain(`### Kỳ báo cáo năm ${String(year)}`);
    expect(await pageOf(shown)).toContain('**Đang chờ:** 08 giờ 00, ');
    await until(opensOn, 9);
    expect(await pageOf(shown)).toContain('**Đã mở:** 90 báo cáo của 90 cơ quan phải báo cáo');
  });
});

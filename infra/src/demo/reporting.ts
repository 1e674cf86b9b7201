import { reportOpeners } from '@dialogue/contracts';

import type { Answer, ApiSession } from './api-session.js';
import { actWords } from './story.vi.js';
import { told } from './demo.vi.js';
import type { Chapter } from './stage.js';
import { dateOf, today } from './story-days.js';

/** A report on demand, with the figures of the register, approved, sent and frozen (D14.1, D14.2). */
export const onDemand: Chapter = async (stage) => {
  const { clerk, host } = stage.people;
  const { narrator, commune } = stage;
  narrator.chapter(told.reporting);
  const [from, cutOn] = [dateOf(0), today()];
  await clerk.post('/v1/reports', {
    ...{ organisation: commune.code, from, cutOn, dueOn: dateOf(10), reason: actWords.reportReason },
  });
  const code = periodCode(from, cutOn);
  const id = `${commune.code}/${code}`;
  stage.report = { id, number: id, path: `/v1/reports/${id}`, workflowId: `report/${id}` };
  narrator.step(told.reportOpened, stage.report);
  await clerk.post(`${stage.report.path}/submit`, { text: actWords.report });
  narrator.step(told.reportSubmitted, stage.report);
  await host.post(`${stage.report.path}/approve`, {});
  await clerk.post(`${stage.report.path}/send`, { document: { number: '70/BC-UBND', signedOn: cutOn } });
  narrator.step(told.reportSent, stage.report);
};

/** `20261125-20261125`: the days of the period, as the API names it. */
function periodCode(from: string, cutOn: string): string {
  return [from, cutOn].map((day) => day.replaceAll('-', '')).join('-');
}

/** The Schedule of the year opens a report for every body that owes one; here it is triggered by hand (D14.1). */
export const onSchedule: Chapter = async (stage) => {
  const { narrator, commune, clocks, people } = stage;
  const { scheduleId } = reportOpeners.year;
  const openerId = await clocks.trigger(scheduleId);
  const opener = { number: scheduleId, workflowId: openerId };
  narrator.step(told.scheduleTriggered(scheduleId), opener);
  // Outside of the weeks before the limit the opener sleeps until they begin.
  if (await clocks.isRunning(openerId)) await clocks.moveTo(openerId, longestSleepDays);
  const opened = await openedReports(people.admin, commune.code);
  narrator.step(told.periodOpened(opened), opener);
};

const longestSleepDays = 400;

/** How many bodies report in the period that was opened for the commune. */
async function openedReports(admin: ApiSession, commune: string): Promise<number> {
  for (let look = 0; look < 240; look += 1) {
    const { items } = await admin.get(`/v1/reports?organisation=${commune}&limit=100`);
    const regular = listOf(items).find(({ period, stage }) => codeOf(period).endsWith('-Y') && stage === 'collecting');
    if (regular !== undefined) return countOf(admin, codeOf(regular['period']));
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error('The Schedule opened no report for the commune');
}

async function countOf(admin: ApiSession, period: string): Promise<number> {
  let count = 0;
  let cursor: string | null = null;
  do {
    const page: Answer = await admin.get(
      `/v1/reports?period=${period}&limit=100${cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`}`,
    );
    count += listOf(page['items']).length;
    cursor = typeof page['nextCursor'] === 'string' ? page['nextCursor'] : null;
  } while (cursor !== null);
  return count;
}

function codeOf(period: unknown): string {
  return typeof period === 'object' && period !== null && 'code' in period ? String(period.code) : String(period);
}

function listOf(value: unknown): readonly Answer[] {
  return Array.isArray(value) ? value.filter((each): each is Answer => typeof each === 'object' && each !== null) : [];
}

import { describe, expect, it } from '@jest/globals';
import { aDocument } from '@dialogue/testing/builders';
import { beginReport, type ReportBeginning, type ReportStory } from '@dialogue/testing/cases';

import { useStoryServer } from './case-stories.fixture.js';

const { server, told } = useStoryServer();

/** The year report of a department, opened on 10 November 2026: due upwards on 2 December, due on the 9th. */
async function opened(beginning: Partial<ReportBeginning> = {}): Promise<ReportStory> {
  const report = told(await beginReport(server(), { on: '2026-11-10', ...beginning }));
  await report.send('open');
  return report;
}

describe('a period report', () => {
  it('D14.1: that is sent in time is reminded of, and ends with its figures frozen by that event', async () => {
    const report = await opened();
    await report.until('2026-12-01');
    await report.send('submit');
    await report.send('return');
    await report.send('submit');
    await report.send('approve');
    await report.send('send', { document: aDocument('210/BC-STC', '2026-12-01') });
    await report.handle.result();

    // Tuesday 24 November is a day off.
    expect(report.lines()).toEqual([
      '2026-11-10 08:30 opened',
      '2026-11-25 08:00 urged sendUpwards -5',
      '2026-11-30 08:00 urged sendUpwards -2',
      '2026-12-01 08:00 urged sendUpwards -1',
      '2026-12-01 09:00 submitted',
      '2026-12-01 09:00 returned',
      '2026-12-01 09:00 submitted',
      '2026-12-01 09:00 approved',
      '2026-12-01 09:00 sent',
    ]);
    expect(report.book.entries.at(-1)).toMatchObject({ facts: { isLate: false }, state: { hasFinding: false } });
  });

  it('D14.1: that is missed is a finding only when the limit of the regulation passes, and goes up level by level', async () => {
    const report = await opened();
    await report.until('2026-12-22');
    await report.send('submit');
    await report.send('approve');
    await report.send('send', { document: aDocument('211/BC-STC', '2026-12-22') });

    expect(report.lines().slice(4)).toEqual([
      '2026-12-02 08:00 urged sendReport -5',
      '2026-12-03 00:00 deadlineMissed sendUpwards',
      '2026-12-03 08:00 urged sendUpwards 1',
      '2026-12-07 08:00 urged sendReport -2',
      '2026-12-08 08:00 urged sendReport -1',
      '2026-12-10 00:00 deadlineMissed sendReport',
      '2026-12-10 08:00 urged sendReport 1',
      '2026-12-14 08:00 urged sendReport 3',
      '2026-12-21 08:00 urged sendReport 8',
      '2026-12-22 09:00 submitted',
      '2026-12-22 09:00 approved',
      '2026-12-22 09:00 sent',
    ]);
    const missed = report.book.entries.filter(({ event }) => event === 'deadlineMissed');
    expect(missed.map(({ facts }) => facts['isFinding'])).toEqual([false, true]);
    expect(report.book.entries.at(-1)).toMatchObject({ facts: { isLate: true }, state: { hasFinding: true } });
  });

  it('D14.1: cannot be submitted before the day at which its figures are cut', async () => {
    const report = await opened();

    await report.send('submit');

    expect(report.book.refusals).toMatchObject([{ code: 'report.period_running', rule: 'D14.1' }]);
  });

  it('D14.1: that is told twice to open is opened once', async () => {
    const report = await opened();

    await report.send('open', {}, { commandId: 'once-more' });

    expect(report.lines()).toEqual(['2026-11-10 08:30 opened']);
    expect(report.book.refusals).toMatchObject([{ commandId: 'once-more', code: 'report.transition_refused' }]);
  });
});

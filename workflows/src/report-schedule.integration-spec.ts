import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { reportOpeners } from '@dialogue/contracts';
import { startScheduleServer, type ScheduleServer } from '@dialogue/testing/cases';

import { bundleOfSources } from './case-stories.fixture.js';

jest.setTimeout(60_000);

describe('a Schedule that fires for days long past', () => {
  let server: ScheduleServer;

  beforeAll(async () => {
    server = await startScheduleServer(bundleOfSources);
  }, 120_000);
  afterAll(async () => server.stop());

  it('D14.1: opens the periods that it was meant for, be it late, and not the next', async () => {
    const opened: string[] = [];
    let allOpened = (): void => undefined;
    const both = new Promise<void>((resolve) => (allOpened = resolve));

    await server.catchUp(reportOpeners.year, {
      start: new Date('2024-09-01T00:00:00Z'),
      end: new Date('2025-11-01T00:00:00Z'),
    });
    await server.serve(
      {
        loadCalendar: async (range) =>
          Promise.resolve({ edition: 1, ...range, daysOff: [], workedRestDays: [], unconfirmedYears: [] }),
        openReports: async ({ period }) => {
          if (opened.push(period.code) === 2) allOpened();
          return Promise.resolve({ reporting: 1, opened: 1 });
        },
      },
      both,
    );

    expect(opened.toSorted()).toEqual(['2024-Y', '2025-Y']);
  });
});

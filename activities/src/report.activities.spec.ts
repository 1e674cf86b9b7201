import { describe, expect, it } from '@jest/globals';
import { aReportOpening } from '@dialogue/testing/builders';

import { anActivityEnvironment } from './activity-environment.fixture.js';
import { createReportActivities } from './report.activities.js';

describe('openReports', () => {
  const { period } = aReportOpening();

  it('D14.1: has the register open the reports of a period, and says how many are new', async () => {
    const asked: unknown[] = [];
    const { openReports } = createReportActivities({
      openReports: async (opening) => {
        asked.push(opening);
        return Promise.resolve({ reporting: 90, opened: 89 });
      },
    });

    expect(await anActivityEnvironment().run(openReports, { period })).toEqual({ reporting: 90, opened: 89 });
    expect(asked).toEqual([{ period }]);
  });

  it('fails in a way that is repeated while the register is away', async () => {
    const { openReports } = createReportActivities({ openReports: async () => Promise.reject(new Error('away')) });

    await expect(anActivityEnvironment().run(openReports, { period })).rejects.toThrow('away');
  });
});

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { morningDigest, type GatheredDigests } from '@dialogue/contracts';
import { addDays, dateAt, type LocalDate } from '@dialogue/domain';
import { aCalendar } from '@dialogue/testing/builders';
import { startWorkflowServer, type WorkflowServer } from '@dialogue/testing/cases';
import { ApplicationFailure } from '@temporalio/common';
import { randomUUID } from 'node:crypto';

import { bundleOfSources } from './case-stories.fixture.js';

jest.setTimeout(60_000);

let server: WorkflowServer;

beforeAll(async () => {
  server = await startWorkflowServer(bundleOfSources);
}, 120_000);

afterAll(async () => server.stop());

/** One morning, on a calendar that says of the day what the test wants. */
async function aMorning(day: 'worked' | 'off', steps: readonly GatheredDigests[]) {
  const gathered: LocalDate[] = [];
  const left = [...steps];
  const on = dateAt(await server.env.currentTimeMs());
  const days = { daysOff: day === 'off' ? [on] : [], workedRestDays: day === 'worked' ? [on] : [] };
  server.serve({
    ledger: {
      // As the register does: an unpublished year is an error, unless it is asked for mail.
      loadCalendar: async ({ isForMail }) => {
        if (isForMail !== true) throw ApplicationFailure.nonRetryable('calendar year is missing');
        return Promise.resolve(aCalendar({ from: addDays(on, -1), until: addDays(on, 1), ...days }));
      },
    },
    digests: {
      gatherDigests: async (morning) => {
        gathered.push(morning.on);
        const step = left.shift();
        if (step === undefined) throw new Error('Nothing is left');
        return Promise.resolve(step);
      },
    },
  });
  const handle = await server.env.client.workflow.start(morningDigest.workflowType, {
    workflowId: `digest/${randomUUID()}`,
    taskQueue: morningDigest.taskQueue,
    args: [],
  });
  await handle.result();
  const { currentDetails } = await handle.query<{ currentDetails?: string }>('__temporal_workflow_metadata');
  return { on, gathered, currentDetails };
}

describe('mailDigestWorkflow', () => {
  it('gathers until nothing is left, and says how much', async () => {
    const some = { digests: 2, letters: 5, isMore: true };

    const morning = await aMorning('worked', [some, { digests: 1, letters: 1, isMore: false }]);

    expect(morning.gathered).toEqual([morning.on, morning.on]);
    expect(morning.currentDetails).toContain('**Đã gom:** 6 thư thành 3 thư tổng hợp.');
  });

  it('gathers nothing on a day on which nobody works', async () => {
    const morning = await aMorning('off', []);

    expect(morning.gathered).toEqual([]);
    expect(morning.currentDetails).toContain('Ngày nghỉ');
  });
});

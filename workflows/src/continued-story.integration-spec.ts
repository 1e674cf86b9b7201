import { describe, expect, it } from '@jest/globals';
import { localDate } from '@dialogue/domain';
import { aDocument } from '@dialogue/testing/builders';
import { beginConference, beginStory } from '@dialogue/testing/cases';

import { useStoryServer } from './case-stories.fixture.js';

const { server, told } = useStoryServer();

/** What a story has left in the register, and in how many runs. */
interface Told {
  readonly lines: readonly string[];
  readonly entries: readonly unknown[];
  readonly isContinued: boolean;
}

/** A case that has been repeated, refused, urged, missed and answered late; in runs of so many events. */
async function petitionIn(historyLimit?: number): Promise<Told> {
  const story = told(await beginStory(server(), { on: '2026-03-02', ...limited(historyLimit) }));
  await story.send('register', {}, { commandId: 'register' });
  await story.send('accept', {}, { commandId: 'accept' });
  await story.send('close', {}, { commandId: 'too early' });
  await story.until('2026-03-04');
  await story.send('assign', {}, { commandId: 'assign' });
  await story.signal('assign', {}, { commandId: 'assign' });
  await story.until('2026-03-05');
  await story.send('acknowledge', {}, { commandId: 'acknowledge' });
  await story.until('2026-04-15');
  await story.send('answer', { document: aDocument('67/STC-NS', '2026-04-15') }, { commandId: 'answer' });
  await story.signal('register', {}, { commandId: 'register' });
  await story.until('2026-04-30');
  return leftBy(story);
}

async function conferenceIn(historyLimit?: number): Promise<Told> {
  const story = told(await beginConference(server(), { on: '2026-03-02', ...limited(historyLimit) }));
  await story.send('plan', {}, { commandId: 'plan' });
  await story.until('2026-03-17');
  await story.send('approvePlan', {}, { commandId: 'approvePlan' });
  await story.send('petitionAttached', {}, { commandId: 'attached' });
  await story.signal('petitionAttached', {}, { commandId: 'attached' });
  await story.until('2026-04-06');
  await story.send('reschedule', { on: localDate('2026-05-14'), startsAt: '14:00' }, { commandId: 'reschedule' });
  await story.until('2026-05-20');
  return leftBy(story);
}

function limited(historyLimit?: number): { readonly historyLimit?: number } {
  return historyLimit === undefined ? {} : { historyLimit };
}

async function leftBy(story: Awaited<ReturnType<typeof beginStory | typeof beginConference>>): Promise<Told> {
  await story.settle();
  const { events } = await story.handle.fetchHistory();
  const before = events?.[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId ?? '';
  const entries = story.book.entries.map(({ sequence, event, rule, facts, notices, commandId }) =>
    story.shift.daysBack({ sequence, event, rule, facts, notices, commandId }),
  );
  return { lines: story.lines(), entries, isContinued: before !== '' };
}

describe('a story in many short runs', () => {
  it.each([
    ['petition', petitionIn],
    ['conference', conferenceIn],
  ] as const)(
    'D11.1c, D8.1: leaves of a %s the same transitions as in one: commands, repetitions, rungs, deadlines, sequence',
    async (_kind, tell) => {
      const whole = await tell();
      const short = await tell(8);
      const other = await tell(25);

      expect([whole.isContinued, short.isContinued, other.isContinued]).toEqual([false, true, true]);
      expect(short.lines).toEqual(whole.lines);
      expect(short.entries).toEqual(whole.entries);
      expect(other.entries).toEqual(whole.entries);
    },
  );
});

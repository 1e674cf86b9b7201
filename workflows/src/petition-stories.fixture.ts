import { fileURLToPath } from 'node:url';

import { afterAll, afterEach, beforeAll, jest } from '@jest/globals';
import { localDate } from '@dialogue/domain';
import { aDocument, aPetition, at } from '@dialogue/testing/builders';
import {
  beginStory,
  startWorkflowServer,
  type PetitionStory,
  type StoryBeginning,
  type WorkflowServer,
} from '@dialogue/testing/cases';

/** The workflows as they stand in the sources. */
export const bundleOfSources: Parameters<typeof startWorkflowServer>[0] = {
  workflowsPath: fileURLToPath(new URL('index.ts', import.meta.url)),
  webpackConfigHook: (config) => ({
    ...config,
    resolve: { ...config.resolve, conditionNames: ['@dialogue/source', '...'] },
  }),
};

/** A server of its own for the stories of one file. */
export interface Stories {
  readonly begin: (beginning: StoryBeginning) => Promise<PetitionStory>;
  /** Registered, accepted and given to an agency on the first day of the story. */
  readonly assigned: (on: string, beginning?: Partial<StoryBeginning>) => Promise<PetitionStory>;
  /** Received by the agency that day: the days of the answer begin to count after it. */
  readonly acknowledged: (on: string, beginning?: Partial<StoryBeginning>) => Promise<PetitionStory>;
  /** A case in progress comes back on that day: received 5 March 2026, due on the 26th, a Thursday. */
  readonly comesBack: (on: string, beginning?: Partial<StoryBeginning>) => Promise<PetitionStory>;
}

export function useStories(): Stories {
  jest.setTimeout(60_000);
  let server: WorkflowServer;
  let stories: PetitionStory[] = [];

  beforeAll(async () => {
    server = await startWorkflowServer(bundleOfSources);
  }, 120_000);
  afterEach(async () => {
    for (const story of stories) await story.end();
    stories = [];
  });
  afterAll(async () => server.stop());

  return { begin, assigned, acknowledged, comesBack };

  async function begin(beginning: StoryBeginning): Promise<PetitionStory> {
    const story = await beginStory(server, beginning);
    stories.push(story);
    return story;
  }

  async function assigned(on: string, beginning: Partial<StoryBeginning> = {}): Promise<PetitionStory> {
    const story = await begin({ on, ...beginning });
    await story.until(on);
    await story.send('register');
    await story.send('accept');
    await story.send('assign', { document: aDocument('12/TB-UBND', on) });
    return story;
  }

  async function acknowledged(on: string, beginning: Partial<StoryBeginning> = {}): Promise<PetitionStory> {
    const story = await assigned(on, beginning);
    await story.send('acknowledge', { receivedOn: localDate(on) });
    return story;
  }

  async function comesBack(on: string, beginning: Partial<StoryBeginning> = {}): Promise<PetitionStory> {
    const memory = { state: aPetition({ stage: 'inProgress' }), lastAt: at('2026-03-05') };
    return begin({ on, memory, ...beginning });
  }
}

/** Numbers of history events on the wire (`temporal.api.enums.v1.EventType`). */
export const eventTypes = { workflowTaskFailed: 9, upsertSearchAttributes: 40 } as const;

/** The types of the events of the newest run, in order. */
export async function eventTypesOf(story: PetitionStory): Promise<readonly number[]> {
  const { events } = await story.handle.fetchHistory();
  return (events ?? []).map(({ eventType }) => Number(eventType));
}

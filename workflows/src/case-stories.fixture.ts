import { fileURLToPath } from 'node:url';

import { afterAll, afterEach, beforeAll, jest } from '@jest/globals';
import { startWorkflowServer, type PetitionStory, type WorkflowServer } from '@dialogue/testing/cases';

/** The workflows as they stand in the sources. */
export const bundleOfSources: Parameters<typeof startWorkflowServer>[0] = {
  workflowsPath: fileURLToPath(new URL('index.ts', import.meta.url)),
  webpackConfigHook: (config) => ({
    ...config,
    resolve: { ...config.resolve, conditionNames: ['@dialogue/source', '...'] },
  }),
};

/** A server of its own for the stories of one file, each ended after its test. */
export interface StoryServer {
  readonly server: () => WorkflowServer;
  /** A story that is ended with its test. */
  readonly told: <Story extends { end(): Promise<void> }>(story: Story) => Story;
}

export function useStoryServer(): StoryServer {
  jest.setTimeout(60_000);
  let server: WorkflowServer;
  let stories: { end(): Promise<void> }[] = [];

  beforeAll(async () => {
    server = await startWorkflowServer(bundleOfSources);
  }, 120_000);
  afterEach(async () => {
    for (const story of stories) await story.end();
    stories = [];
  });
  afterAll(async () => server.stop());

  return {
    server: () => server,
    told: (story) => {
      stories.push(story);
      return story;
    },
  };
}

/** A workflow on the server, whatever it runs. */
export type Handle = PetitionStory['handle'];

interface Shown {
  readonly handle: Handle;
  readonly shift: { daysBack(text: string): string };
}

/** The page in the Temporal UI, in the days of the story. */
export async function pageOf({ handle, shift }: Shown): Promise<string> {
  const { currentDetails } = await handle.query<{ currentDetails: string }>('__temporal_workflow_metadata');
  return shift.daysBack(currentDetails);
}

/** Numbers of history events on the wire (`temporal.api.enums.v1.EventType`). */
export const eventTypes = { workflowTaskFailed: 9, upsertSearchAttributes: 40 } as const;

/** The types of the events of the newest run, in order. */
export async function eventTypesOf({ handle }: Pick<Shown, 'handle'>): Promise<readonly number[]> {
  const { events } = await handle.fetchHistory();
  return (events ?? []).map(({ eventType }) => Number(eventType));
}

/** What stands beside the first timer of the newest run, in the days of the story. */
export async function timerSummaryOf({ handle, shift }: Shown): Promise<string> {
  const { events } = await handle.fetchHistory();
  const timer = events?.find(({ timerStartedEventAttributes }) => timerStartedEventAttributes != null);
  return shift.daysBack(Buffer.from(timer?.userMetadata?.summary?.data ?? []).toString());
}

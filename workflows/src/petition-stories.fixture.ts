import { localDate } from '@dialogue/domain';
import { aDocument, aPetition, at } from '@dialogue/testing/builders';
import { beginStory, type PetitionStory, type StoryBeginning } from '@dialogue/testing/cases';

import { useStoryServer } from './case-stories.fixture.js';

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
  const { server, told } = useStoryServer();
  return { begin, assigned, acknowledged, comesBack };

  async function begin(beginning: StoryBeginning): Promise<PetitionStory> {
    return told(await beginStory(server(), beginning));
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

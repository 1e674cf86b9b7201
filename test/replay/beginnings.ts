import { beginStory, type PetitionStory, type StoryBeginning, type WorkflowServer } from '@dialogue/testing/cases';
import type { WorkflowHandle } from '@temporalio/client';

/** How the paths begin that have nothing of their own to tell before, and how they end. */
type Beginning = Partial<StoryBeginning>;

/** Registered on 2 March 2026. */
export async function begun(server: WorkflowServer, beginning: Beginning = {}): Promise<PetitionStory> {
  const petition = await beginStory(server, { on: '2026-03-02', ...beginning });
  await petition.send('register');
  return petition;
}

/** Accepted two days later. */
export async function accepted(server: WorkflowServer): Promise<PetitionStory> {
  const petition = await begun(server);
  await petition.until('2026-03-04');
  await petition.send('accept');
  return petition;
}

/** Accepted on the 3rd; it is the 4th. */
export async function screened(server: WorkflowServer, beginning: Beginning = {}): Promise<PetitionStory> {
  const petition = await begun(server, beginning);
  await petition.until('2026-03-03');
  await petition.send('accept');
  await petition.until('2026-03-04');
  return petition;
}

/** Assigned on the 4th. */
export async function assigned(server: WorkflowServer, beginning: Beginning = {}): Promise<PetitionStory> {
  const petition = await screened(server, beginning);
  await petition.send('assign');
  return petition;
}

/** Received by the agency on the 5th. */
export async function acknowledged(server: WorkflowServer, beginning: Beginning = {}): Promise<PetitionStory> {
  const petition = await assigned(server, beginning);
  await petition.until('2026-03-05');
  await petition.send('acknowledge');
  return petition;
}

/** What is under way comes to rest; the workflow stays where it is. */
export async function over(story: {
  settle(): Promise<void>;
  readonly handle: WorkflowHandle;
}): Promise<WorkflowHandle> {
  await story.settle();
  return story.handle;
}

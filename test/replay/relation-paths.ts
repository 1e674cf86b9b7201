import { localDate } from '@dialogue/domain';
import { beginStory, type PetitionStory, type WorkflowServer } from '@dialogue/testing/cases';

import type { Path } from './paths.js';

/** How petitions are classed and sealed, and what those that belong together hear of each other (D4.1, D8.1c, D11.1d). */
export const relationPaths: Readonly<Record<string, Path>> = {
  // A run ends where a petition is merged: each path that goes on shows the run after it.
  merged: async (server) => {
    const petition = await marked(server);
    await petition.send('merge');
    return over(petition);
  },
  unmerged: async (server) => {
    const petition = await begun(server);
    await petition.send('merge');
    await petition.until('2026-03-04');
    await petition.send('unmerge');
    await petition.until('2026-03-09');
    return over(petition);
  },
  'merged-and-told': async (server) => {
    const petition = await begun(server);
    await petition.send('merge');
    await petition.until('2026-03-20');
    await petition.signal('followerJoined');
    await petition.signal('leadingOutcome');
    await petition.until('2026-04-01');
    await petition.send('recordNoticeSent', { sentOn: localDate('2026-04-01') });
    await petition.signal('leadingOutcome', { outcome: null });
    return over(petition);
  },
  'merged-and-revived': async (server) => {
    const petition = await begun(server);
    await petition.send('merge');
    await petition.until('2026-03-05');
    await petition.signal('leadingEnded');
    await petition.until('2026-03-12');
    return over(petition);
  },
  'leading-others': async (server) => {
    const petition = await begun(server);
    await petition.send('split');
    await petition.signal('followerJoined');
    await petition.signal('followerJoined', { petition: { id: 'another', number: 'KN-2026-000009' } });
    await petition.signal('followerLeft', { petitionId: 'another' });
    await petition.send('accept');
    await petition.until('2026-03-05');
    await petition.send('settle');
    await petition.send('markAbusive');
    await petition.send('markAbusive', { isAbusive: false });
    await petition.until('2026-03-13');
    return over(petition);
  },
};

/** Classed, sealed by one and opened by another, and represented by somebody else. */
async function marked(server: WorkflowServer): Promise<PetitionStory> {
  const petition = await begun(server);
  await petition.send('classify');
  await petition.send('protectIdentity');
  await petition.send('liftProtection');
  await petition.send('changeRepresentative', { isReachableByMail: true });
  return petition;
}

async function begun(server: WorkflowServer): Promise<PetitionStory> {
  const petition = await beginStory(server, { on: '2026-03-02' });
  await petition.send('register');
  return petition;
}

async function over(petition: PetitionStory): ReturnType<Path> {
  await petition.settle();
  return petition.handle;
}

import { localDate } from '@dialogue/domain';
import { aDocument } from '@dialogue/testing/builders';
import { beginStory, type PetitionStory, type WorkflowServer } from '@dialogue/testing/cases';

import { begun, over } from './beginnings.js';
import type { Path } from './paths.js';

const another = { id: '7f0c6a52-93a8-4d53-8d0b-6a1d5a3c0009', number: 'KN-2026-000009' };

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
  'leading-answered': async (server) => {
    const petition = await begun(server);
    await petition.send('accept');
    await petition.send('followerJoined');
    await petition.until('2026-03-04');
    await petition.send('assign');
    await petition.until('2026-03-05');
    await petition.send('acknowledge');
    await petition.until('2026-03-24');
    await petition.send('answer', { document: aDocument('67/STC-NS', '2026-03-24') });
    await petition.send('approveAnswer');
    await petition.send('followerJoined', { petition: another });
    await petition.send('recordResolution');
    await petition.until('2026-03-31');
    await petition.send('reopen');
    await petition.send('withdraw');
    return over(petition);
  },
  'leading-gone': async (server) => {
    const petition = await begun(server);
    await petition.send('withdraw');
    await petition.settle();
    await petition.send('followerJoined');
    return over(petition);
  },
  'split-off': async (server) => {
    const petition = await beginStory(server, { on: '2026-03-02' });
    await petition.until('2026-03-05');
    const protection = { by: 'leadOffice', since: localDate('2026-03-03') } as const;
    await petition.send('register', { splitFrom: { ...another, on: localDate('2026-03-05'), protection } });
    await petition.until('2026-03-12');
    await petition.send('accept');
    await petition.send('classify', { field: 'economy', authority: 'beyond' });
    await petition.until('2026-03-16');
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

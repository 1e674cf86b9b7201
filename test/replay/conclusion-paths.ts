import { localDate } from '@dialogue/domain';
import { aDocument, anOrganisation } from '@dialogue/testing/builders';

import { accepted, over } from './beginnings.js';
import type { Path } from './paths.js';

const conferenceId = '2c1e8f04-51b7-4c0e-9a53-7d2f4b6c0001';
const conference = { id: conferenceId, number: 'HN-2026-000001', on: localDate('2026-04-16') };

/** What becomes of a petition at a conference, or by its host without one (D8.1e, D9, D10.1b, D10.1c). */
export const conclusionPaths: Readonly<Record<string, Path>> = {
  'attached-and-settled': async (server) => {
    const petition = await accepted(server);
    await petition.send('attachToConference', { conference });
    await petition.send('conferenceMoved', { conferenceId, on: localDate('2026-04-21') });
    await petition.until('2026-04-21', '11:00');
    const heldOn = localDate('2026-04-21');
    await petition.send('conferenceConcluded', { conferenceId, heldOn, conclusion: { kind: 'settle' } });
    await petition.until('2026-04-29');
    await petition.send('close');
    return over(petition);
  },
  deferred: async (server) => {
    const petition = await accepted(server);
    await petition.send('assign');
    await petition.until('2026-03-05');
    await petition.send('acknowledge');
    await petition.until('2026-03-12');
    await petition.send('defer', { reviewOn: localDate('2026-04-20') });
    await petition.until('2026-04-24');
    await petition.send('defer', { reviewOn: localDate('2026-05-20') });
    await petition.until('2026-05-08');
    await petition.send('resume');
    await petition.until('2026-06-02');
    return over(petition);
  },
  referred: async (server) => {
    const petition = await accepted(server);
    await petition.send('refer', { to: anOrganisation('SL-TU'), toName: 'Tỉnh ủy Sơn La' });
    await petition.until('2026-03-27');
    await petition.send('recordReferralOutcome', {
      outcome: 'returned',
      document: aDocument('31/CV-TU', '2026-03-26'),
    });
    await petition.until('2026-04-02');
    await petition.send('decline');
    return over(petition);
  },
};

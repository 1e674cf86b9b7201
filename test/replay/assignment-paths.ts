import { localDate } from '@dialogue/domain';
import { aDocument, anOrganisation } from '@dialogue/testing/builders';

import { acknowledged, over, screened } from './beginnings.js';
import type { Path } from './paths.js';

/** D11.1b, D11.1c: given back, taken elsewhere, given more time, answered with others. */
export const assignmentPaths: Readonly<Record<string, Path>> = {
  returned: async (server) => {
    const petition = await acknowledged(server);
    await petition.until('2026-04-01');
    await petition.send('returnAssignment');
    await petition.until('2026-04-10');
    return over(petition);
  },
  reassigned: async (server) => {
    const petition = await acknowledged(server);
    await petition.until('2026-03-10');
    await petition.send('reassign', { document: aDocument('15/TB-UBND', '2026-03-09') });
    await petition.until('2026-03-20');
    return over(petition);
  },
  'extension-granted': async (server) => {
    const petition = await acknowledged(server);
    await petition.until('2026-03-20');
    await petition.send('requestExtension', { wantedOn: localDate('2026-04-09') });
    await petition.until('2026-03-24');
    await petition.send('grantExtension');
    await petition.until('2026-04-15');
    return over(petition);
  },
  'extension-lapsed': async (server) => {
    const petition = await acknowledged(server);
    await petition.until('2026-03-25');
    await petition.send('requestExtension', { wantedOn: localDate('2026-04-09') });
    await petition.send('refuseExtension');
    await petition.send('requestExtension', { wantedOn: localDate('2026-04-08') });
    await petition.until('2026-03-30');
    return over(petition);
  },
  cooperating: async (server) => {
    const petition = await screened(server);
    const bodies = ['SL-CA', 'SL-SYT'].map((code) => ({ code: anOrganisation(code), name: code }));
    await petition.send('assign', { cooperating: bodies });
    await petition.until('2026-03-05');
    await petition.send('acknowledge');
    await petition.until('2026-03-18');
    await petition.send('contribute', { document: aDocument('31/CA-PV', '2026-03-17') });
    await petition.until('2026-03-24');
    await petition.send('answer', { document: aDocument('67/STC-NS', '2026-03-24') });
    return over(petition);
  },
};

import { localDate } from '@dialogue/domain';
import { aConferenceReference, aDocument } from '@dialogue/testing/builders';
import { beginStory } from '@dialogue/testing/cases';

import { accepted, over } from './beginnings.js';
import type { Path } from './paths.js';

/** How a petition comes to a conference and leaves it without a conclusion, or is raised there (D8.1e, D8.1f, D10.1c, D11.1b). */
export const listPaths: Readonly<Record<string, Path>> = {
  'detached-and-settled': async (server) => {
    const petition = await accepted(server);
    await petition.send('attachToConference');
    await petition.until('2026-03-10');
    await petition.send('detach');
    await petition.until('2026-03-12');
    await petition.send('assign', { document: aDocument('12/TB-UBND', '2026-03-12') });
    await petition.until('2026-03-16');
    await petition.send('settle');
    await petition.until('2026-03-18');
    await petition.send('recordNoticeSent', { sentOn: localDate('2026-03-18') });
    await petition.send('close');
    return over(petition);
  },
  'conference-without-conclusion': async (server) => {
    const petition = await accepted(server);
    await petition.send('attachToConference');
    await petition.until('2026-04-09');
    await petition.send('conferenceEnded');
    await petition.until('2026-04-13');
    await petition.send('assign', { document: aDocument('21/TB-UBND', '2026-04-13') });
    await petition.until('2026-04-14');
    await petition.send('acknowledge', { receivedOn: localDate('2026-04-14') });
    await petition.until('2026-05-06');
    const document = aDocument('102/STC-NS', '2026-05-06');
    await petition.send('answer', { answer: 'progress', document, nextReportOn: localDate('2026-05-20') });
    await petition.until('2026-05-18');
    await petition.send('refer');
    await petition.until('2026-05-28');
    await petition.send('recordReferralOutcome', { document: aDocument('321/BTC-NS', '2026-05-27') });
    await petition.send('recordResolution');
    await petition.send('recordNoticeSent', { sentOn: localDate('2026-05-28') });
    await petition.send('close');
    return over(petition);
  },
  'raised-at-conference': async (server) => {
    const petition = await beginStory(server, { on: '2026-04-10' });
    const conference = aConferenceReference();
    await petition.send('register', { raised: { conference, field: 'publicOrder' } });
    const conclusion = { kind: 'assign' } as const;
    await petition.send('conferenceConcluded', { conferenceId: conference.id, conclusion });
    await petition.until('2026-04-14');
    await petition.send('assign', { document: aDocument('21/TB-UBND', '2026-04-14') });
    await petition.send('acknowledge', { receivedOn: localDate('2026-04-14') });
    await petition.until('2026-05-05');
    await petition.send('answer', { answer: 'measure', document: aDocument('102/STC-NS', '2026-05-05') });
    await petition.send('approveAnswer');
    await petition.send('recordNoticeSent', { sentOn: localDate('2026-05-05'), means: 'email' });
    await petition.send('recordResolution');
    await petition.send('close');
    return over(petition);
  },
};

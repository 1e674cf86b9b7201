import { extraordinaryPeriod, localDate } from '@dialogue/domain';
import { aBody, aDocument } from '@dialogue/testing/builders';
import { beginConference, beginReport, beginStory } from '@dialogue/testing/cases';

import { over } from './beginnings.js';
import type { Path } from './paths.js';

const petitionId = '7f0c6a52-93a8-4d53-8d0b-6a1d5a3c0001';

/** What every kind of case hears of the world around it: calendar, terms, bodies, letters (D11.1c, D11.3, D13.1). */
export const surroundingsPaths: Readonly<Record<string, Path>> = {
  'petition-counted-anew': async (server) => {
    const petition = await beginStory(server, { on: '2026-03-02', edition: editionWith('2026-03-16', '2026-03-17') });
    await petition.send('register');
    await petition.until('2026-03-03');
    await petition.send('accept');
    await petition.until('2026-03-04');
    const cooperating = [aBody('SL-CA')];
    await petition.send('assign', { cooperating });
    await petition.until('2026-03-05');
    await petition.send('acknowledge');
    await petition.until('2026-03-10');
    await petition.send('calendarChanged', { edition: 2 });
    await petition.send('calendarChanged', { edition: 2 });
    await petition.until('2026-03-20');
    await petition.send('organisationChanged');
    await petition.send('adoptTerms');
    await petition.until('2026-04-02');
    return over(petition);
  },
  'letter-bounced': async (server) => {
    const petition = await beginStory(server, { on: '2026-03-02' });
    await petition.send('register');
    await petition.until('2026-03-03');
    await petition.send('noteDelivery', { outcome: 'bounced' });
    await petition.send('noteDelivery', { outcome: 'settled' });
    await petition.send('noteDelivery', { outcome: 'bounced' });
    await petition.until('2026-03-04');
    return over(petition);
  },
  'conference-counted-anew': async (server) => {
    const conference = await beginConference(server, { on: '2026-03-02', edition: editionWith('2026-04-10') });
    await conference.send('plan');
    await conference.until('2026-03-17');
    await conference.send('approvePlan');
    await conference.send('requestOpinions');
    await conference.send('petitionAttached');
    await conference.send('petitionDetached');
    await conference.send('petitionDetached', { petitionId });
    await conference.send('calendarChanged', { edition: 2 });
    await conference.send('adoptTerms');
    for (const outcome of ['refused', 'settled'] as const) await conference.send('noteDelivery', { outcome });
    await conference.until('2026-04-07');
    return over(conference);
  },
  'report-counted-anew': async (server) => {
    const days = { from: localDate('2026-01-01'), cutOn: localDate('2026-10-31'), dueOn: localDate('2026-12-09') };
    const opening = { period: extraordinaryPeriod(days) };
    const report = await beginReport(server, { on: '2026-11-10', opening, edition: editionWith('2026-12-08') });
    await report.send('open');
    await report.send('noteDelivery', { outcome: 'uncertain' });
    await report.until('2026-11-16');
    await report.send('calendarChanged', { edition: 2 });
    await report.send('adoptTerms');
    const document = aDocument('202/2026/QH', '2026-11-13');
    await report.send('organisationChanged', { on: localDate('2026-11-16'), document });
    await report.until('2026-12-01');
    await report.send('submit');
    await report.send('approve');
    await report.send('send', { document: aDocument('210/BC-STC', '2026-12-01') });
    return over(report);
  },
};

/** A newer edition of the calendar, by which these days are off. */
function editionWith(...days: readonly string[]) {
  return { edition: 2, daysOff: days.map((day) => localDate(day)) };
}

import { describe, expect, it } from '@jest/globals';
import { localDate } from '@dialogue/domain';
import { aDocument, at } from '@dialogue/testing/builders';

import { useStories } from './petition-stories.fixture.js';

const { assigned, acknowledged, comesBack } = useStories();

describe('the working days of a petition', () => {
  it('D11.1c: are counted past Tết 2026, and every rung comes on its day at 08:00', async () => {
    const petition = await acknowledged('2026-01-27');

    await petition.until('2026-03-13');

    expect(petition.lines()).toEqual([
      '2026-01-27 09:00 registered',
      '2026-01-27 09:00 accepted',
      '2026-01-27 09:00 assigned',
      '2026-01-27 09:00 acknowledged',
      '2026-02-10 08:00 urged answer -5',
      '2026-02-13 08:00 urged answer -2',
      '2026-02-25 00:00 deadlineMissed answer',
      '2026-02-25 08:00 urged answer 1',
      '2026-02-27 08:00 urged answer 3',
      '2026-03-05 08:00 urged answer 7',
      '2026-03-12 08:00 urged answer 12',
    ]);
  });

  it('D11.1c: take in the Saturday worked in exchange, 22/8/2026, and leave out the days off that it pays for', async () => {
    const petition = await acknowledged('2026-08-10');

    await petition.until('2026-09-12');

    expect(petition.lines().slice(4)).toEqual([
      '2026-08-22 08:00 urged answer -5',
      '2026-08-26 08:00 urged answer -2',
      '2026-08-29 00:00 deadlineMissed answer',
      '2026-09-03 08:00 urged answer 1',
      '2026-09-07 08:00 urged answer 3',
      '2026-09-11 08:00 urged answer 7',
    ]);
  });

  it('D11.1b: every duty before and after the answer has its own days', async () => {
    const petition = await acknowledged('2026-08-10');
    await petition.until('2026-08-20');
    await petition.send('answer', { document: aDocument('67/STC-NS', '2026-08-20') });
    await petition.until('2026-08-24');
    await petition.send('approveAnswer');

    await petition.until('2026-09-17');

    expect(petition.lines().slice(4)).toEqual([
      '2026-08-20 09:00 answered',
      '2026-08-22 08:00 urged approve -1',
      '2026-08-24 09:00 answerApproved',
      '2026-08-28 08:00 urged tell -1',
      '2026-09-04 00:00 deadlineMissed tell',
      '2026-09-04 08:00 urged tell 1',
      '2026-09-11 08:00 urged tell 6',
      '2026-09-17 08:00 urged resolve 0',
    ]);
  });
});

describe('an assignment', () => {
  it('D11.1c: counts as received when nobody acknowledges it within three working days', async () => {
    const petition = await assigned('2026-08-03');

    await petition.until('2026-08-07', '00:01');

    expect(petition.lines().slice(3)).toEqual(['2026-08-05 08:00 urged receipt -1', '2026-08-07 00:00 receiptDeemed']);
    expect(petition.book.entries.at(-1)?.facts).toEqual(
      petition.shift.days({ receivedOn: '2026-08-06', dueOn: '2026-08-26' }),
    );
  });

  it('D11.1c: is not overdue on the day on which it is due', async () => {
    const petition = await comesBack('2026-03-25');
    await petition.start();

    await petition.until('2026-03-26', '23:59');

    expect(petition.lines()).toEqual(['2026-03-25 08:30 urged answer -2 dropped -5']);
  });

  it('D11.1c: is overdue from the first instant of the day after it', async () => {
    const petition = await comesBack('2026-03-25');
    await petition.start();

    await petition.until('2026-03-27', '00:00');

    expect(petition.lines().at(-1)).toBe('2026-03-27 00:00 deadlineMissed answer');
  });

  it('D11.1c: is answered in time in the last second of that day', async () => {
    const petition = await comesBack('2026-03-26');
    await petition.until('2026-03-27', '00:00');

    await petition.send('answer', {}, { receivedAt: at('2026-03-26', '23:59:59') });

    expect(petition.book.entries.at(-1)).toMatchObject({ event: 'answered', facts: { isLate: false } });
  });

  it('D11.1c: a proven day of receipt moves the deadline of a deemed one', async () => {
    const petition = await assigned('2026-08-03');
    await petition.until('2026-08-07');
    await petition.send('acknowledge', { receivedOn: localDate('2026-08-04'), isEvidenced: true });

    await petition.until('2026-08-25', '00:01');

    expect(petition.lines().slice(4)).toEqual([
      '2026-08-07 00:00 receiptDeemed',
      '2026-08-07 09:00 receiptCorrected',
      '2026-08-18 08:00 urged answer -5',
      '2026-08-21 08:00 urged answer -2',
      '2026-08-25 00:00 deadlineMissed answer',
    ]);
  });
});

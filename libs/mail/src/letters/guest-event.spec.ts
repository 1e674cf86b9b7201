import { describe, expect, it } from '@jest/globals';
import { localDate, type Letter } from '@dialogue/domain';

import { composeLetter } from './compose-letter.js';
import { agency, aRequest } from '../preview/sample-request.vi.js';

const conferenceOn = localDate('2026-12-15');
const event = { sequence: 2, startsAt: '13:30' };
const document = { number: '5-QĐ/TU', signedOn: conferenceOn };

describe('the entry in the calendar of a guest', () => {
  it.each<[string, Letter]>([
    ['REQUEST', { kind: 'invitation', agency, conferenceOn, startsAt: '13:30', event }],
    ['REQUEST', { kind: 'conferenceMoved', agency, wasOn: conferenceOn, conferenceOn, startsAt: '13:30', event }],
    ['REQUEST', { kind: 'hostChanged', agency, conferenceOn, document, event }],
    ['CANCEL', { kind: 'conferenceCancelled', agency, conferenceOn, event }],
    ['CANCEL', { kind: 'conferencePostponed', agency, wasOn: conferenceOn, event }],
  ])('D8.1g, D10.3a: is a %s with the programme, the rules and the dress (%#)', async (method, letter) => {
    const composed = await composeLetter(aRequest({ letter, recipientRole: 'agencyHead' }));

    expect(composed.event).toMatchObject({
      ...{ id: '2026-000123', method, sequence: 2, on: '2026-12-15', startsAt: '13:30' },
      ...{ place: 'Nhà văn hóa bản Nà Lành' },
    });
    for (const part of ['8 giờ 30 đối thoại', 'đeo thẻ', 'nêu đúng sự thật', 'không lợi dụng'])
      expect(composed.event?.description).toContain(part);
  });

  it('D8.1g: is in no letter to whoever was only asked', async () => {
    const letter: Letter = { kind: 'conferenceCancelled', agency, conferenceOn };

    expect(await composeLetter(aRequest({ letter, recipientRole: 'agencyHead' }))).not.toHaveProperty('event');
  });
});

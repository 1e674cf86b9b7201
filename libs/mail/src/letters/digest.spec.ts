import { describe, expect, it } from '@jest/globals';

import { sampleLetters, type SampleLetter } from '../preview/sample-letters.js';
import { aRequest } from '../preview/sample-request.vi.js';
import { composeEntry, composeLetter } from './compose-letter.js';
import type { LetterRequest } from './letter-request.js';

const actionLink = 'https://doi-thoai.sonla.example/l/mau';

function sampleOf(id: string): SampleLetter {
  const found = sampleLetters.find((sample) => sample.id === id);
  if (found === undefined) throw new Error(`There is no sample ${id}`);
  return found;
}

function digestOf(...parts: readonly LetterRequest[]): LetterRequest {
  return { ...aRequest(sampleOf('digest/handler')), details: { kind: 'digest', entries: parts.map(composeEntry) } };
}

const reminder = aRequest(sampleOf('dutyReminder-answer/handler'));

describe('a letter among those of a morning', () => {
  it('D11.1c: says the article and the deadline, and leads to where that is explained', async () => {
    const { text } = await composeLetter(digestOf(reminder));

    expect(text).toContain('Căn cứ: khoản 1 Điều 11, gạch đầu dòng thứ hai.');
    expect(text).toMatch(/Hạn trả lời: thứ Sáu, ngày 04\/12\/2026, còn \d+ ngày làm việc/);
    expect(text).toMatch(/Cách tính thời hạn: https:\S+\/v1\/deadlines\/explain\/page\?rule=D11\.1c\S+due=2026-12-04/);
  });

  it('D11.1c: leads to where its body answers without an account, else to its case', async () => {
    const { text } = await composeLetter(digestOf({ ...reminder, actionLink }));

    expect(text).toContain(`Xem và trả lời: ${actionLink}`);
    expect((await composeLetter(digestOf(reminder))).text).toContain(`Xem hồ sơ: ${reminder.link}`);
  });
});

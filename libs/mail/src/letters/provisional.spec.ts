import { describe, expect, it } from '@jest/globals';
import { localDate } from '@dialogue/domain';

import { composeLetter } from './compose-letter.js';
import { aHandover, aMove } from '../preview/letter-samples.vi.js';
import { aDuty, aRequest } from '../preview/sample-request.vi.js';

describe('letters with a deadline on a calendar that may still change', () => {
  it('say that a deadline is provisional, and why', async () => {
    const letter = {
      kind: 'dutyReminder',
      ...aDuty('answer', { dueOn: localDate('2027-01-08'), isProvisional: true }),
    } as const;

    const { text } = await composeLetter(aRequest({ letter, recipientRole: 'handler' }));

    expect(text).toContain('thứ Sáu, ngày 08/01/2027 (tạm tính)');
    expect(text).toContain('tạm tính, vì lịch nghỉ năm 2027 chưa được công bố đầy đủ');
  });

  it.each([
    [true, 'thứ Sáu, ngày 04/12/2026 (tạm tính)'],
    [false, 'thứ Sáu, ngày 04/12/2026'],
    [undefined, 'thứ Sáu, ngày 04/12/2026'],
  ])('say of a deadline handed over, or moved, that is provisional (%s): %s', async (isProvisional, words) => {
    const said = isProvisional === undefined ? {} : { isProvisional };
    const [handover, deadlinesMoved] = await Promise.all(
      [aHandover(said), aMove(said)].map(
        async (letter) => (await composeLetter(aRequest({ letter, recipientRole: 'handler' }))).text,
      ),
    );

    expect(handover).toContain(`Thời hạn gần nhất: ${words}\n`);
    expect(deadlinesMoved).toContain(`${words} (trước đây: thứ Năm, ngày 03/12/2026), còn 5 ngày làm việc, theo`);
  });
});

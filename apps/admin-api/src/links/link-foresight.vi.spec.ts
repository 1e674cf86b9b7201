import { describe, expect, it } from '@jest/globals';
import { localDate } from '@dialogue/domain';
import type { DutyAfter } from '@dialogue/persistence';

import { foresight } from './link-foresight.vi.js';

const briefing: DutyAfter = {
  kind: 'holdBriefing',
  rule: 'D8.1d',
  ...{ anchorOn: localDate('2026-04-16'), dueOn: localDate('2026-04-10') },
  ...{ workingDays: -4, isProvisional: false, edition: 1 },
};

describe('what an act leads to', () => {
  it.each([
    ['2026-04-09', 'hết thứ Sáu, ngày 10/04/2026</strong>.<br>'],
    ['2026-04-10', 'hết thứ Sáu, ngày 10/04/2026</strong>.<br>'],
    ['2026-04-11', 'hết thứ Sáu, ngày 10/04/2026</strong>, nay đã quá hạn.<br>'],
  ])('D11.1c: is said on %s as still to come, or as past', (today, says) => {
    const said = foresight('recordPreparedAnswer', {
      ...{ duties: [briefing], today: localDate(today), publicUrl: 'https://doithoai.example' },
    });

    expect(said).toContain(says);
  });

  it('is not said when nobody knows', () => {
    const unknown = { duties: null, today: localDate('2026-04-09'), publicUrl: 'https://doithoai.example' };

    expect(foresight('recordPreparedAnswer', unknown)).toBe('');
  });
});

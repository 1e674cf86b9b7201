import { describe, expect, it } from '@jest/globals';

import { speakingRules } from './conferences.vi.js';

describe('what stands beside the register of speakers', () => {
  it.each(['thứ tự', 'thông tin chính xác', 'không lan truyền', 'khoản 2 Điều 10'])('D10.2: names %s', (words) => {
    expect(speakingRules).toContain(words);
  });
});

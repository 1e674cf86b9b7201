import { describe, expect, it } from '@jest/globals';

import { previewOf } from './preview-page.vi.js';
import { sampleLetters } from './sample-letters.js';

function look(address: string): ReturnType<typeof previewOf> {
  return previewOf(new URL(address, 'http://127.0.0.1:8026'));
}

describe('the page of sample letters', () => {
  it('lists all letters, each with its page', async () => {
    const { status, type, body } = await look('/');

    expect([status, type]).toEqual([200, 'text/html']);
    expect(body.match(/href="\/letters\//g)).toHaveLength(sampleLetters.length);
    expect(new Set(sampleLetters.map(({ id }) => id)).size).toBe(sampleLetters.length);
    expect(body).toContain(
      '[2026-000123] Nhắc việc: báo cáo giải quyết kiến nghị, phản ánh (hạn thứ Sáu, ngày 04/12/2026)',
    );
  });

  it.each(['phone', 'desktop'])(
    'shows one as HTML and as plain text, as wide as a %s, with the letters beside it',
    async (width) => {
      const { body } = await look(`/letters/assigned/handler?width=${width}&form=text`);

      expect(body).toContain('Nơi nhận: chuyên viên thụ lý của cơ quan');
      expect(body).toContain(`src="/raw/assigned/handler?width=${width}&amp;form=text&amp;variant=plain"`);
      expect(body).toContain(`style="width:${width === 'phone' ? '360' : '760'}px"`);
      for (const words of ['Bản HTML', 'Thư trước', 'Thư sau', 'Có liên kết trả lời']) expect(body).toContain(words);
    },
  );

  it.each([
    ['form=html', 'text/html', '<title>[2026-000123]'],
    ['form=text', 'text/plain', 'Kính gửi: Giám đốc Sở Tài chính\n'],
    ['form=text&variant=english', 'text/plain', 'Kính gửi (To): Giám đốc Sở Tài chính\n'],
    ['form=text&variant=link', 'text/plain', 'Xem và trả lời: https://'],
    ['form=text&variant=sealed', 'text/plain', '- Số hồ sơ: 2026-000123\n- Cơ quan được giao'],
  ])('shows a letter itself (%s)', async (query, type, words) => {
    const answer = await look(`/raw/assigned/handler?${query}`);

    expect(answer).toMatchObject({ status: 200, type });
    expect(answer.body).toContain(words);
  });

  it.each(['/letters/nobody/handler', '/raw/assigned', '/other/assigned/handler', '/letters/%3Cscript%3E/x'])(
    'has no page %s',
    async (address) => {
      expect(await look(address)).toMatchObject({ status: 404, body: expect.not.stringContaining('<script') });
    },
  );
});

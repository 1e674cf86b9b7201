import { describe, expect, it } from '@jest/globals';
import { searchAttributes } from '@dialogue/contracts';
import type { PetitionStory } from '@dialogue/testing/cases';
import { at } from '@dialogue/testing/builders';

import { eventTypes, eventTypesOf, pageOf, timerSummaryOf } from './case-stories.fixture.js';
import { useStories } from './petition-stories.fixture.js';

const { begin, acknowledged, comesBack } = useStories();

async function upserts(petition: PetitionStory): Promise<number> {
  const types = await eventTypesOf(petition);
  return types.filter((type) => type === eventTypes.upsertSearchAttributes).length;
}

describe('the page of a petition', () => {
  it('D11.1c: says in Vietnamese where it stands, who is awaited, until when, and by which rule', async () => {
    const petition = await acknowledged('2026-01-27');
    await petition.settle();

    const page = await pageOf(petition);

    expect(page).toContain('### Kiến nghị KN-2026-000001: Cơ quan được giao đang giải quyết');
    expect(page).toContain('**Đang chờ:** Sở Tài chính (SL-STC) trả lời kiến nghị');
    expect(page).toMatch(/\*\*Hạn:\*\* hết thứ Ba, ngày 24\/02\/2026, theo .*Điều 11/);
    expect(page).toContain('**Người chịu trách nhiệm:** người đứng đầu Ủy ban nhân dân tỉnh (SL-UBND)');
    expect(page).toContain(
      '- thứ Ba, ngày 27/01/2026: Cơ quan xác nhận đã nhận (khoản 1 Điều 11, gạch đầu dòng thứ hai)',
    );
  });

  it('D11.1c: shows that an answer is overdue', async () => {
    const petition = await comesBack('2026-03-26');
    await petition.start();
    await petition.until('2026-03-27', '10:00');

    expect(await pageOf(petition)).toContain('**QUÁ HẠN**');
    expect(await pageOf(petition)).toContain('**Lưu ý:** đang quá hạn; đã quá hạn trả lời');
  });

  it('names on its timer whom it waits for', async () => {
    const petition = await comesBack('2026-03-10');
    await petition.start();
    await petition.settle();

    expect(await timerSummaryOf(petition)).toContain(
      'Chờ Sở Tài chính (SL-STC) trả lời kiến nghị, hạn thứ Năm, ngày 26/03/2026',
    );
  });
});

describe('the search attributes of a petition', () => {
  it('D11.3: say its stage, bodies, flags and next deadline', async () => {
    const petition = await comesBack('2026-03-26');
    await petition.start();
    await petition.until('2026-03-27', '10:00');

    const { typedSearchAttributes: shown } = await petition.handle.describe();
    expect(shown.get(searchAttributes.caseKind)).toBe('petition');
    expect(shown.get(searchAttributes.caseStage)).toBe('inProgress');
    expect(shown.get(searchAttributes.organisationCode)).toBe('SL-UBND');
    expect(shown.get(searchAttributes.agencyCode)).toBe('SL-STC');
    expect(shown.get(searchAttributes.caseFlags)).toEqual(['overdue', 'breached']);
    expect(shown.get(searchAttributes.nextDeadline)?.getTime()).toBe(
      petition.shift.instant(at('2026-03-26', '23:59:59')),
    );
  });

  it('cost a step of history only when one of them differs', async () => {
    const petition = await begin({ on: '2026-03-02' });
    await petition.send('register');
    await petition.settle();
    const before = await upserts(petition);

    await petition.send('approveAnswer');
    await petition.send('recordNoticeSent', { sentOn: petition.book.entries[0]!.state.receivedOn, number: '1' });
    await petition.settle();

    expect(await upserts(petition)).toBe(before);
    await petition.send('accept');
    await petition.settle();
    expect(await upserts(petition)).toBe(before + 1);
  });
});

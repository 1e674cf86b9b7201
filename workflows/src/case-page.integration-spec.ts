import { describe, expect, it } from '@jest/globals';
import { searchAttributes } from '@dialogue/contracts';
import { at } from '@dialogue/testing/builders';
import { beginConference, beginReport, type ConferenceStory } from '@dialogue/testing/cases';

import { pageOf, timerSummaryOf, useStoryServer } from './case-stories.fixture.js';

const { server, told } = useStoryServer();

async function aConferenceUnderWay(): Promise<ConferenceStory> {
  const conference = told(await beginConference(server(), { on: '2026-03-02' }));
  await conference.send('plan');
  await conference.send('petitionAttached');
  await conference.until('2026-03-20', '10:00');
  return conference;
}

describe('the page of a conference', () => {
  it('D8.1: says in Vietnamese where it stands, who is awaited for what, until when, and by which rule', async () => {
    const page = await pageOf(await aConferenceUnderWay());

    expect(page).toContain('### Hội nghị đối thoại định kỳ HN-2026-000001: Đang lập kế hoạch');
    expect(page).toContain(
      '**Đang chờ:** người đứng đầu Ủy ban nhân dân tỉnh (SL-UBND) phê duyệt kế hoạch đối thoại  \n' +
        '**Hạn:** hết thứ Năm, ngày 19/03/2026 · **QUÁ HẠN**',
    );
    expect(page).toContain('**Đang chờ:** Văn phòng Ủy ban nhân dân tỉnh (SL-VPUBND) gửi giấy mời');
    expect(page).toContain('**Ngày hội nghị:** 08:00, thứ Năm, ngày 16/04/2026');
    expect(page).toContain('đến hết thứ Bảy, ngày 11/04/2026');
    expect(page).toContain('**Kiến nghị:** 1 · đưa ra họp thống nhất 1');
    expect(page).toContain('- thứ Hai, ngày 02/03/2026: Lập kế hoạch');
  });

  it('names on its timer whom it waits for', async () => {
    const conference = told(await beginConference(server(), { on: '2026-03-02' }));
    await conference.send('plan');
    await conference.settle();

    expect(await timerSummaryOf(conference)).toContain(
      'Chờ người đứng đầu Ủy ban nhân dân tỉnh (SL-UBND) phê duyệt kế hoạch đối thoại, hạn thứ Năm, ngày 19/03/2026',
    );
  });

  it('D11.3: is found by its kind, stage, body, conference, flags and next deadline', async () => {
    const conference = await aConferenceUnderWay();

    const { typedSearchAttributes: shown } = await conference.handle.describe();
    expect(shown.get(searchAttributes.caseKind)).toBe('conference');
    expect(shown.get(searchAttributes.caseStage)).toBe('planning');
    expect(shown.get(searchAttributes.organisationCode)).toBe('SL-UBND');
    expect(`conference/${shown.get(searchAttributes.conferenceId) ?? ''}`).toBe(conference.handle.workflowId);
    expect(shown.get(searchAttributes.caseFlags)).toEqual(['overdue']);
    expect(shown.get(searchAttributes.nextDeadline)?.getTime()).toBe(
      conference.shift.instant(at('2026-03-19', '23:59:59')),
    );
  });
});

describe('the page of a report', () => {
  it('D14.1: says which period of whom, until when, and how it is found', async () => {
    const report = told(await beginReport(server(), { on: '2026-11-10' }));
    await report.send('open');
    await report.settle();

    const page = await pageOf(report);
    expect(page).toContain('### Báo cáo năm 2026 của Sở Tài chính (SL-STC): Đang tổng hợp số liệu');
    expect(page).toContain('**Đang chờ:** Sở Tài chính (SL-STC) gửi báo cáo để cấp trên tổng hợp');
    expect(page).toContain('từ 01/12/2025 đến hết ngày chốt số liệu 30/11/2026');
    expect(page).toMatch(/\*\*Hạn:\*\* hết thứ Tư, ngày 09\/12\/2026, theo Điều 14/);
    const { typedSearchAttributes: shown } = await report.handle.describe();
    expect(shown.get(searchAttributes.caseKind)).toBe('report');
    expect(shown.get(searchAttributes.organisationCode)).toBe('SL-STC');
    expect(shown.get(searchAttributes.reportPeriod)).toBe('2026-Y');
    expect(shown.get(searchAttributes.caseStage)).toBe('collecting');
    expect(shown.get(searchAttributes.nextDeadline)?.getTime()).toBe(
      report.shift.instant(at('2026-12-02', '23:59:59')),
    );
  });
});

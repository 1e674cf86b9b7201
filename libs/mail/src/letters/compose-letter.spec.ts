import { describe, expect, it } from '@jest/globals';
import { answerKinds, conclusionKinds, localDate, otherProcedures, regulationTitle } from '@dialogue/domain';

import { composeLetter } from './compose-letter.js';
import { samples, second, yearPeriod } from '../preview/letter-samples.vi.js';
import { dutyKinds } from '../preview/sample-letters.js';
import { aDuty, agency, aRequest, reportDetails } from '../preview/sample-request.vi.js';

describe('composeLetter', () => {
  it('says that it goes to who stands in for the holder of the post', async () => {
    const { text } = await composeLetter(aRequest({ ...samples.assigned, recipientRole: 'handler', isToDeputy: true }));

    expect(text).toContain('Kính gửi: Giám đốc Sở Tài chính (gửi người đang được ủy quyền, thay mặt');
  });

  it('D11.3: gathers what waits by its deadline, each part with its day, the days left and its link', async () => {
    const { text } = await composeLetter(aRequest({ ...samples.digest, recipientRole: 'handler' }));

    expect(text.indexOf('2026-000123: Nhắc việc')).toBeLessThan(text.indexOf('2026-000124: Ý kiến'));
    expect(text).toContain('Hạn trả lời: thứ Sáu, ngày 04/12/2026, còn 5 ngày làm việc\n');
    expect(text).toContain('Xem hồ sơ: https://doi-thoai.sonla.example/v1/petitions/0193abd');
  });

  it('D11.1d: leaves out the title of a protected petition', async () => {
    const { text } = await composeLetter(aRequest({ ...samples.assigned, recipientRole: 'handler', caseTitle: null }));

    expect(text).not.toContain('Nội dung:');
  });

  it('D16: makes up neither number nor date of the regulation', () => {
    expect(regulationTitle).not.toMatch(/\d/);
    expect(regulationTitle).toMatch(/^Quy định về đối thoại trực tiếp .* của Ban Thường vụ Tỉnh ủy Sơn La$/);
  });

  it('calls the petitioner Ông (Bà) where no name may be used', async () => {
    const { text } = await composeLetter(
      aRequest({ letter: { kind: 'accepted' }, recipientRole: 'petitioner', petitionerName: null }),
    );

    expect(text).toContain('Kính gửi: Ông (Bà)\n');
  });

  it('lets a code without a name stand for itself', async () => {
    const { text } = await composeLetter(
      aRequest({ ...samples.assigned, recipientRole: 'handler', organisationNames: {} }),
    );

    expect(text).toContain('Cơ quan được giao: SL-STC');
  });
});

describe('letters about duties', () => {
  it.each(dutyKinds)('remind of %s with what is asked', async (duty) => {
    const { subject, text } = await composeLetter(
      aRequest({ letter: { kind: 'dutyReminder', ...aDuty(duty) }, recipientRole: 'leadOffice' }),
    );

    expect(subject).toContain('Nhắc việc: ');
    expect(text).toMatch(/Đề nghị .+\./);
    expect(text).toContain('Thời gian còn lại: 5 ngày làm việc');
  });

  it.each(dutyKinds)('state of overdue %s what is not there yet, and blame nobody', async (duty) => {
    const facts = aDuty(duty, { workingDaysLeft: -3 });

    const { text } = await composeLetter(
      aRequest({ letter: { kind: 'dutyOverdue', ...facts }, recipientRole: 'agencyHead' }),
    );

    expect(text).toMatch(/Đến nay, [^.]*chưa /);
    expect(text).toContain('quá hạn 3 ngày làm việc');
    expect(text).not.toMatch(/vi phạm|chậm trễ|thiếu trách nhiệm|yêu cầu giải trình/);
  });

  it('D11.1c: an answer is owed by it, whatever set its date', async () => {
    const letter = { kind: 'dutyReminder', ...aDuty('answer', { rule: 'D10.1a' }) } as const;

    expect((await composeLetter(aRequest({ letter, recipientRole: 'handler' }))).text).toContain(
      `Căn cứ: ${second}, Quy định`,
    );
  });

  it.each([
    [5, '5 ngày làm việc'],
    [0, 'ngày làm việc cuối cùng của thời hạn'],
    [-1, 'quá hạn 1 ngày làm việc'],
  ])('say of %i working days: %s', async (workingDaysLeft, words) => {
    const letter = { kind: 'dutyReminder', ...aDuty('answer', { workingDaysLeft }) } as const;

    expect((await composeLetter(aRequest({ letter, recipientRole: 'handler' }))).text).toContain(words);
  });
});

describe('letters with a choice', () => {
  it.each(otherProcedures)('D2.1: redirect to the law of %s', async (procedure) => {
    const { text } = await composeLetter(
      aRequest({ letter: { kind: 'redirected', procedure }, recipientRole: 'petitioner' }),
    );

    expect(text).toMatch(/Thủ tục áp dụng: Luật (Khiếu nại|Tố cáo|Tiếp công dân)\n/);
  });

  it.each(answerKinds)('name an answer of kind %s', async (answer) => {
    const approvalDueOn = answer === 'progress' ? null : localDate('2026-12-04');
    const document = { number: '12/STC', signedOn: localDate('2026-12-01') };
    const letter = { kind: 'answerReceived', agency, answer, document, isLate: true, approvalDueOn } as const;

    const { text } = await composeLetter(aRequest({ letter, recipientRole: 'host' }));

    expect(text).toContain('tại văn bản số 12/STC ngày 01/12/2026.');
    expect(text).toContain('Thời điểm trả lời: sau thời hạn');
    expect(text.includes('Hạn phê duyệt')).toBe(answer !== 'progress');
  });

  it('D11.1c: a deemed receipt says how to correct it', async () => {
    const letter = { ...samples.receiptRecorded.letter, isDeemed: true };

    const { text } = await composeLetter(aRequest({ letter, recipientRole: 'handler' }));

    expect(text).toContain('được coi là đã nhận vào thứ Sáu, ngày 13/11/2026');
    expect(text).toContain('số đến, ngày đến kèm tài liệu chứng minh');
  });

  it.each(['unaddressed', 'refused', 'bounced', 'uncertain'] as const)(
    'ask a person to act on a letter that is %s',
    async (outcome) => {
      const letter = { kind: 'deliveryTrouble', deliveryId: '0193-abc', outcome } as const;

      expect((await composeLetter(aRequest({ letter, recipientRole: 'leadOffice' }))).text).toMatch(
        /Đề nghị chuyên viên được phân công .+\./,
      );
    },
  );
});

describe('letters of conferences and reports', () => {
  it('D14.1: the report brings each figure and each paragraph of its text', async () => {
    const { text } = await composeLetter(aRequest({ ...samples.periodReport, recipientRole: 'reportAddressee' }));

    for (const figure of [...range(101, 14), ...range(201, 5)]) expect(text).toMatch(new RegExp(`: ${figure}\\n`));
    expect(text).toContain('\n\nĐánh giá chung: tốt.\n\nKiến nghị: không.\n\n');
  });

  it('D5: the report names fields as the list does, and under each of article 5 those in which something came in', async () => {
    const { text } = await composeLetter(aRequest({ ...samples.periodReport, recipientRole: 'reportAddressee' }));

    expect(text).toContain('- Lĩnh vực kinh tế: 201\n- Trong đó: đất đai: 206\n- Lĩnh vực văn hóa - xã hội: 202\n');
    expect(text).not.toContain('giao thông');
  });

  it.each([
    [{ ...yearPeriod, kind: 'halfYear', cutOn: localDate('2026-05-31') }, 'báo cáo 6 tháng đầu năm 2026', 'nhất'],
    [{ ...yearPeriod, kind: 'extraordinary' }, 'báo cáo đột xuất từ ngày 01/12/2025 đến ngày 30/11/2026', 'hai'],
  ] as const)('D14.1, D14.2: name the period of %j', async (period, name, dash) => {
    const letter = { kind: 'reportReturned', period } as const;

    const { text } = await composeLetter(aRequest({ letter, recipientRole: 'leadOffice', details: reportDetails }));

    expect(text).toContain(name);
    expect(text).toContain(`Điều 14, gạch đầu dòng thứ ${dash}`);
  });

  it('D14.1: tells of a report that opens before there are figures', async () => {
    const details = { kind: 'report', figures: null, fields: [], text: '', reporterName: 'Sở Tài chính' } as const;

    expect(
      (await composeLetter(aRequest({ ...samples.reportOpened, recipientRole: 'leadOffice', details }))).text,
    ).toContain('Cơ quan báo cáo: Sở Tài chính');
    await expect(
      composeLetter(aRequest({ ...samples.periodReport, recipientRole: 'reportCopy', details })),
    ).rejects.toThrow('figures');
  });

  it('D14.1: a superior that builds its own report from this one sets the day', async () => {
    const letter = { kind: 'reportOpened', period: yearPeriod, upwardsOn: localDate('2026-11-27') } as const;

    const { subject } = await composeLetter(aRequest({ letter, recipientRole: 'leadOffice', details: reportDetails }));

    expect(subject).toContain('(hạn thứ Sáu, ngày 27/11/2026)');
  });

  it.each(conclusionKinds)('D9, D11.1b: tell the person of the conclusion %s', async (conclusion) => {
    const conferenceOn = localDate('2026-12-15');
    const letter = { kind: 'conclusionTold', conclusion, conferenceOn, reviewOn: null } as const;

    const { text } = await composeLetter(aRequest({ letter, recipientRole: 'petitioner' }));

    expect(text).toMatch(/người chủ trì đã kết luận về kiến nghị, phản ánh của Ông \(Bà\): \p{Ll}.+\./u);
  });

  it.each(['withdrawn', 'redirected', 'settled', 'deferred', 'declined', 'referred', 'reassigned'] as const)(
    'release an agency from what it owed because it was %s',
    async (because) => {
      const { text } = await composeLetter(
        aRequest({ letter: { kind: 'dutyEnded', agency, because }, recipientRole: 'handler' }),
      );

      expect(text).toContain('Sở Tài chính không phải báo cáo tiếp về việc này');
    },
  );

  it('cannot be written without the words of the register', async () => {
    await expect(
      composeLetter(aRequest({ ...samples.invitation, recipientRole: 'handler', details: null })),
    ).rejects.toThrow('words of its plan');
    await expect(
      composeLetter(aRequest({ ...samples.periodReport, recipientRole: 'reportCopy', details: null })),
    ).rejects.toThrow('details');
  });
});

function range(first: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => first + index);
}

describe('a whole letter', () => {
  it('D11.1c, D10.1a: tells a host of an answer that is not there, on days that may move', async () => {
    const facts = aDuty('answer', { dueOn: localDate('2027-01-08'), workingDaysLeft: -3, isProvisional: true });

    const { subject, text } = await composeLetter(
      aRequest({
        letter: { kind: 'dutyOverdue', ...facts },
        recipientRole: 'host',
        salutation: 'Chủ tịch Ủy ban nhân dân tỉnh',
        sentOn: localDate('2027-01-13'),
      }),
    );

    expect(subject).toBe(
      '[2026-000123] Quá hạn: báo cáo giải quyết kiến nghị, phản ánh (hạn thứ Sáu, ngày 08/01/2027)',
    );
    expect(text).toBe(`Văn phòng Tỉnh ủy

Kính gửi: Chủ tịch Ủy ban nhân dân tỉnh

Thời hạn báo cáo giải quyết kiến nghị, phản ánh là thứ Sáu, ngày 08/01/2027. Đến nay, hồ sơ chưa có báo cáo của cơ quan được giao về biện pháp giải quyết hoặc kết quả, tiến độ giải quyết.

Đề nghị cơ quan được giao báo cáo biện pháp giải quyết hoặc kết quả, tiến độ giải quyết để thông báo cho cá nhân, tổ chức kiến nghị biết; trường hợp đã thực hiện, đề nghị cập nhật vào hồ sơ.

Kính báo cáo đồng chí, là người chủ trì chịu trách nhiệm về việc trả lời, để xem xét, chỉ đạo.

- Số hồ sơ: 2026-000123
- Nội dung: Hỗ trợ sửa đường liên bản
- Cơ quan được giao: Sở Tài chính
- Thời hạn tính từ: thứ Sáu, ngày 13/11/2026
- Hạn trả lời: thứ Sáu, ngày 08/01/2027 (tạm tính)
- Tình trạng: quá hạn 3 ngày làm việc
- Căn cứ: khoản 1 Điều 11, gạch đầu dòng thứ hai; khoản 1 Điều 10, gạch đầu dòng thứ hai, Quy định về đối thoại trực tiếp giữa người đứng đầu cấp ủy, chính quyền các cấp; người đứng đầu các sở, ban, ngành cấp tỉnh với nhân dân của Ban Thường vụ Tỉnh ủy Sơn La
- Liên hệ: Văn phòng Tỉnh ủy; điện thoại 0212 3852 000; thư điện tử doithoai@vptu.example

Thời hạn nêu trên là tạm tính, vì lịch nghỉ năm 2027 chưa được công bố đầy đủ; khi lịch nghỉ được công bố, thời hạn được tính lại và thông báo.

Cách tính thời hạn: https://doi-thoai.sonla.example/v1/deadlines/explain/page?rule=D11.1c&anchor=2026-11-13&due=2027-01-08

Xem hồ sơ: https://doi-thoai.sonla.example/v1/petitions/0193abc

--
Ngày gửi: 13/01/2027. Thư này được gửi tự động từ phần mềm theo dõi đối thoại; đề nghị không trả lời vào địa chỉ gửi.
`);
  });

  it('D11.1b: tells the person to which agency the matter was given', async () => {
    const { subject, text } = await composeLetter(
      aRequest({ ...samples.assignmentTold, recipientRole: 'petitioner', caseTitle: null }),
    );

    expect(subject).toBe('[2026-000123] Thông báo việc giao giải quyết kiến nghị, phản ánh');
    expect(text.split('\n- Căn cứ')[0]).toBe(`Văn phòng Tỉnh ủy

Kính gửi: Lò Thị Canary

Kiến nghị, phản ánh của Ông (Bà) đã được giao cho Sở Tài chính xem xét, giải quyết vào thứ Hai, ngày 02/11/2026.

Trong thời gian 15 ngày làm việc kể từ khi nhận được văn bản giao việc, cơ quan được giao báo cáo biện pháp giải quyết hoặc kết quả, tiến độ giải quyết; Ông (Bà) sẽ được thông báo để biết.

- Số hồ sơ: 2026-000123
- Cơ quan được giao: Sở Tài chính
- Ngày giao: thứ Hai, ngày 02/11/2026
- Thời gian giải quyết: 15 ngày làm việc kể từ khi cơ quan được giao nhận được văn bản giao việc`);
  });
});

import type { LetterKind, PetitionStage } from '@dialogue/domain';

/** An act as it is walked: from the letter on, with what is typed, what is said before, and what is there after. */
export interface Walk {
  readonly letter: LetterKind;
  readonly slug: string;
  readonly typed: Readonly<Record<string, string>>;
  /** On the page that is looked over. */
  readonly foresees: RegExp;
  readonly event: object;
  readonly words: object;
  /** On the page that says what was done. */
  readonly says: readonly string[];
}

interface PetitionWalk extends Walk {
  readonly from: PetitionStage;
  readonly to: PetitionStage;
  /** Open duties, with their days. */
  readonly owes: readonly string[];
}

/** What an agency does with what it was assigned (D11.1b, D11.1c). */
export const ofPetitions: Readonly<Record<string, PetitionWalk>> = {
  'D11.1c: asks for more time': {
    ...{ from: 'inProgress', letter: 'receiptRecorded', slug: 'de-nghi-gia-han', to: 'inProgress' },
    typed: { wantedOn: '2026-04-09', legalBasis: 'Điều 5 Quy chế làm việc', reason: 'Phải khảo sát lại.' },
    foresees: /Hạn cho ý kiến về việc gia hạn: hết thứ Năm, ngày 26\/03\/2026[^]+Thực hiện: người chủ trì/,
    event: { event: 'extensionRequested', rule: 'D11.1c' },
    words: { legalBasis: 'Điều 5 Quy chế làm việc', reason: 'Phải khảo sát lại.' },
    owes: ['answer 2026-03-26', 'decideExtension 2026-03-11'],
    says: ['đề nghị gia hạn', 'Hạn trả lời', 'hết thứ Năm, ngày 26/03/2026', 'thời hạn hiện nay vẫn giữ nguyên'],
  },
  'D11.1b: gives back what is not theirs': {
    ...{ from: 'assigned', letter: 'assigned', slug: 'tra-lai', to: 'accepted' },
    typed: { reason: 'Thuộc thẩm quyền của xã.', suggestion: 'Ủy ban nhân dân xã' },
    foresees: /Hạn giao việc: hết [^]+Thực hiện: cơ quan đầu mối/,
    event: { event: 'assignmentReturned', rule: 'D11.1b' },
    words: { reason: 'Thuộc thẩm quyền của xã.', suggestion: 'Ủy ban nhân dân xã' },
    owes: ['assign 2026-03-13'],
    says: ['Cơ quan không còn phải làm gì với hồ sơ này.'],
  },
  'D11.1c: reports that the matter is resolved': {
    ...{ from: 'answered', letter: 'answerApproved', slug: 'ket-qua-giai-quyet', to: 'resolved' },
    typed: { 'evidence.number': '12/BB', 'evidence.signedOn': '2026-03-05', 'evidence.signatory': 'Trần Mẫu Ngân' },
    foresees: /Hạn thông báo kết quả đến người kiến nghị: hết [^]+Thực hiện: cơ quan đầu mối/,
    event: { event: 'resolved', rule: 'D11.1c' },
    words: { evidence: { number: '12/BB', signedOn: '2026-03-05', signatory: 'Trần Mẫu Ngân' } },
    owes: ['tell 2026-03-30'],
    says: ['Cơ quan đầu mối thông báo kết quả cho người kiến nghị và kết thúc hồ sơ.'],
  },
};

const toBriefing = /Hạn họp thống nhất nội dung: hết thứ Sáu, ngày 10\/04\/2026[^]+Thực hiện: người chủ trì/;

interface ConferenceWalk extends Walk {
  readonly body: string;
  readonly role?: string;
}

/** What bodies answer to a conference (D8.1d, D10.3a, D13.3). */
export const ofConferences: Readonly<Record<string, ConferenceWalk>> = {
  'D8.1d: sends what it has prepared to answer': {
    ...{ letter: 'answersToPrepare', body: 'SL-STC', slug: 'noi-dung-tra-loi', foresees: toBriefing },
    typed: { answer: 'Đã bố trí kinh phí.' },
    event: { event: 'answerPrepared', rule: 'D8.1d' },
    words: { answer: 'Đã bố trí kinh phí.' },
    says: ['Người chủ trì xem nội dung này tại cuộc họp thống nhất trước hội nghị.'],
  },
  'D13.3: reports on the situation, as the Front, neither asked for opinions nor invited': {
    ...{ letter: 'dutyReminder', body: 'SL-MTTQ', role: 'front', slug: 'bao-cao-tinh-hinh', foresees: toBriefing },
    typed: {
      'document.number': '12/BC-MTTQ',
      'document.signedOn': '2026-04-02',
      text: 'Nhân dân quan tâm đến nước sạch.',
    },
    event: { event: 'situationReported', rule: 'D13.3' },
    words: { text: 'Nhân dân quan tâm đến nước sạch.' },
    says: ['Người chủ trì và cơ quan đầu mối đã được báo.'],
  },
  'D10.3a: sends somebody else': {
    ...{ letter: 'invitation', body: 'SL-SYT', slug: 'cu-nguoi-khac' },
    typed: {
      ...{ reason: 'Đi công tác.', 'substitute.name': 'Trần Mẫu Ngân', 'substitute.title': 'Phó Giám đốc' },
      rank: 'deputy',
    },
    foresees: /Hội nghị bắt đầu lúc 8 giờ 00, thứ Năm, ngày 16\/04\/2026, tại Hội trường/,
    event: { event: 'attendanceDeclined', rule: 'D10.3a' },
    words: { reason: 'Đi công tác.', substitute: { name: 'Trần Mẫu Ngân', title: 'Phó Giám đốc' } },
    says: ['Cơ quan đầu mối đã ghi tên người dự thay.'],
  },
};

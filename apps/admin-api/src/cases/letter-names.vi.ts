import type { LetterKind } from '@dialogue/domain';

/** The letters that bring a link, as an office calls them. */
const names: Readonly<Partial<Record<LetterKind, string>>> = {
  assigned: 'Giao việc',
  receiptRecorded: 'Ghi nhận văn bản đến',
  contributionReceived: 'Đã có ý kiến phối hợp',
  extensionGranted: 'Đồng ý gia hạn',
  extensionRefused: 'Không đồng ý gia hạn',
  answerSentBack: 'Chuyển lại để bổ sung trả lời',
  answerApproved: 'Trả lời được phê duyệt',
  deferralEnded: 'Tiếp tục xem xét',
  cooperationAsked: 'Đề nghị phối hợp',
  contributionDue: 'Hạn gửi ý kiến phối hợp',
  opinionsRequested: 'Đề nghị tổng hợp ý kiến',
  answersToPrepare: 'Chuẩn bị trả lời',
  invitation: 'Giấy mời',
  conferenceMoved: 'Thay đổi thời gian hội nghị',
  conferencePostponed: 'Hoãn hội nghị',
  hostChanged: 'Thay đổi người chủ trì',
  handover: 'Bàn giao việc',
  dutyReminder: 'Nhắc việc',
  dutyOverdue: 'Quá hạn',
};

/** What a letter is called in the sentences of a history. */
export function letterName(kind: LetterKind): string {
  return names[kind] ?? kind;
}

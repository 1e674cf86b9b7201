import type { ConferenceFlag } from '../conferences/conference.js';
import type { PetitionFlag } from '../petitions/petition.js';
import type { ReportFlag } from '../reports/report.js';

/** What a supervisor should notice of a case, as an office says it: in lists, and on the page of the case. */
export const flagNames: Readonly<Record<PetitionFlag | ConferenceFlag | ReportFlag, string>> = {
  overdue: 'đang quá hạn',
  breached: 'đã quá hạn trả lời',
  deemedReceipt: 'coi như đã nhận',
  finding: 'vi phạm thời hạn của Quy định',
  belated: 'có việc đã muộn khi bắt đầu',
  provisional: 'thời hạn tạm tính',
  mailTrouble: 'có thư chưa gửi được',
  urgent: 'khẩn',
  beyondAuthority: 'vượt thẩm quyền của người chủ trì',
  restricted: 'lưu hành nội bộ',
  protected: 'người kiến nghị được bảo vệ',
  abusive: 'có dấu hiệu lợi dụng đối thoại',
};

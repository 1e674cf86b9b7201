import type { DropReason } from './drop-reason.js';

/** Why a letter was not sent, as an office says it. */
export const dropReasonNames: Readonly<Record<DropReason, string>> = {
  dutyDone: 'việc nêu trong thư đã xong hoặc không còn phải làm',
  dutyMoved: 'ngày tính hạn nêu trong thư đã thay đổi',
  bodyChanged: 'việc không còn giao cho cơ quan nêu trong thư',
  caseEnded: 'hồ sơ đã kết thúc',
  conferenceOff: 'hội nghị đã hủy, đã hoãn hoặc đã xong',
  conferenceMoved: 'hội nghị đã chuyển sang ngày khác',
  superseded: 'đã có thư nhắc mới hơn về cùng việc',
  nobodyLeft: 'không còn ai để gửi',
  nothingLeft: 'không còn nội dung nào cần gửi trong thư tổng hợp',
};

import type { ReconcilingAction, ReconciliationFinding } from '@dialogue/domain';

/** What was amiss, for whoever looks after the installation. */
export const findingTexts: Readonly<Record<ReconciliationFinding, string>> = {
  beginningLost: 'Có trong sổ đăng ký nhưng không có yêu cầu nào để bắt đầu.',
  notBegun: 'Đã tiếp nhận nhưng chưa được bắt đầu.',
  runMissing: 'Đang mở nhưng không có quy trình nào chạy.',
  taskFailing: 'Quy trình gặp lỗi chương trình, chờ bản sửa lỗi.',
  registerAhead: 'Sổ đăng ký đã có nội dung khác với quy trình đang chạy.',
  runAhead:
    'Quy trình đã ghi những việc mà sổ đăng ký không có (thường do khôi phục bản sao lưu). Phải nhập lại theo hồ sơ giấy.',
  stepFailing: 'Một bước ghi sổ bị lỗi kéo dài.',
  overButRunning: 'Đã kết thúc nhưng quy trình vẫn chạy.',
  stageDiffers: 'Giai đoạn hiển thị khác với sổ đăng ký.',
  overdue: 'Mốc thời hạn đã qua mà quy trình chưa xử lý.',
  commandStuck: 'Có yêu cầu chờ kết quả hơn một ngày.',
  commandWaits: 'Có yêu cầu chờ kết quả hơn mười phút.',
  rolloutMissed: 'Chưa áp dụng lịch làm việc mới, hoặc chưa chuyển sang cơ quan kế thừa.',
  unknownRun: 'Quy trình đang chạy nhưng sổ đăng ký không có hồ sơ này.',
};

/** What was done about it. */
export const actionTexts: Readonly<Record<ReconcilingAction, string>> = {
  started: 'Đã cho chạy từ sổ đăng ký.',
  restarted: 'Đã kết thúc lượt chạy cũ (lịch sử được giữ lại) và cho chạy lại từ sổ đăng ký.',
  resent: 'Đã gửi lại yêu cầu.',
  told: 'Đã báo lại cho hồ sơ.',
  reported: 'Chưa làm gì; cần người xem.',
};

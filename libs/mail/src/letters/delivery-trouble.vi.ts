import type { LetterByKind, LetterWriter } from './letter-request.js';

/** Tells the lead office that a letter of this case needs a person (D11.3). */
export const deliveryTroubleLetter: LetterWriter<'deliveryTrouble'> = (letter) => ({
  topic: 'Thư của hồ sơ cần được xử lý',
  paragraphs: troubles[letter.outcome],
  facts: [{ label: 'Mã thư', value: letter.deliveryId }],
  deadline: null,
  rules: ['D11.3'],
});

const troubles: Readonly<Record<LetterByKind['deliveryTrouble']['outcome'], readonly string[]>> = {
  unaddressed: [
    'Một thư của hồ sơ nêu dưới đây chưa gửi được, vì vào ngày gửi không có người giữ chức vụ hoặc không có địa chỉ thư điện tử để gửi.',
    'Đề nghị chuyên viên được phân công cập nhật người giữ chức vụ, địa chỉ thư điện tử, rồi gửi lại hoặc chuyển thông tin bằng hình thức khác.',
  ],
  refused: [
    'Một thư của hồ sơ nêu dưới đây bị máy chủ thư điện tử từ chối và không được gửi lại tự động.',
    'Đề nghị chuyên viên được phân công kiểm tra địa chỉ nhận, rồi gửi lại hoặc chuyển thông tin bằng hình thức khác.',
  ],
  bounced: [
    'Một thư của hồ sơ nêu dưới đây đã được gửi đi nhưng hệ thống thư điện tử của nơi nhận báo không giao được thư đến người nhận.',
    'Thời hạn của hồ sơ không thay đổi. Đề nghị chuyên viên được phân công kiểm tra địa chỉ nhận và gửi lại, hoặc thông báo bằng điện thoại, văn bản giấy rồi ghi nhận vào hệ thống.',
  ],
  uncertain: [
    'Một thư của hồ sơ nêu dưới đây đã được chuyển đến máy chủ thư điện tử nhưng chưa có trả lời cuối cùng; chưa xác định được thư đã đến nơi hay chưa. Thư không được gửi lại tự động.',
    'Đề nghị chuyên viên được phân công liên hệ người nhận để xác minh, rồi xác nhận đã đến hoặc cho gửi lại.',
  ],
};

import type { DomainErrorCode } from '@dialogue/domain';

import type { ApiErrorCode } from './api-error.js';

/** What a person reads when a rule of the regulation said no. */
export const domainErrorSentences: Readonly<Record<DomainErrorCode, string>> = {
  'petition.transition_refused': 'Kiến nghị đang ở giai đoạn không cho phép thực hiện việc này.',
  'petition.answer_not_approved':
    'Chưa ghi nhận được kết quả giải quyết: nội dung trả lời phải được người chủ trì phê duyệt trước.',
  'petition.notice_missing':
    'Chưa kết thúc được: chưa ghi nhận việc thông báo kết quả cho người kiến nghị. Thông báo ghi ngày trước ngày có kết quả thì không được tính.',
  'petition.reopening_expired': 'Đã quá thời hạn được mở lại kiến nghị.',
  'petition.receipt_already_recorded':
    'Số đến, ngày đến của văn bản giao việc đã được ghi nhận trước đó, không ghi lại được.',
  'petition.evidence_missing':
    'Phải nêu văn bản chứng minh (số, ngày ký, người ký) thì mới sửa được ngày đến mà văn bản giao việc được coi như đã nhận.',
  'petition.date_in_future': 'Ngày nêu trong yêu cầu là ngày trong tương lai.',
  'petition.date_before_case': 'Ngày nêu trong yêu cầu sớm hơn ngày mà việc này có thể bắt đầu.',
  'petition.next_report_too_late': 'Ngày báo cáo tiếp theo quá xa so với thời hạn cho phép.',
  'petition.next_report_in_past': 'Ngày báo cáo tiếp theo phải sau ngày hôm nay.',
  'petition.next_report_missing': 'Báo cáo tiến độ phải nêu ngày báo cáo tiếp theo.',
  'petition.not_reachable_by_mail': 'Người kiến nghị không có địa chỉ thư điện tử; hãy chọn hình thức thông báo khác.',
  'delivery.decision_refused': 'Thư này không ở trạng thái chưa rõ kết quả, nên không có gì phải quyết định.',
  'command.key_reused':
    'Khóa chống gửi trùng (Idempotency-Key) này đã được dùng cho một yêu cầu có nội dung khác. Hãy dùng khóa mới.',
  'date.invalid': 'Ngày không có trong lịch.',
};

/** What a person reads when the API itself said no. */
export const apiErrorSentences: Readonly<Record<ApiErrorCode, string>> = {
  'request.invalid': 'Yêu cầu có thông tin chưa đúng. Hãy xem từng mục được nêu và sửa lại.',
  'request.malformed': 'Không đọc được nội dung yêu cầu: nội dung không phải là JSON hợp lệ.',
  'auth.required': 'Hãy đăng nhập để tiếp tục.',
  'auth.token_invalid': 'Phiên đăng nhập không hợp lệ hoặc đã hết hạn. Hãy đăng nhập lại.',
  'auth.credentials_wrong': 'Tên đăng nhập hoặc mật khẩu không đúng.',
  'auth.forbidden': 'Tài khoản không có quyền thực hiện việc này.',
  'auth.out_of_scope': 'Việc này nằm ngoài phạm vi của cơ quan, đơn vị mà tài khoản thuộc về.',
  'request.route_unknown': 'Không có địa chỉ này.',
  'petition.not_found': 'Không tìm thấy kiến nghị.',
  'identity.not_found': 'Kiến nghị này không lưu thông tin về người kiến nghị.',
  'organisation.not_found': 'Không tìm thấy cơ quan, đơn vị.',
  'post_holder.not_found': 'Không tìm thấy người giữ chức vụ, hoặc việc giữ chức vụ đã kết thúc.',
  'account.not_found': 'Không tìm thấy tài khoản.',
  'delivery.not_found': 'Không tìm thấy thư.',
  'command.not_found': 'Không tìm thấy yêu cầu.',
  'request.method_not_allowed': 'Địa chỉ này không nhận phương thức đã dùng.',
  'account.username_taken': 'Tên đăng nhập này đã có người dùng.',
  'account.own_deactivation': 'Không thể tự ngừng tài khoản của chính mình.',
  'post.already_held':
    'Trong thời gian đó chức vụ này đã có người giữ. Hãy kết thúc việc giữ chức vụ trước, hoặc ghi là phụ trách.',
  'request.too_large': 'Nội dung gửi lên quá lớn: tối đa 256 KiB.',
  'request.media_type_unsupported': 'Nội dung gửi lên phải là JSON (Content-Type: application/json).',
  'command.evidence_required':
    'Đây là việc của cơ quan được giao. Khi ghi thay, phải nêu văn bản chứng minh: số, ngày ký và người ký.',
  'command.field_of_lead_office': 'Chỉ cơ quan đầu mối, khi ghi thay, mới được nêu thông tin này.',
  'organisation.unknown': 'Không có cơ quan, đơn vị này, hoặc cơ quan, đơn vị không hoạt động vào ngày đó.',
  'request.too_many': 'Thử quá nhiều lần. Hãy đợi một phút rồi thử lại.',
  'server.error': 'Hệ thống gặp lỗi. Hãy thử lại sau; nếu vẫn lỗi, hãy báo cho người quản trị kèm mã yêu cầu.',
  'service.unavailable':
    'Cơ sở dữ liệu tạm thời không dùng được. Hãy thử lại sau ít giây; nếu chưa nhận được trả lời thì yêu cầu chưa chắc đã được ghi nhận.',
};

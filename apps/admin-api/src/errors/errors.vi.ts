import type { DomainErrorCode } from '@dialogue/domain';

import type { ApiErrorCode } from './api-error.js';

/** What a person reads when a rule of the regulation said no; `{year}` stands for a detail of the error. */
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
  'petition.already_attached': 'Kiến nghị này đã thuộc một hội nghị đối thoại. Hãy đưa ra khỏi hội nghị đó trước.',
  'petition.not_attached': 'Kiến nghị này không thuộc hội nghị đối thoại nào.',
  'petition.conference_over':
    'Hội nghị đối thoại đã tổ chức hoặc đã kết luận về kiến nghị này, nên không thay đổi được nữa.',
  'petition.review_in_past': 'Ngày xem xét lại phải sau ngày hôm nay.',
  'petition.decision_missing':
    'Cơ quan được giao mới tham mưu; hãy nêu quyết định của người chủ trì về nội dung được tham mưu.',
  'petition.agency_unchanged': 'Cơ quan nêu trong yêu cầu đang được giao kiến nghị này; hãy nêu cơ quan khác.',
  'petition.cooperating_repeated':
    'Mỗi cơ quan phối hợp chỉ nêu một lần, và không trùng với cơ quan chủ trì giải quyết.',
  'petition.not_cooperating': 'Cơ quan này không được giao phối hợp giải quyết kiến nghị.',
  'petition.contribution_already_recorded': 'Ý kiến phối hợp của cơ quan này đã được ghi nhận trước đó.',
  'petition.extension_pending': 'Đã có một đề nghị gia hạn đang chờ người chủ trì cho ý kiến.',
  'petition.extension_used': 'Đã hết số lần được gia hạn trả lời đối với lần giao việc này.',
  'petition.extension_not_requested': 'Không có đề nghị gia hạn nào đang chờ ý kiến.',
  'petition.extension_after_deadline':
    'Đã quá thời hạn trả lời nên không gia hạn được nữa. Cơ quan được giao phải báo cáo ngay; việc quá hạn vẫn được ghi nhận.',
  'petition.extension_not_later': 'Ngày gia hạn phải sau thời hạn trả lời hiện nay.',
  'petition.extension_too_long': 'Ngày gia hạn vượt quá số ngày làm việc tối đa được gia hạn.',
  'petition.merged_into_itself': 'Không thể ghép một kiến nghị vào chính nó.',
  'petition.leads_others': 'Đã có kiến nghị khác được ghép vào kiến nghị này. Hãy tách các kiến nghị đó ra trước.',
  'petition.told_already': 'Người kiến nghị đã được thông báo kết quả nên không tách ra được nữa.',
  'petition.stub_of_secret':
    'Hồ sơ này chỉ ghi số và nơi lưu giữ của văn bản thuộc bí mật nhà nước; không có nội dung để phân loại hoặc tách.',
  'petition.not_protected': 'Thông tin về người kiến nghị này đang không được bảo vệ.',
  'petition.protected_by_same_role': 'Bên đã đề nghị bảo vệ không được tự thôi bảo vệ; phải do bên khác quyết định.',
  'petition.written_answer_missing': 'Kiến nghị này phải được trả lời bằng văn bản; chưa có văn bản trả lời.',
  'conference.transition_refused': 'Hội nghị đối thoại đang ở giai đoạn không cho phép thực hiện việc này.',
  'conference.day_not_come': 'Chưa đến ngày tổ chức hội nghị đối thoại.',
  'conference.duties_open':
    'Chưa kết thúc được hội nghị: còn việc phải làm sau hội nghị chưa hoàn thành. Hãy xem danh sách việc còn mở.',
  'conference.already_issued': 'Văn bản này của hội nghị đã được ban hành trước đó.',
  'conference.nobody_new': 'Các cơ quan, đơn vị nêu trong yêu cầu đều đã được gửi trước đó, không có nơi nào mới.',
  'conference.day_unchanged': 'Ngày, giờ nêu trong yêu cầu trùng với ngày, giờ hiện nay của hội nghị.',
  'conference.date_in_past': 'Ngày tổ chức hội nghị phải là ngày sau hôm nay.',
  'conference.date_in_future': 'Ngày nêu trong yêu cầu là ngày trong tương lai.',
  'conference.date_before_case': 'Ngày nêu trong yêu cầu sớm hơn ngày mà việc này có thể bắt đầu.',
  'conference.conclusions_incomplete':
    'Phải có kết luận đối với từng kiến nghị của hội nghị. Còn kiến nghị chưa có kết luận.',
  'conference.conclusion_of_another':
    'Có kết luận đối với kiến nghị không thuộc hội nghị này, bị lặp lại hoặc đã có kết luận. Nếu kiến nghị vừa mới ghi nhận, hãy thử lại sau ít giây.',
  'conference.review_in_past': 'Ngày xem xét lại của kiến nghị tạm dừng trả lời phải sau ngày hôm nay.',
  'conference.plan_submitted': 'Kế hoạch đã được trình và đang chờ người chủ trì cho ý kiến.',
  'conference.plan_not_submitted':
    'Chưa có kế hoạch nào được trình và đang chờ người chủ trì cho ý kiến. Hãy trình kế hoạch trước.',
  'conference.demand_open':
    'Đơn vị được yêu cầu chưa trả lời ngày tổ chức đối thoại đột xuất, nên chưa thực hiện được việc này.',
  'conference.no_demand': 'Hội nghị này không có yêu cầu tổ chức đối thoại đột xuất nào đang chờ trả lời.',
  'conference.host_unchanged': 'Người chủ trì nêu trong yêu cầu trùng với người chủ trì hiện nay.',
  'conference.body_not_asked': 'Cơ quan, đơn vị này chưa được đề nghị tổng hợp ý kiến cho hội nghị.',
  'conference.body_not_invited': 'Cơ quan, đơn vị này chưa được mời dự hội nghị.',
  'conference.petition_of_another': 'Có kiến nghị không thuộc hội nghị này hoặc được nêu hai lần.',
  'conference.prepared_by_another':
    'Kiến nghị này được giao cơ quan khác chuẩn bị trả lời, hoặc vượt thẩm quyền của người chủ trì.',
  'conference.allocations_incomplete':
    'Báo cáo tổng hợp phải đề xuất cơ quan nghiên cứu, trả lời đối với từng kiến nghị trong danh sách họp thống nhất.',
  'conference.urgency_missing':
    'Hội nghị do người đứng đầu sở, ban, ngành chủ trì: phải phân loại từng nội dung theo mức độ cấp thiết.',
  'conference.already_recorded': 'Việc này của hội nghị đã được ghi nhận trước đó.',
  'conference.minutes_version_not_newest':
    'Người chủ trì chỉ ký bản mới nhất của biên bản. Hãy xem danh sách các bản và nêu số của bản mới nhất.',
  'conference.petition_not_listed': 'Kiến nghị nêu trong yêu cầu không thuộc danh sách của hội nghị này.',
  'report.transition_refused': 'Báo cáo đang ở giai đoạn không cho phép thực hiện việc này.',
  'report.period_running': 'Chưa đến ngày chốt số liệu của kỳ báo cáo, nên chưa trình được.',
  'report.date_in_future': 'Ngày nêu trong yêu cầu là ngày trong tương lai.',
  'report.date_before_case': 'Ngày ký báo cáo không được trước ngày chốt số liệu.',
  'case.unchanged': 'Hồ sơ đã theo đúng lịch làm việc, cơ quan hoặc quy định về thời hạn đó; không có gì thay đổi.',
  'calendar.year_missing':
    'Lịch làm việc chưa có năm {year} mà thời hạn này phải tính đến; cần bổ sung năm đó vào lịch.',
  'calendar.edition_unknown': 'Không có bản lịch mang số này.',
  'calendar.edition_published':
    'Bản lịch này đã được công bố nên không sửa được nữa. Hãy lập bản dự thảo mới từ bản đã công bố.',
  'calendar.date_taken': 'Ngày này đã có trong bản lịch với nội dung khác. Hãy bỏ ngày đó trước.',
  'calendar.choices_open':
    'Chưa xác nhận được năm này: còn ngày chỉ là đề xuất, chờ Chính phủ quyết định. Hãy ghi ngày đã quyết định hoặc bỏ ngày đề xuất.',
  'calendar.year_confirmed': 'Năm này đã được xác nhận đầy đủ nên không gợi ý thêm. Hãy bỏ xác nhận trước.',
  'calendar.date_unknown': 'Ngày này không có trong bản lịch.',
  'calendar.year_unknown': 'Năm này không có trong bản lịch.',
  'calendar.holiday_unknown':
    'Bản lịch không có ngày lễ nào trùng ngày nghỉ hằng tuần vào ngày được nghỉ bù. Hãy nêu tên ngày lễ.',
  'calendar.day_off_on_rest_day': 'Ngày nghỉ phải là ngày từ thứ Hai đến thứ Sáu; ngày này đã là ngày nghỉ hằng tuần.',
  'calendar.day_worked_on_weekday': 'Ngày làm bù phải là thứ Bảy hoặc Chủ nhật.',
  'calendar.day_no_weekend_holiday':
    'Ngày lễ trùng ngày nghỉ hằng tuần phải là thứ Bảy hoặc Chủ nhật và không hoán đổi.',
  'calendar.day_twice': 'Ngày này có hai lần trong bản lịch.',
  'calendar.day_in_uncovered_year':
    'Bản lịch chưa có năm của ngày này. Hãy gợi ý năm đó trước, hoặc nhập cả năm từ tệp.',
  'calendar.day_without_name': 'Ngày này thiếu tên.',
  'calendar.day_without_basis': 'Ngày này thiếu căn cứ pháp lý.',
  'calendar.swap_half_missing':
    'Hoán đổi phải có đủ hai ngày, một ngày nghỉ và một ngày làm bù, ngày này nêu ngày kia.',
  'delivery.decision_refused':
    'Thư này không ở trạng thái cần quyết định: chỉ gửi lại thư bị từ chối, bị trả lại, chưa có người nhận hoặc chưa rõ kết quả; chỉ xác nhận thư chưa rõ kết quả. Quyết định về lần gửi trước không áp dụng cho lần gửi sau.',
  'delivery.nobody_to_address':
    'Hiện chưa có người giữ chức vụ hoặc địa chỉ thư điện tử để gửi thư này. Hãy cập nhật người giữ chức vụ, địa chỉ của cơ quan rồi gửi lại.',
  'delivery.fallback_refused':
    'Chỉ ghi nhận thông báo bằng hình thức khác cho thư bị từ chối, bị trả lại hoặc không có người nhận.',
  'delivery.fallback_reason_missing':
    'Thư này đã được ghi nhận là thông báo bằng hình thức khác. Sửa hoặc hủy ghi nhận đó thì phải nêu lý do.',
  'delivery.in_digest': 'Thư này nằm trong một thư tổng hợp. Hãy quyết định về thư tổng hợp đó.',
  'command.key_reused':
    'Khóa chống gửi trùng (Idempotency-Key) này đã được dùng cho một yêu cầu có nội dung khác. Hãy dùng khóa mới.',
  'file.not_attachable':
    'Có tệp không đính kèm được: tệp không tồn tại, do người khác tải lên hoặc đã thuộc hồ sơ khác. Hãy tải tệp lên lại.',
  'file.of_secret': 'Hồ sơ này chỉ ghi số và nơi lưu giữ của văn bản thuộc bí mật nhà nước, không được kèm tệp.',
  'date.invalid': 'Ngày không có trong lịch.',
  'deadline.rule_counts_nothing': 'Quy tắc {rule} không đặt ra thời hạn nào để tính.',
  'deadline.day_not_given':
    'Thời hạn theo quy tắc {rule} là ngày được hẹn hoặc được yêu cầu, không tính từ số ngày. Hãy nêu ngày đến hạn (due) hoặc số ngày làm việc (workingDays).',
};

/** What a person reads when the API itself said no. */
export const apiErrorSentences: Readonly<Record<ApiErrorCode, string>> = {
  'request.invalid': 'Yêu cầu có thông tin chưa đúng. Hãy xem từng mục được nêu và sửa lại.',
  'request.malformed': 'Không đọc được nội dung yêu cầu: nội dung không phải là JSON hợp lệ.',
  'request.file_unreadable': 'Không đọc được tệp: tệp phải là văn bản mã hóa UTF-8, không có ký tự điều khiển.',
  'auth.required': 'Hãy đăng nhập để tiếp tục.',
  'auth.token_invalid': 'Phiên đăng nhập không hợp lệ hoặc đã hết hạn. Hãy đăng nhập lại.',
  'auth.credentials_wrong': 'Tên đăng nhập hoặc mật khẩu không đúng.',
  'auth.forbidden': 'Tài khoản không có quyền thực hiện việc này.',
  'auth.out_of_scope': 'Việc này nằm ngoài phạm vi của cơ quan, đơn vị mà tài khoản thuộc về.',
  'request.route_unknown': 'Không có địa chỉ này.',
  'petition.cooperating_unclear': 'Hãy nêu ý kiến phối hợp là của cơ quan nào.',
  'petition.beyond_authority':
    'Cơ quan, đơn vị này không thuộc thẩm quyền của người chủ trì nên không giao được. Hãy chuyển cấp có thẩm quyền (refer).',
  'field.not_found': 'Không tìm thấy lĩnh vực.',
  'field.of_article': 'Đây là lĩnh vực nêu tại Điều 5 của Quy định nên không đổi tên, không ngừng áp dụng được.',
  'field.code_taken': 'Mã này đã dùng cho một lĩnh vực khác. Hãy chọn mã khác.',
  'field.name_taken': 'Trong cùng lĩnh vực của Điều 5 đã có lĩnh vực mang tên này.',
  'field.unknown': 'Danh mục lĩnh vực không có mã này.',
  'field.not_in_force':
    'Lĩnh vực này hôm nay không áp dụng: chưa đến ngày áp dụng hoặc đã ngừng áp dụng. Hãy chọn lĩnh vực đang áp dụng trong danh mục.',
  'field.ends_before_it_begins': 'Ngày ngừng áp dụng không được trước ngày bắt đầu áp dụng.',
  'petition.not_found': 'Không tìm thấy kiến nghị.',
  'petition.unknown': 'Không có kiến nghị này.',
  'petition.of_another_host': 'Hai kiến nghị gửi đến hai cơ quan, đơn vị khác nhau nên không ghép được.',
  'petition.leads_nobody':
    'Kiến nghị được chọn làm kiến nghị chính đã được ghép, rút hoặc hướng dẫn theo thủ tục khác, hoặc chưa được tiếp nhận.',
  'petition.not_collective': 'Kiến nghị này không phải của tập thể nên không có người đại diện.',
  'petition.nobody_known': 'Kiến nghị này không lưu thông tin về người kiến nghị.',
  'identity.protected':
    'Thông tin về người kiến nghị này được bảo vệ; chỉ người chủ trì được đọc, và mỗi lần đọc đều được ghi lại.',
  'conference.not_found': 'Không tìm thấy hội nghị đối thoại.',
  'minutes.not_found': 'Không có bản biên bản này.',
  'report.not_found': 'Không tìm thấy báo cáo.',
  'identity.not_found': 'Kiến nghị này không lưu thông tin về người kiến nghị.',
  'organisation.not_found': 'Không tìm thấy cơ quan, đơn vị.',
  'post.not_found': 'Không tìm thấy chức vụ.',
  'person.not_found': 'Không tìm thấy người này.',
  'post_holder.not_found': 'Không tìm thấy người giữ chức vụ, hoặc việc giữ chức vụ đã kết thúc.',
  'reorganisation.not_found': 'Không có lần sắp xếp cơ quan, đơn vị này.',
  'reorganisation.preview_outdated':
    'Số hồ sơ được chuyển giao đã khác bản xem trước. Chưa ghi gì; hãy xem trước lại rồi xác nhận.',
  'reorganisation.requested_before':
    'Lần sắp xếp này đã được xác nhận trước đó, với đúng nội dung này. Không ghi thêm gì.',
  'reorganisation.withdrawn': 'Lần sắp xếp này đã được rút lại trước đó.',
  'reorganisation.day_come': 'Đã đến ngày có hiệu lực, nên không rút lại được nữa. Hãy lập một lần sắp xếp mới.',
  'reorganisation.in_use':
    'Chưa rút lại được: cơ quan mới, chức vụ hoặc địa chỉ mới lập đã được dùng ở nơi khác. Hãy bỏ các nội dung đó trước.',
  'reorganisation.wrong': 'Chưa ghi gì: nội dung sắp xếp có điểm chưa đúng. Hãy xem từng mục được nêu và sửa lại.',
  'account.not_found': 'Không tìm thấy tài khoản.',
  'reconciliation.not_found': 'Không có lần đối chiếu này.',
  'terms.not_found': 'Cơ quan, đơn vị này không có quy định riêng nào như vậy.',
  'delivery.not_found': 'Không tìm thấy thư.',
  'link.closed':
    'Liên kết này không dùng được: đã dùng rồi, đã hết hạn, đã bị thu hồi hoặc không đúng. Nếu còn việc phải làm, dùng liên kết trong thư mới nhất.',
  'link.not_found': 'Hồ sơ này không có liên kết đó.',
  'import.not_found': 'Không tìm thấy lần nhập này.',
  'command.not_found': 'Không tìm thấy yêu cầu.',
  'feed.not_found': 'Không có lịch thời hạn ở địa chỉ này, hoặc địa chỉ đã bị thu hồi.',
  'file.not_found': 'Không tìm thấy tệp trong hồ sơ này.',
  'file.too_large':
    'Tệp quá lớn: mỗi tệp tối đa 20 MB. Hãy nén ảnh, quét ở độ phân giải thấp hơn hoặc chia thành nhiều tệp.',
  'file.empty': 'Tệp không có nội dung.',
  'file.too_many':
    'Liên kết này đã nhận quá nhiều tệp. Hãy dùng các tệp đã gửi, hoặc liên hệ cơ quan đầu mối để gửi bằng cách khác.',
  'file.no_room':
    'Đang có quá nhiều tệp được tải lên cùng một lúc, hoặc đã tải lên quá nhiều tệp mà chưa dùng trong hồ sơ nào. Hãy chờ các tệp đang tải xong rồi thử lại, hoặc dùng các tệp đã tải lên; tệp không dùng được xóa sau một ngày.',
  'file.name_unusable': 'Tên tệp không dùng được. Hãy đặt tên có phần mở rộng, ví dụ: cong-van-12.pdf.',
  'file.type_refused':
    'Loại tệp này không nhận. Chỉ nhận PDF, Word (docx, doc), Excel (xlsx, xls), OpenDocument (odt, ods), ảnh JPEG, PNG và văn bản (txt, csv).',
  'file.content_mismatch':
    'Nội dung tệp không đúng với phần mở rộng của tên tệp, hoặc tệp bị hỏng, có mật khẩu, không phải văn bản UTF-8. Hãy lưu lại tệp đúng loại (tốt nhất là PDF) rồi tải lên.',
  'file.has_macros': 'Tệp có chứa mã lệnh (macro) nên không nhận. Hãy lưu lại tệp không có macro, hoặc dưới dạng PDF.',
  'file.infected':
    'Phần mềm diệt vi-rút phát hiện mã độc trong tệp nên không nhận. Hãy kiểm tra máy tính đã tạo tệp này.',
  'file.not_scanned':
    'Chưa kiểm tra được tệp vì phần mềm diệt vi-rút tạm thời không dùng được, nên chưa nhận. Hãy thử lại sau ít phút.',
  'request.method_not_allowed': 'Địa chỉ này không nhận phương thức đã dùng.',
  'account.username_taken': 'Tên đăng nhập này đã có người dùng.',
  'account.own_deactivation': 'Không thể tự ngừng tài khoản của chính mình.',
  'post.already_held':
    'Trong thời gian đó chức vụ này đã có người giữ. Hãy kết thúc việc giữ chức vụ trước, hoặc ghi là phụ trách.',
  'post.held_later':
    'Sau ngày đó đã có người giữ chức vụ này. Hãy nêu ngày muộn hơn, hoặc kết thúc việc giữ chức vụ của người đó trước.',
  'post.over': 'Chức vụ này đã kết thúc trước ngày đó. Hãy nêu ngày sớm hơn, hoặc bỏ ngày kết thúc của chức vụ.',
  'post.ends_before_it_begins': 'Ngày kết thúc không được trước ngày bắt đầu.',
  'person.unknown': 'Không có người này trong hệ thống.',
  'contact.later_known':
    'Đã có địa chỉ khác có hiệu lực từ sau ngày đó. Hãy nêu ngày muộn hơn: địa chỉ đã từng đúng thì được giữ lại.',
  'contact.begins_that_day': 'Địa chỉ này có hiệu lực từ chính ngày đó, nên chưa thể kết thúc. Hãy nêu ngày sau đó.',
  'absence.not_found': 'Không có lần vắng mặt này, hoặc đã rút lại trước đó.',
  'absence.overlaps': 'Người này đã được ghi là vắng mặt trong thời gian đó. Hãy rút lại lần trước rồi ghi lại.',
  'absence.deputy_away':
    'Người thay mặt cũng được ghi là vắng mặt trong thời gian đó. Hãy chọn người khác, hoặc chia thành từng khoảng ngày.',
  'absence.person_elsewhere': 'Vào ngày bắt đầu, người này không giữ chức vụ nào ở cơ quan, đơn vị này.',
  'absence.deputy_unreachable': 'Không có người thay mặt này trong hệ thống, hoặc người này chưa có địa chỉ thư.',
  'list.too_long':
    'Danh sách có quá 20.000 dòng, không xuất được một lần. Hãy thêm điều kiện lọc, ví dụ từng khoảng ngày.',
  'import.refused': 'Bảng có chỗ chưa đúng, nên chưa ghi gì. Hãy sửa từng dòng được nêu rồi gửi lại cả bảng.',
  'conference.may_not_host':
    'Cơ quan, đơn vị này hiện không có người giữ hoặc phụ trách chức vụ được chủ trì đối thoại: người đứng đầu cấp ủy, Hội đồng nhân dân, Ủy ban nhân dân, sở, ban, ngành, ban đảng, Mặt trận Tổ quốc, đoàn thể (trừ các ban của Hội đồng nhân dân tỉnh).',
  'conference.takes_no_petitions':
    'Chỉ đưa được kiến nghị vào hội nghị đang lập kế hoạch hoặc đang chuẩn bị. Hội nghị này không ở giai đoạn đó.',
  'conference.not_held':
    'Chỉ ghi nhận được ý kiến nêu tại hội nghị khi hội nghị đã tổ chức và chưa kết luận. Hãy ghi nhận việc tổ chức hội nghị trước.',
  'conference.petition_on_its_way':
    'Có kiến nghị vừa mới ghi nhận, đang được đưa vào hội nghị. Hãy thử lại sau ít giây.',
  'report.already_open': 'Cơ quan, đơn vị này đã có báo cáo của đúng thời gian đó.',
  'calendar.draft_wrong':
    'Bản lịch còn lỗi hoặc chưa có năm nào nên chưa công bố được. Hãy xem mục các lỗi của bản lịch và sửa trước.',
  'calendar.preview_outdated':
    'Số thời hạn thay đổi không còn như trong bản xem trước. Hãy xem lại bản xem trước rồi xác nhận.',
  'calendar.not_rolled_out':
    'Bản lịch này chưa được công bố, hoặc có sẵn từ khi cài đặt, nên không có tiến độ áp dụng.',
  'calendar.draft_open': 'Đã có một bản lịch dự thảo. Hãy sửa tiếp, công bố hoặc hủy bản dự thảo đó trước.',
  'import.preview_outdated':
    'Số dòng ghi nhận được đã khác bản xem trước. Chưa ghi gì; hãy xem trước lại rồi xác nhận.',
  'import.cancelled': 'Lần nhập này đã được dừng trước đó.',
  'import.nothing_waiting': 'Mọi dòng của lần nhập này đã được xử lý, không còn dòng nào để dừng.',
  'request.too_large': 'Nội dung gửi lên quá lớn: tối đa 256 KiB; tệp tối đa 2 MiB, tệp kiến nghị tối đa 16 MiB.',
  'terms.day_taken':
    'Từ ngày đó đã có quy định riêng khác. Hãy rút quy định đó trước nếu chưa đến ngày áp dụng, hoặc chọn ngày khác.',
  'terms.in_force':
    'Quy định riêng này đã áp dụng nên không rút được. Hãy ghi một quy định riêng mới, áp dụng từ một ngày sau.',
  'request.media_type_unsupported':
    'Kiểu nội dung gửi lên không dùng được ở đây: phải là JSON (Content-Type: application/json); khi nhập tệp, là text/csv hoặc text/calendar.',
  'command.evidence_required':
    'Đây là việc của cơ quan được giao hoặc của người chủ trì. Khi ghi thay, phải nêu văn bản chứng minh: số, ngày ký và người ký.',
  'command.body_required': 'Khi ghi thay, phải nêu cơ quan, đơn vị mà việc này được ghi thay (body).',
  'command.field_of_lead_office': 'Chỉ cơ quan đầu mối, khi ghi thay, mới được nêu thông tin này.',
  'organisation.unknown': 'Không có cơ quan, đơn vị này, hoặc cơ quan, đơn vị không hoạt động vào ngày đó.',
  'routing.not_a_host':
    'Theo Điều 1 và Điều 7 của Quy định, người giữ chức vụ này không chủ trì đối thoại ở cơ quan, đơn vị này.',
  'line.refused': 'Chưa ghi được quan hệ giữa các cơ quan: có nội dung không hợp lệ.',
  'conference.lead_office_unexplained':
    'Cơ quan chủ trì tham mưu khác với Điều 7 của Quy định, hoặc chưa rõ do ai phân công; phải nêu rõ.',
  'conference.unknown': 'Không có hội nghị đối thoại này.',
  'conference.of_another_host':
    'Người chủ trì hội nghị này không chịu trách nhiệm về cơ quan, đơn vị mà kiến nghị được gửi đến.',
  'conference.conclusions_missing':
    'Phải có kết luận đối với từng kiến nghị của hội nghị. Còn kiến nghị chưa có kết luận.',
  'calendar.import_refused': 'Tệp có chỗ chưa đúng nên không nhập gì cả. Hãy sửa từng dòng được nêu rồi nhập lại.',
  'conference.petition_unknown': 'Có kiến nghị không thuộc hội nghị này.',
  'terms.invalid': 'Quy định riêng này không ghi được. Hãy xem từng mục được nêu và sửa lại.',
  'request.too_many': 'Thử quá nhiều lần. Hãy đợi một phút rồi thử lại.',
  'server.error': 'Hệ thống gặp lỗi. Hãy thử lại sau; nếu vẫn lỗi, hãy báo cho người quản trị kèm mã yêu cầu.',
  'service.unavailable':
    'Cơ sở dữ liệu tạm thời không dùng được. Hãy thử lại sau ít giây; nếu chưa nhận được trả lời thì yêu cầu chưa chắc đã được ghi nhận.',
};

import type { OperationName } from './operation.js';

const adoptTermsText =
  'Thời hạn còn mở được tính lại từ ngày bắt đầu theo quy định riêng đang áp dụng; lịch sử ghi cả ngày cũ và ngày mới (khoản 1 Điều 13).';

const filterText =
  'Mục lọc nhận nhiều giá trị thì viết lặp lại hoặc cách nhau bằng dấu phẩy; organisation gồm cả đơn vị trực thuộc vào hôm nay; dueFrom, dueTo là hạn gần nhất còn mở; text tìm cụm từ liền nhau, có dấu hay không dấu đều được.';
const countsText = `Đếm trong một lần đọc, theo cùng điều kiện lọc và phạm vi của tài khoản. ${filterText}`;
const tableText = `Mọi dòng của danh sách, nhiều nhất 20.000 dòng; ô bắt đầu như công thức được ghi thành chữ. ${filterText}`;
const historyText =
  'Ai, lúc nào, làm gì, thay cho ai theo văn bản nào, theo điều khoản nào; từ cũ đến mới, hoặc order=newest.';

export const fileNameText =
  'Tên tệp, mã hóa theo URL (UTF-8), ví dụ Quy%E1%BA%BFt%20%C4%91%E1%BB%8Bnh.pdf. Phần mở rộng phải đúng với nội dung.';

/** What each route does, as the documentation says it. */
export const operationTexts: Readonly<
  Record<OperationName, { readonly summary: string; readonly description?: string }>
> = {
  isLive: { summary: 'Tiến trình đang chạy' },
  isReady: {
    summary: 'Hệ thống sẵn sàng phục vụ',
    description: 'Nêu rõ phần nào chưa sẵn sàng: cơ sở dữ liệu, phiên bản cơ sở dữ liệu, Temporal.',
  },
  logIn: {
    summary: 'Đăng nhập',
    description: 'Trả về thẻ truy cập dùng trong 15 phút. Dùng thẻ này ở đầu mục Authorization: Bearer.',
  },
  registerPetition: {
    summary: 'Tiếp nhận kiến nghị',
    description:
      'Thông tin về người kiến nghị được mã hóa khi lưu. Không nhập nội dung thuộc danh mục bí mật nhà nước (Mật, Tối mật, Tuyệt mật): dùng POST /v1/petitions/stubs để ghi số văn bản và nơi lưu giữ. Kiến nghị của tập thể phải có người đại diện. Không lợi dụng đối thoại để vi phạm quy định, đưa thông tin thiếu căn cứ (khoản 5 Điều 4).',
  },
  registerStub: {
    summary: 'Ghi nhận văn bản thuộc bí mật nhà nước',
    description: 'Chỉ ghi số văn bản và nơi lưu giữ; không nhập nội dung và người gửi (khoản 1 Điều 4).',
  },
  listPetitions: {
    summary: 'Danh sách kiến nghị',
    description: `Trang sau lấy bằng dấu trang (cursor) của trang trước, với cùng điều kiện lọc và cách sắp xếp. ${filterText}`,
  },
  countPetitions: { summary: 'Số kiến nghị theo giai đoạn, lưu ý, cơ quan', description: countsText },
  exportPetitions: { summary: 'Danh sách kiến nghị (CSV)', description: tableText },
  readPetitionHistory: { summary: 'Lịch sử một kiến nghị', description: historyText },
  readPetition: {
    summary: 'Một kiến nghị',
    description:
      'Giai đoạn, ai còn phải làm gì đến ngày nào theo quy định nào, lịch sử, thư đã gửi và quy trình trong Temporal.',
  },
  petitionImportTemplate: {
    summary: 'Mẫu tệp để nhập nhiều kiến nghị (CSV)',
    description: 'Tiêu đề cột bằng tiếng Việt, kèm một dòng ví dụ cần xóa trước khi nhập.',
  },
  previewPetitionImport: {
    summary: 'Xem trước việc nhập nhiều kiến nghị từ tệp',
    description:
      'Kiểm tra cả tệp (CSV, UTF-8, ô cách nhau bằng dấu phẩy hoặc dấu chấm phẩy, tối đa 10.000 dòng), nêu từng dòng chưa đúng, dòng đã nhập trước đó và dòng có thể trùng với kiến nghị đã có. Chưa ghi gì.',
  },
  importPetitions: {
    summary: 'Nhập nhiều kiến nghị từ tệp',
    description:
      'Xác nhận bằng đúng số dòng ghi nhận được trong bản xem trước (registers). Cùng một tệp của cùng một cơ quan chỉ nhập một lần; cùng một dòng (theo số của cơ quan, hoặc theo nội dung) không bao giờ ghi nhận hai lần. Dòng không nhận được được giữ lại để tải về, sửa và nhập lại.',
  },
  listPetitionImports: { summary: 'Các lần nhập kiến nghị từ tệp', description: 'Mới nhất trước.' },
  readPetitionImport: {
    summary: 'Một lần nhập kiến nghị từ tệp',
    description: 'Đã đọc, đã ghi nhận, đã chạy, không nhận được, trùng bao nhiêu dòng; và quy trình trong Temporal.',
  },
  listPetitionImportRows: {
    summary: 'Các dòng của một lần nhập',
    description: 'Mỗi dòng thành kiến nghị nào, hoặc vì sao không nhận được; không có thông tin về người kiến nghị.',
  },
  exportRefusedPetitions: {
    summary: 'Các dòng không nhận được (CSV)',
    description:
      'Kèm lý do, để sửa và nhập lại. Có thông tin về người kiến nghị: mỗi lần tải đều được ghi lại (khoản 1 Điều 11).',
  },
  cancelPetitionImport: {
    summary: 'Dừng việc nhập',
    description: 'Các dòng chưa ghi nhận được bỏ; kiến nghị đã ghi nhận vẫn giữ nguyên.',
  },
  listFeeds: { summary: 'Danh sách lịch thời hạn', description: 'Địa chỉ của lịch chỉ hiện một lần khi lập.' },
  createFeed: {
    summary: 'Lập lịch thời hạn để theo dõi trong phần mềm lịch',
    description:
      'Trả về địa chỉ bí mật, chỉ hiện lần này. kind là agency: các việc cơ quan còn phải làm; leadOffice: mọi việc của các hồ sơ do cơ quan chủ trì tham mưu. Ai biết địa chỉ đều đọc được lịch; lịch không có tên người và nội dung kiến nghị.',
  },
  replaceFeed: {
    summary: 'Đổi địa chỉ của lịch thời hạn',
    description: 'Địa chỉ cũ không dùng được nữa kể từ lúc này; trả về địa chỉ mới, chỉ hiện lần này.',
  },
  revokeFeed: { summary: 'Thu hồi địa chỉ của lịch thời hạn' },
  readFeed: {
    summary: 'Lịch thời hạn (iCalendar)',
    description:
      'Không cần đăng nhập: địa chỉ bí mật thay cho đăng nhập. Mỗi việc còn mở là một sự kiện cả ngày (RFC 5545, RFC 7986). Dùng ETag để không phải tải lại.',
  },
  uploadFile: {
    summary: 'Tải tệp lên',
    description:
      'Nội dung tệp là thân của yêu cầu (application/octet-stream), tối đa 20 MB: PDF, Word, Excel, OpenDocument, ảnh JPEG, PNG, văn bản UTF-8. Loại tệp được xác định theo nội dung. Sau đó nêu mã tệp ở mục files của bước xử lý; tệp không được nêu trong một ngày sẽ bị xóa.',
  },
  downloadPetitionFile: {
    summary: 'Tải tệp của kiến nghị về',
    description:
      'Cơ quan được giao chỉ đọc được tệp mà cơ quan chủ trì đã chuyển khi giao việc và tệp của chính các cơ quan. Tệp khác có thể nêu tên người kiến nghị: chỉ người được đọc thông tin về người kiến nghị mới tải được, và mỗi lần tải đều được ghi lại (khoản 1 Điều 11).',
  },
  readIdentity: {
    summary: 'Người kiến nghị',
    description: 'Mỗi lần đọc đều được ghi lại; của người được bảo vệ, chỉ người chủ trì được đọc (khoản 1 Điều 11).',
  },
  listDuplicates: {
    summary: 'Kiến nghị có thể trùng',
    description:
      'Gửi đến cùng cơ quan, đơn vị, của cùng một người hoặc có lời gần giống nhau. Chỉ cho biết có phải cùng một người hay không, không cho biết là ai; người được bảo vệ thì không so sánh.',
  },
  merge: {
    summary: 'Ghép vào kiến nghị khác',
    description:
      'Kiến nghị được trả lời cùng kiến nghị chính; mỗi người kiến nghị được thông báo riêng. Kiến nghị đã ghép không làm kiến nghị chính, và ngược lại.',
  },
  unmerge: {
    summary: 'Tách khỏi kiến nghị chính',
    description: 'Kiến nghị trở lại giai đoạn trước khi ghép; thời hạn tính lại từ ngày tách.',
  },
  split: {
    summary: 'Tách một đơn có nhiều nội dung thành nhiều kiến nghị',
    description:
      'Mỗi nội dung khác thành một kiến nghị có số riêng, cùng người kiến nghị và cùng ngày tiếp nhận; thời hạn xem xét tính từ ngày tách.',
  },
  classify: {
    summary: 'Phân loại kiến nghị',
    description:
      'Lĩnh vực, mức độ khẩn, thẩm quyền và độ mật. Nội dung lưu hành nội bộ không được đưa vào thư. Nội dung Mật, Tối mật, Tuyệt mật không được nhập (khoản 1 Điều 4).',
  },
  markAbusive: {
    summary: 'Đánh dấu lợi dụng đối thoại',
    description: 'Do người chủ trì quyết định, có lý do (khoản 5 Điều 4); bỏ đánh dấu bằng isAbusive là false.',
  },
  protectIdentity: {
    summary: 'Bảo vệ thông tin người kiến nghị',
    description: 'Từ đó chỉ người chủ trì được đọc. Bên đã đề nghị bảo vệ không được tự thôi bảo vệ.',
  },
  liftProtection: {
    summary: 'Thôi bảo vệ thông tin người kiến nghị',
    description:
      'Do bên khác với bên đã đề nghị bảo vệ quyết định, có lý do; người chủ trì tự thực hiện, bên khác nêu văn bản chứng minh.',
  },
  changeRepresentative: {
    summary: 'Đổi người đại diện của tập thể',
    description: 'Có văn bản chứng minh. Thông tin về người đại diện mới được mã hóa khi lưu.',
  },
  accept: { summary: 'Thụ lý kiến nghị' },
  redirect: {
    summary: 'Hướng dẫn theo thủ tục khác',
    description: 'Khiếu nại, tố cáo hoặc tiếp công dân: ngoài phạm vi của quy định (khoản 1 Điều 2).',
  },
  assign: { summary: 'Giao cơ quan xử lý', description: 'Nêu số và ngày ký của văn bản giao việc.' },
  acknowledge: {
    summary: 'Ghi nhận văn bản đến',
    description:
      'Nêu số đến và ngày đến; thời hạn 15 ngày làm việc tính từ ngày đến. Cơ quan đầu mối ghi thay phải nêu văn bản chứng minh.',
  },
  answer: {
    summary: 'Trả lời',
    description:
      'Biện pháp, kết quả, tham mưu hoặc báo cáo tiến độ. Cơ quan đầu mối ghi thay phải nêu văn bản chứng minh.',
  },
  contribute: {
    summary: 'Gửi ý kiến phối hợp',
    description:
      'Của cơ quan phối hợp, gửi cơ quan chủ trì; không làm thay đổi thời hạn trả lời. Cơ quan đầu mối ghi thay phải nêu cơ quan phối hợp và văn bản chứng minh.',
  },
  returnAssignment: {
    summary: 'Trả lại việc được giao',
    description:
      'Cơ quan được giao nêu lý do không thuộc thẩm quyền; hồ sơ trở lại giai đoạn chờ giao việc. Cơ quan đầu mối ghi thay phải nêu văn bản chứng minh.',
  },
  reassign: {
    summary: 'Giao lại cho cơ quan khác',
    description:
      'Cơ quan mới xác nhận số đến, ngày đến và được tính thời hạn mới; việc quá hạn trước đó vẫn được ghi nhận. Ghi thay người chủ trì phải nêu văn bản chứng minh.',
  },
  requestExtension: {
    summary: 'Đề nghị gia hạn trả lời',
    description:
      'Nêu lý do, căn cứ và ngày đề nghị, trước khi hết thời hạn trả lời. Cơ quan đầu mối ghi thay phải nêu văn bản chứng minh.',
  },
  grantExtension: {
    summary: 'Đồng ý gia hạn trả lời',
    description:
      'Bỏ trống ngày thì gia hạn đến ngày được đề nghị. Báo cáo tiến độ vẫn phải gửi trong thời hạn ban đầu, trừ khi căn cứ gia hạn quy định khác. Ghi thay người chủ trì phải nêu văn bản chứng minh.',
  },
  refuseExtension: {
    summary: 'Không đồng ý gia hạn trả lời',
    description: 'Nêu lý do; thời hạn trả lời giữ nguyên. Ghi thay người chủ trì phải nêu văn bản chứng minh.',
  },
  approveAnswer: {
    summary: 'Phê duyệt trả lời',
    description:
      'Đối với ý kiến tham mưu phải nêu quyết định của người chủ trì. Ghi thay người chủ trì phải nêu văn bản chứng minh.',
  },
  sendBackAnswer: {
    summary: 'Chuyển lại để bổ sung trả lời',
    description: 'Ghi thay người chủ trì phải nêu văn bản chứng minh.',
  },
  recordResolution: {
    summary: 'Ghi nhận kết quả giải quyết',
    description: 'Nêu văn bản chứng minh việc đã được giải quyết.',
  },
  recordNoticeSent: { summary: 'Ghi nhận việc thông báo cho người kiến nghị' },
  attachToConference: {
    summary: 'Đưa kiến nghị vào hội nghị đối thoại',
    description:
      'Đến trước ngày chốt danh sách thì đưa vào cuộc họp thống nhất nội dung; sau ngày đó thì trả lời bằng văn bản (khoản 1 Điều 8).',
  },
  detach: { summary: 'Đưa kiến nghị ra khỏi hội nghị đối thoại' },
  settle: {
    summary: 'Ghi nhận việc giải quyết, giải thích',
    description:
      'Người chủ trì đã giải quyết hoặc giải thích, tại hội nghị hoặc ngoài hội nghị. Cơ quan đầu mối ghi thay phải nêu văn bản chứng minh.',
  },
  decline: {
    summary: 'Từ chối trả lời',
    description:
      'Nêu lý do; người kiến nghị được thông báo. Cơ quan đầu mối ghi thay người chủ trì phải nêu văn bản chứng minh.',
  },
  defer: {
    summary: 'Tạm dừng, trả lời sau',
    description:
      'Nêu lý do và ngày xem xét lại; đến ngày đó hồ sơ tự trở lại. Cơ quan đầu mối ghi thay người chủ trì phải nêu văn bản chứng minh.',
  },
  resume: { summary: 'Tiếp tục xem xét trước ngày đã hẹn' },
  refer: {
    summary: 'Chuyển cấp có thẩm quyền',
    description: 'Khi nội dung vượt thẩm quyền của người chủ trì (khoản 1 Điều 10).',
  },
  recordReferralOutcome: {
    summary: 'Ghi nhận kết quả của cấp có thẩm quyền',
    description: 'Đã trả lời người kiến nghị, hoặc chuyển trả lại để giải quyết.',
  },
  withdraw: {
    summary: 'Ghi nhận việc rút kiến nghị',
    description: 'Theo đề nghị của người kiến nghị, có văn bản chứng minh.',
  },
  close: {
    summary: 'Kết thúc kiến nghị',
    description: 'Khi đã thông báo cho người kiến nghị, và đã trả lời bằng văn bản nếu phải trả lời bằng văn bản.',
  },
  reopen: {
    summary: 'Mở lại kiến nghị',
    description: 'Cơ quan đầu mối ghi thay người chủ trì phải nêu văn bản chứng minh.',
  },
  adoptTerms: { summary: 'Áp dụng quy định riêng mới cho kiến nghị', description: adoptTermsText },
  planConference: {
    summary: 'Lập kế hoạch hội nghị đối thoại',
    description:
      'Các mốc chuẩn bị được tính lùi từ ngày tổ chức; mốc đã qua thì đến hạn ngay. Hội nghị đột xuất phải nêu đúng một lĩnh vực (khoản 2 Điều 6).',
  },
  listConferences: {
    summary: 'Danh sách hội nghị đối thoại',
    description: `Trang sau lấy bằng dấu trang (cursor) của trang trước, với cùng điều kiện lọc và cách sắp xếp. ${filterText}`,
  },
  countConferences: { summary: 'Số hội nghị theo giai đoạn, lưu ý, cơ quan', description: countsText },
  exportConferences: { summary: 'Danh sách hội nghị đối thoại (CSV)', description: tableText },
  readConferenceHistory: { summary: 'Lịch sử một hội nghị đối thoại', description: historyText },
  readConference: {
    summary: 'Một hội nghị đối thoại',
    description:
      'Giai đoạn, các mốc phải thực hiện và ai phải thực hiện, nơi được đề nghị, nơi được mời, kiến nghị và kết luận, lịch sử, thư đã gửi và quy trình trong Temporal.',
  },
  demandAdHoc: {
    summary: 'Yêu cầu tổ chức đối thoại đột xuất',
    description:
      'Người đứng đầu yêu cầu đơn vị liên quan tổ chức đối thoại đột xuất về một lĩnh vực, chậm nhất vào một ngày; đơn vị trả lời ngày tổ chức (khoản 2 Điều 8).',
  },
  conferenceAnswerDemand: {
    summary: 'Trả lời yêu cầu tổ chức đối thoại đột xuất',
    description: 'Đơn vị nêu ngày, giờ, địa điểm; các mốc chuẩn bị tính từ ngày đó. Nơi yêu cầu được báo lại.',
  },
  conferenceSubmitPlan: {
    summary: 'Trình kế hoạch',
    description:
      'Chương trình, nội dung, địa điểm, thành phần, thông tin tuyên truyền; mỗi lần trình là một bản, giữ lại tất cả.',
  },
  conferenceReturnPlan: { summary: 'Trả lại kế hoạch', description: 'Người chủ trì nêu ý kiến để hoàn thiện.' },
  conferenceAnnounce: {
    summary: 'Ghi nhận việc thông tin, tuyên truyền',
    description: 'Thông báo ở đâu, ngày nào; có thể ghi nhiều lần.',
  },
  conferenceRecordOpinionsReceived: {
    summary: 'Ghi nhận trả lời của cơ quan được đề nghị tổng hợp ý kiến',
    description:
      'Kể cả khi không có ý kiến nào. Cơ quan tự ghi việc của mình; cơ quan chủ trì tham mưu ghi thay phải nêu văn bản chứng minh.',
  },
  conferenceIssueAggregateReport: {
    summary: 'Gửi báo cáo tổng hợp ý kiến, kiến nghị',
    description:
      'Nêu cơ quan nghiên cứu, trả lời từng kiến nghị trong danh sách; hội nghị của sở, ban, ngành phải phân loại theo mức độ cấp thiết và nêu nội dung vượt thẩm quyền. Báo cáo sau bổ sung kiến nghị đến sau.',
  },
  conferenceRecordPreparedAnswer: {
    summary: 'Ghi nhận nội dung trả lời đã chuẩn bị',
    description: 'Theo từng kiến nghị. Ghi thay cơ quan được giao phải nêu văn bản chứng minh.',
  },
  conferenceRecordSituationReport: {
    summary: 'Ghi nhận báo cáo tình hình nhân dân',
    description:
      'Của Ủy ban Mặt trận Tổ quốc và các tổ chức chính trị - xã hội trước hội nghị (khoản 2 Điều 13). Ghi thay phải nêu văn bản chứng minh.',
  },
  conferenceNameHelpers: { summary: 'Phân công thư ký và người giúp việc' },
  conferenceConfirmAttendance: {
    summary: 'Xác nhận dự hội nghị',
    description: 'Cơ quan được mời nêu người dự và chức vụ. Ghi thay phải nêu văn bản chứng minh.',
  },
  conferenceDeclineAttendance: {
    summary: 'Báo không dự và cử lãnh đạo khác',
    description: 'Nêu lý do và người dự thay. Ghi thay phải nêu văn bản chứng minh.',
  },
  conferenceChangeHost: {
    summary: 'Thay đổi người chủ trì',
    description: 'Theo văn bản quyết định; nơi được mời, được đề nghị và người chủ trì mới được báo.',
  },
  conferenceApprovePlan: {
    summary: 'Phê duyệt kế hoạch',
    description: 'Nêu số và ngày ký của kế hoạch đã phê duyệt. Người chủ trì phê duyệt kế hoạch đã được trình.',
  },
  conferenceRequestOpinions: {
    summary: 'Đề nghị tổng hợp ý kiến, kiến nghị',
    description: 'Mỗi cơ quan, đơn vị nhận một văn bản; nơi đã được đề nghị thì không gửi lại.',
  },
  conferenceHoldBriefing: {
    summary: 'Ghi nhận cuộc họp thống nhất nội dung',
    description: 'Nêu cách xử lý đã thống nhất đối với từng kiến nghị: giải quyết hoặc giải thích.',
  },
  conferenceSendInvitations: {
    summary: 'Gửi giấy mời',
    description: 'Mỗi nơi nhận một giấy mời; nơi đã được mời thì không gửi lại.',
  },
  conferenceReschedule: {
    summary: 'Thay đổi thời gian tổ chức',
    description: 'Các mốc được tính lại; nơi được mời, được đề nghị và các kiến nghị được thông báo.',
  },
  conferencePostpone: {
    summary: 'Hoãn hội nghị, chưa có ngày mới',
    description:
      'Các mốc tạm dừng đến khi có ngày mới; nơi được mời, được đề nghị được thông báo; kiến nghị phải được giao giải quyết nếu chưa có ngày mới.',
  },
  conferenceCancel: {
    summary: 'Hủy hội nghị',
    description: 'Kiến nghị của hội nghị chuyển sang trả lời bằng văn bản.',
  },
  conferenceRegisterSpeaker: {
    summary: 'Ghi người đăng ký phát biểu',
    description: 'Theo thứ tự đăng ký và nội dung đã đăng ký (Điều 9).',
  },
  conferenceRecordHeld: {
    summary: 'Ghi nhận việc tổ chức hội nghị',
    description:
      'Thành phần có mặt (kèm chức vụ), vắng mặt, số người dự, người phát biểu theo thứ tự và trình tự hội nghị. Nơi vắng mặt được báo cáo người chủ trì. Biên bản kèm theo là bản thứ nhất.',
  },
  conferenceRecordFailed: {
    summary: 'Ghi nhận đối thoại không thành',
    description:
      'Nêu lý do, biên bản và văn bản báo cáo cấp trên xin ý kiến chỉ đạo (khoản 2 Điều 8). Thời hạn thông báo, giao việc vẫn tính từ ngày đối thoại.',
  },
  conferenceRecordDirection: {
    summary: 'Ghi nhận ý kiến chỉ đạo của cấp trên',
    description:
      'Nêu văn bản chỉ đạo. Có ngày mới thì chuẩn bị lại, các mốc tính lại; không tổ chức nữa thì kết thúc và kiến nghị được trả lời bằng văn bản.',
  },
  conferenceSaveMinutes: {
    summary: 'Lưu một bản mới của biên bản',
    description: 'Các bản trước được giữ nguyên (khoản 3 Điều 10).',
  },
  conferenceSignMinutes: {
    summary: 'Ký biên bản',
    description: 'Người chủ trì ký bản mới nhất; khi ghi thay phải nêu văn bản chứng minh.',
  },
  listMinutes: { summary: 'Các bản của biên bản', description: 'Số bản, thời điểm lưu, người lưu và ngày ký.' },
  readMinutes: { summary: 'Một bản của biên bản', description: 'Nguyên văn của bản đó.' },
  recordOpinionRaised: {
    summary: 'Ghi nhận ý kiến nêu tại hội nghị',
    description: 'Thành một kiến nghị đã thụ lý, phải trả lời bằng văn bản (khoản 1 Điều 8).',
  },
  conferenceConclude: {
    summary: 'Kết luận',
    description: 'Mỗi kiến nghị của hội nghị có đúng một kết luận; thiếu kiến nghị nào thì nêu số kiến nghị đó.',
  },
  conferenceIssueConclusionNotice: { summary: 'Ban hành thông báo kết luận' },
  conferenceIssueResultReport: { summary: 'Ban hành báo cáo kết quả hội nghị' },
  conferenceRecordInternalReview: {
    summary: 'Ghi nhận việc rút kinh nghiệm',
    description: 'Sau hội nghị, một lần (khoản 1 Điều 11).',
  },
  conferenceRecordSupervision: {
    summary: 'Ghi ý kiến giám sát của Mặt trận Tổ quốc, đoàn thể',
    description: 'Người chủ trì và cơ quan chủ trì tham mưu được thông báo (khoản 2 Điều 13).',
  },
  conferenceRecordPolicyProposal: {
    summary: 'Ghi kiến nghị về cơ chế, chính sách',
    description: 'Được tập hợp vào báo cáo định kỳ của cơ quan (khoản 2 Điều 11).',
  },
  conferenceClose: {
    summary: 'Kết thúc hội nghị',
    description: 'Khi không còn việc nào của hội nghị chưa hoàn thành.',
  },
  conferenceAdoptTerms: { summary: 'Áp dụng quy định riêng mới cho hội nghị', description: adoptTermsText },
  openReport: {
    summary: 'Mở báo cáo đột xuất',
    description: 'Theo yêu cầu, cho khoảng thời gian được nêu (Điều 14).',
  },
  listReports: {
    summary: 'Danh sách báo cáo',
    description: 'Hạn muộn nhất trước; lọc theo kỳ, theo cơ quan cùng các đơn vị trực thuộc, theo giai đoạn.',
  },
  countReports: { summary: 'Số báo cáo theo giai đoạn, lưu ý, cơ quan', description: countsText },
  exportReports: { summary: 'Danh sách báo cáo (CSV)', description: tableText },
  readReportHistory: { summary: 'Lịch sử một báo cáo', description: historyText },
  readReport: {
    summary: 'Một báo cáo',
    description:
      'Số liệu của cơ quan, của cấp dưới và tổng hợp: lấy tại chỗ cho đến khi trình, cố định khi đã gửi; báo cáo của cấp dưới, các mốc, lịch sử, thư đã gửi và quy trình trong Temporal.',
  },
  reportSubmit: { summary: 'Trình báo cáo', description: 'Sau ngày chốt số liệu; số liệu được chốt khi trình.' },
  reportReturn: { summary: 'Trả lại báo cáo để bổ sung' },
  reportApprove: { summary: 'Duyệt báo cáo' },
  reportSend: { summary: 'Gửi báo cáo', description: 'Từ đây số liệu và nội dung không thay đổi được nữa.' },
  reportAdoptTerms: { summary: 'Áp dụng quy định riêng mới cho báo cáo', description: adoptTermsText },
  readCommand: { summary: 'Kết quả của một yêu cầu', description: 'Nơi hỏi tiếp sau khi nhận trả lời 202.' },
  previewCalendar: {
    summary: 'Xem trước việc công bố bản lịch',
    description:
      'Mọi thời hạn đang chạy sẽ thay đổi, từ ngày nào sang ngày nào và vì ngày nghỉ, ngày làm bù nào. Chưa ghi gì.',
  },
  publishCalendar: {
    summary: 'Công bố bản lịch',
    description:
      'Xác nhận bằng đúng số thời hạn thay đổi trong bản xem trước. Mọi hồ sơ đang mở tính lại thời hạn từ ngày bắt đầu; mỗi người có trách nhiệm nhận một thư nêu mọi thời hạn thay đổi của mình.',
  },
  readCalendarRollout: {
    summary: 'Tiến độ áp dụng bản lịch đã công bố',
    description: 'Số hồ sơ đã được báo, số hồ sơ chưa tính lại, số thư đã lập.',
  },
  listLevels: { summary: 'Các cấp hành chính', description: 'Nêu ngày thì chỉ các cấp có vào ngày đó.' },
  previewReorganisation: {
    summary: 'Xem trước việc sắp xếp cơ quan, đơn vị',
    description:
      'Nơi nào kết thúc, nơi nào bắt đầu hoạt động; hồ sơ, báo cáo nào đang mở được chuyển giao cho ai; chức vụ, địa chỉ nào được giữ lại ở nơi mới; điểm nào chưa đúng. Chưa ghi gì.',
  },
  requestReorganisation: {
    summary: 'Xác nhận việc sắp xếp cơ quan, đơn vị',
    description:
      'Xác nhận bằng đúng số hồ sơ được chuyển giao trong bản xem trước. Ghi tất cả hoặc không ghi gì; từ 0 giờ ngày có hiệu lực, mọi hồ sơ đang mở có liên quan chuyển sang nơi kế thừa, nơi đó nhận thư bàn giao.',
  },
  listReorganisations: { summary: 'Các lần sắp xếp cơ quan, đơn vị' },
  readReorganisation: {
    summary: 'Một lần sắp xếp cơ quan, đơn vị',
    description: 'Với số hồ sơ đã được báo và số hồ sơ còn phải chuyển giao.',
  },
  withdrawReorganisation: {
    summary: 'Rút lại việc sắp xếp',
    description: 'Chỉ trước ngày có hiệu lực; mọi thứ trở lại như trước khi xác nhận.',
  },
  listOrganisations: {
    summary: 'Danh sách cơ quan, đơn vị',
    description: 'Nêu ngày thì chỉ cơ quan, đơn vị hoạt động vào ngày đó, với cấp trên của ngày đó.',
  },
  readOrganisation: {
    summary: 'Một cơ quan, đơn vị vào một ngày',
    description:
      'Cấp, các cấp trên, cơ quan chịu trách nhiệm vào ngày đó; tiền thân và nơi kế thừa (sáp nhập, chia tách, giải thể, đổi tên).',
  },
  readSubtree: {
    summary: 'Cơ quan, đơn vị cùng các đơn vị trực thuộc vào một ngày',
    description: 'Chỉ gồm cơ quan, đơn vị hoạt động vào ngày đó.',
  },
  listContacts: {
    summary: 'Địa chỉ liên hệ của cơ quan, đơn vị',
    description: 'Văn thư, nơi xử lý, thủ trưởng; không nêu ngày thì gồm cả địa chỉ trước đây.',
  },
  setContact: {
    summary: 'Ghi địa chỉ liên hệ của cơ quan, đơn vị',
    description:
      'Từ một ngày; địa chỉ trước đó được giữ đến hết ngày hôm trước. Thư gửi đến đây khi không có người giữ chức vụ nào có địa chỉ.',
  },
  readMailSettings: {
    summary: 'Cách cơ quan, đơn vị nhận thư',
    description: 'Cách nhận thư hôm nay và mọi lần thay đổi: nội dung, ngày bắt đầu, người ghi, thời điểm ghi.',
  },
  setMailSettings: {
    summary: 'Ghi cách cơ quan, đơn vị nhận thư',
    description:
      'Từ một ngày: nhận từng thư ngay, hoặc một thư tổng hợp lúc 07:30 ngày làm việc; ngôn ngữ lời chào; các địa chỉ nhận thêm. Thư mà thời hạn không cho phép chờ luôn gửi ngay. Chuyển sang nhận ngay thì thư đang chờ được gửi đi. Tài khoản của cơ quan chỉ ghi cho chính cơ quan mình.',
  },
  listAbsences: {
    summary: 'Người vắng mặt và người thay mặt nhận thư',
    description: 'Kể cả lần vắng mặt đã rút lại; mỗi lần nêu người ghi và thời điểm ghi.',
  },
  recordAbsence: {
    summary: 'Ghi việc vắng mặt và người thay mặt nhận thư',
    description:
      'Từ ngày đến hết ngày: thư gửi cho người thay mặt, lời chào nêu rõ việc thay mặt; người vắng mặt không nhận. Người thay mặt phải có địa chỉ thư và không vắng mặt trong những ngày đó.',
  },
  withdrawAbsence: { summary: 'Rút lại việc vắng mặt' },
  listPosts: {
    summary: 'Chức vụ và người giữ chức vụ',
    description:
      'Thư điện tử và số điện thoại chỉ hiện với quản trị viên và chuyên viên cơ quan đầu mối; vai trò khác nhận null.',
  },
  readRouting: {
    summary: 'Cơ quan tham mưu tổ chức đối thoại',
    description:
      'Theo Điều 7: từ các chức vụ của người chủ trì vào ngày đó, trả về dòng áp dụng, cơ quan chủ trì (cơ quan đầu là thường trực), cơ quan phối hợp và vai trò mà danh bạ chưa có cơ quan.',
  },
  listLines: {
    summary: 'Quan hệ của một cơ quan, đơn vị với cơ quan khác',
    description:
      'Cơ quan đầu mối, theo dõi, giám sát, cấp trên, nơi nhận báo cáo vào một ngày; mỗi nơi kèm cơ quan trả lời thay vào ngày đó.',
  },
  setLine: {
    summary: 'Ghi quan hệ từ một ngày',
    description: 'Từ hôm nay hoặc ngày sau; thay toàn bộ quan hệ cùng loại. Ngày đã qua giữ nguyên.',
  },
  listFields: {
    summary: 'Danh mục lĩnh vực',
    description:
      'Năm lĩnh vực của Điều 5, dưới mỗi lĩnh vực là các lĩnh vực chi tiết, kể cả lĩnh vực đã ngừng áp dụng; isInForce cho biết lĩnh vực có áp dụng vào ngày nêu (mặc định: hôm nay) hay không.',
  },
  addField: {
    summary: 'Thêm lĩnh vực chi tiết',
    description:
      'Thuộc một lĩnh vực của Điều 5 (root), áp dụng từ một ngày. Gửi lại đúng nội dung đã ghi thì không có gì thay đổi.',
  },
  renameField: {
    summary: 'Đổi tên lĩnh vực chi tiết',
    description:
      'Tên mới hiện ở mọi nơi, kể cả hồ sơ cũ; tên trước vẫn xem được trong danh mục. Không đổi được tên năm lĩnh vực của Điều 5.',
  },
  retireField: {
    summary: 'Ngừng áp dụng lĩnh vực chi tiết',
    description:
      'Nêu ngày cuối cùng còn áp dụng; hồ sơ cũ giữ lĩnh vực đã ghi, hồ sơ mới không chọn được nữa. Nêu null để bỏ ngày này.',
  },
  appoint: {
    summary: 'Ghi người giữ chức vụ',
    description:
      'Từ một ngày; nêu người đã có (personId), hoặc họ tên và thư điện tử: địa chỉ này là nơi nhận thư của hệ thống.',
  },
  endPost: {
    summary: 'Kết thúc chức vụ',
    description: 'Nêu ngày cuối cùng; người đang giữ cũng kết thúc vào ngày đó. Nêu null để bỏ ngày kết thúc.',
  },
  endHolding: { summary: 'Kết thúc việc giữ chức vụ', description: 'Nêu ngày cuối cùng giữ chức vụ.' },
  listPeople: { summary: 'Danh sách người giữ chức vụ', description: 'Tìm theo họ tên hoặc thư điện tử.' },
  readPerson: {
    summary: 'Một người và các chức vụ',
    description: 'Nêu ngày thì chỉ các chức vụ người đó giữ vào ngày đó.',
  },
  registerPerson: {
    summary: 'Ghi một người',
    description: 'Trùng cả họ tên và địa chỉ với người đã có thì trả về chính người đó.',
  },
  correctPerson: { summary: 'Sửa họ tên, địa chỉ của một người', description: 'Mục không nêu thì giữ nguyên.' },
  exportOrganisations: {
    summary: 'Bảng các cơ quan, đơn vị (CSV)',
    description: 'Gồm cả cơ quan, đơn vị đã kết thúc, với cách kết thúc và nơi kế thừa, nơi kế thừa chính đứng trước.',
  },
  importOrganisations: {
    summary: 'Nhập bảng các cơ quan, đơn vị (CSV)',
    description:
      'Kiểm tra cả bảng trước khi ghi; mọi dòng sai đều được nêu. Gửi lại bảng đã xuất thì không thay đổi gì. dryRun=true: chỉ kiểm tra và đếm.',
  },
  exportPosts: {
    summary: 'Bảng chức vụ và người giữ chức vụ (CSV)',
    description: 'Mỗi lần giữ chức vụ một dòng; chức vụ chưa có người giữ có một dòng.',
  },
  importPosts: {
    summary: 'Nhập bảng chức vụ và người giữ chức vụ (CSV)',
    description:
      'Kiểm tra cả bảng trước khi ghi; mọi dòng sai đều được nêu. Người không có mã (person_id) được nhận ra theo họ tên và địa chỉ. dryRun=true: chỉ kiểm tra và đếm.',
  },
  readTerms: {
    summary: 'Thời hạn và việc đôn đốc đang áp dụng',
    description:
      'Từng thời hạn trong một ngày: số ngày, mặc định, là của Quy định hay do cơ quan tự đặt, theo điều khoản nào; quy định riêng của ai, từ ngày nào (khoản 1 Điều 13).',
  },
  listTermsVersions: {
    summary: 'Các quy định riêng của một cơ quan, đơn vị',
    description: 'Ngày áp dụng muộn nhất trước, gồm cả quy định riêng đã rút.',
  },
  setTerms: {
    summary: 'Ghi quy định riêng',
    description:
      'Chỉ nêu những gì khác mặc định. Ngắn hơn Quy định thì được; dài hơn thì phải nêu văn bản làm căn cứ (khoản 1 Điều 13). Việc đang xử lý giữ thời hạn đã tính. Ghi lại đúng nội dung đó thì không thay đổi gì.',
  },
  withdrawTerms: {
    summary: 'Rút quy định riêng',
    description: 'Chỉ khi chưa đến ngày áp dụng; quy định riêng đã rút vẫn được lưu.',
  },
  previewTermsAdoption: {
    summary: 'Xem trước việc áp dụng quy định riêng mới cho các việc đang xử lý',
    description:
      'Việc nào của cơ quan, đơn vị còn tính theo thời hạn cũ, thời hạn nào sẽ chuyển từ ngày nào sang ngày nào và vì sao. Sau khi áp dụng, danh sách này ngắn dần cho đến khi hết.',
  },
  adoptTermsEverywhere: {
    summary: 'Áp dụng quy định riêng mới cho các việc đang xử lý',
    description: 'Mọi việc còn mở của cơ quan, đơn vị được báo một lần; việc nào đã áp dụng thì giữ nguyên.',
  },
  readCounts: {
    summary: 'Số liệu của các cơ quan, đơn vị',
    description: 'Đã nhận, trả lời đúng hạn, trả lời quá hạn, đang quá hạn, đã giải quyết.',
  },
  readOrganisationCounts: { summary: 'Số liệu của một cơ quan, đơn vị' },
  listReconciliations: {
    summary: 'Các lần đối chiếu sổ đăng ký với các quy trình đang chạy',
    description: 'Mới nhất trước. Chạy hằng đêm lúc 02 giờ, hoặc khi quản trị viên yêu cầu.',
  },
  readReconciliation: {
    summary: 'Một lần đối chiếu',
    description: 'Từng vấn đề tìm thấy và việc đã làm; việc cần người xem đứng trước.',
  },
  requestReconciliation: {
    summary: 'Yêu cầu đối chiếu ngay',
    description: 'Mỗi lúc chỉ một lần chạy: bấm lần nữa khi đang chạy thì nhận lại chính lần đó.',
  },
  listAccounts: { summary: 'Danh sách tài khoản' },
  createAccount: { summary: 'Tạo tài khoản' },
  listCalendarEditions: {
    summary: 'Các bản lịch làm việc',
    description: 'Mới nhất trước; bản dự thảo chưa có ngày công bố.',
  },
  readCalendarEdition: {
    summary: 'Một bản lịch làm việc',
    description:
      'Các năm (đã xác nhận đủ hay chưa, còn ngày nào chờ Chính phủ quyết định), các ngày nghỉ, ngày làm bù kèm căn cứ, và những chỗ chưa đúng.',
  },
  exportCalendarCsv: {
    summary: 'Xuất bản lịch ra CSV',
    description: 'Các cột date, kind, name_vi, basis, source, confidence; nhập lại thì không thay đổi gì.',
  },
  exportCalendarIcs: {
    summary: 'Xuất bản lịch ra iCalendar',
    description: 'Mỗi ngày là một sự kiện cả ngày (RFC 5545); bản lịch mới thay cho bản cũ trong phần mềm lịch.',
  },
  beginCalendarDraft: {
    summary: 'Lập bản lịch dự thảo',
    description: 'Bắt đầu từ bản đã công bố mới nhất. Mỗi lúc chỉ có một bản dự thảo.',
  },
  addDayOff: {
    summary: 'Thêm ngày nghỉ',
    description: 'Một ngày từ thứ Hai đến thứ Sáu, kèm căn cứ. Thay cho ngày mới chỉ là đề xuất, nếu có.',
  },
  addDayInLieu: {
    summary: 'Thêm ngày nghỉ bù',
    description: 'Nghỉ bù cho ngày lễ trùng ngày nghỉ hằng tuần; nếu bản lịch chưa có ngày lễ đó thì nêu tên.',
  },
  addSwap: {
    summary: 'Thêm hoán đổi ngày làm việc',
    description: 'Ngày nghỉ và ngày làm bù được ghi cùng lúc, hoặc không ghi ngày nào.',
  },
  removeCalendarDay: {
    summary: 'Bỏ một ngày khỏi bản lịch dự thảo',
    description: 'Ngày thuộc hoán đổi thì bỏ cả hai ngày.',
  },
  confirmCalendarYear: {
    summary: 'Xác nhận một năm đã đủ thông báo, hoặc bỏ xác nhận',
    description: 'Thời hạn tính qua năm chưa xác nhận là tạm tính.',
  },
  suggestCalendarYear: {
    summary: 'Gợi ý ngày nghỉ theo luật của một năm',
    description:
      'Không thay đổi ngày đã có. Ngày do Chính phủ chọn chỉ được đề xuất và ghi là còn mở (confidence: open); không đoán hoán đổi.',
  },
  importCalendar: {
    summary: 'Nhập bản lịch từ tệp CSV hoặc iCalendar',
    description:
      'Thay toàn bộ các ngày của những năm có trong tệp. Có một dòng sai thì không nhập gì, và nêu từng dòng sai.',
  },
  discardCalendarDraft: { summary: 'Hủy bản lịch dự thảo' },
  setPassword: { summary: 'Đặt lại mật khẩu' },
  deactivateAccount: { summary: 'Ngừng tài khoản' },
  listLinks: {
    summary: 'Liên kết trong thư của một hồ sơ',
    description:
      'Cơ quan nào có liên kết, của thư nào, còn dùng được không, đã mở chưa. Không bao giờ trả về mã của liên kết.',
  },
  revokeLinks: {
    summary: 'Thu hồi liên kết trong thư của một hồ sơ',
    description:
      'Một liên kết (link) hoặc mọi liên kết của hồ sơ. Liên kết đã thu hồi không mở được nữa; thư tiếp theo có liên kết mới.',
  },
  explainDeadline: {
    summary: 'Cách tính một thời hạn',
    description:
      'Không cần đăng nhập. Từng ngày từ ngày bắt đầu tính đến ngày đến hạn: ngày nào được đếm, ngày nào không và vì sao, kèm căn cứ của ngày nghỉ, ngày làm bù. Nêu due để giải thích một ngày đến hạn đã biết; nêu workingDays và direction để đếm số ngày khác; nêu organisation để đếm theo thời hạn mà cơ quan đó tự đặt.',
  },
  explainDeadlinePage: {
    summary: 'Cách tính một thời hạn, trang để đọc và in',
    description: 'Không cần đăng nhập. Cùng nội dung, bằng tiếng Việt, in được trên giấy A4.',
  },
  listDeliveries: {
    summary: 'Thư theo trạng thái',
    description: 'Mặc định là thư chưa rõ kết quả gửi, chờ người quyết định.',
  },
  resendDelivery: {
    summary: 'Gửi lại thư chưa rõ kết quả, bị từ chối, bị trả lại hoặc chưa có người nhận',
    description:
      'Thư bị từ chối, bị trả lại hoặc chưa có người nhận được gửi đến người đang giữ chức vụ, địa chỉ đang có trong danh bạ vào lúc gửi lại; vì vậy hãy cập nhật danh bạ trước. Thư gửi người kiến nghị đến địa chỉ hiện có trong hồ sơ niêm phong.',
  },
  confirmDelivery: { summary: 'Xác nhận thư đã đến' },
  recordFallback: {
    summary: 'Ghi nhận đã thông báo bằng điện thoại, văn bản giấy hoặc trao tay',
    description:
      'Dùng cho thư bị từ chối, bị trả lại hoặc không có người nhận. Thư được coi là đã thông báo và không còn trong danh sách thư cần xử lý; thời hạn của hồ sơ không thay đổi. Ghi nhận lại để sửa thì phải nêu lý do.',
  },
  withdrawFallback: { summary: 'Hủy ghi nhận đã thông báo bằng hình thức khác' },
  listSilentBodies: {
    summary: 'Cơ quan im lặng',
    description:
      'Cơ quan chưa mở thư, chưa xác nhận, chưa trả lời việc gì kể từ thư đầu tiên còn để lại, đủ số ngày làm việc quy định. Chỉ tính thư đã gửi thành công; ngày nghỉ không tính; cơ quan đã có hoạt động ở bất kỳ hồ sơ nào thì không im lặng.',
  },
  exportSilentBodies: { summary: 'Cơ quan im lặng, dạng bảng' },
  setSilenceLimit: {
    summary: 'Đặt số ngày làm việc mà sau đó một cơ quan được coi là im lặng',
    description: 'Áp dụng cho cơ quan đó và các cơ quan cấp dưới chưa đặt riêng. Mặc định là 10 ngày làm việc.',
  },
  listBounceReports: {
    summary: 'Báo cáo giao thư mà hộp thư báo trả lại nhận được',
    description:
      'Đếm theo kết quả và liệt kê báo cáo mới nhất, kể cả báo cáo không khớp với thư nào đã gửi; báo cáo như vậy không làm thay đổi gì.',
  },
};

/** The title page of the documentation. */
export const documentTexts = {
  title: 'Đối thoại trực tiếp với Nhân dân',
  description:
    'Tiếp nhận, giao, theo dõi và trả lời kiến nghị theo Quy định về đối thoại trực tiếp. Mỗi yêu cầu thay đổi nhận đầu mục Idempotency-Key: gửi lại cùng khóa và cùng nội dung thì nhận lại cùng kết quả.',
  idempotencyKey: 'Khóa chống gửi trùng, do người gửi tự đặt.',
  statuses: {
    202: 'Đã ghi nhận, chưa có kết quả; hỏi tiếp ở địa chỉ nêu trong link.',
    400: 'Yêu cầu có thông tin chưa đúng; nêu từng mục.',
    401: 'Chưa đăng nhập.',
    403: 'Không có quyền.',
    404: 'Không tìm thấy.',
    409: 'Không phù hợp với tình trạng hiện nay; nêu điều khoản.',
    413: 'Nội dung quá lớn.',
    415: 'Kiểu nội dung không nhận.',
    422: 'Thông tin trái quy định; nêu điều khoản hoặc mục.',
    429: 'Thử quá nhiều lần.',
    503: 'Tạm thời không phục vụ được.',
  },
  success: 'Thành công.',
} as const;

import type { StoryPetition } from './story.js';

/** The communes at which the story can be told, each once on the same data: its figures count all that came in. */
export const communes = [
  { code: '03703', name: 'xã Quỳnh Nhai' },
  { code: '03721', name: 'xã Thuận Châu' },
  { code: '03646', name: 'phường Tô Hiệu' },
  { code: '03664', name: 'phường Chiềng An' },
  { code: '03979', name: 'phường Mộc Sơn' },
] as const;

/** What the conference is about. */
export const conferenceWords = {
  title: (commune: string): string => `Đối thoại trực tiếp định kỳ giữa Bí thư Đảng ủy ${commune} với nhân dân`,
  contents:
    'Sản xuất vụ đông xuân, đường liên bản, nước sinh hoạt, trường lớp, an ninh trật tự và xây dựng hệ thống chính trị ở cơ sở',
  place: 'Nhà văn hóa trung tâm',
  programme:
    '7 giờ 30 đón tiếp đại biểu; 8 giờ 00 khai mạc, thông qua chương trình; 8 giờ 15 nhân dân phát biểu; 10 giờ 30 người chủ trì trả lời, kết luận',
  participants: 'Lãnh đạo các phòng, cơ quan chuyên môn của xã; đại diện các bản, tổ dân phố.',
  publicity: 'Niêm yết tại trụ sở và nhà văn hóa các bản; thông báo trên hệ thống truyền thanh.',
  request: 'Đề nghị tổng hợp ý kiến, kiến nghị của nhân dân về các nội dung nêu trong kế hoạch.',
  reviewText: 'Chuẩn bị tài liệu sớm hơn cho các bản xa.',
  conclusionText: 'Thông báo kết luận của người chủ trì tại hội nghị đối thoại.',
  resultText: 'Hội nghị diễn ra đúng chương trình; các kiến nghị đã được trả lời hoặc giao giải quyết.',
  speaker: 'Đại diện các bản, tổ dân phố',
};

/** The second one, called for one matter and then given up. */
export const cancelledConferenceWords = {
  title: (commune: string): string => `Đối thoại đột xuất về thu gom rác thải tại ${commune}`,
  contents: 'Thu gom, xử lý rác thải sinh hoạt',
  place: 'Hội trường Ủy ban nhân dân',
  reason: 'Người chủ trì đi công tác đột xuất theo lệnh triệu tập của cấp trên.',
};

/** The petitions in the order in which they come in, by the fate that each meets. */
export const petitions: readonly StoryPetition[] = [
  {
    key: 'settled',
    title: 'Đề nghị công khai danh sách hộ được hỗ trợ giống cây vụ đông',
    content:
      'Bà con đề nghị Ủy ban nhân dân niêm yết công khai danh sách các hộ được hỗ trợ giống ngô, giống khoai tây vụ đông và mức hỗ trợ của từng hộ tại nhà văn hóa bản.',
    field: 'economy',
    petitioner: { name: 'Lò Văn Bình', address: 'Bản Nà Lành', email: 'lovanbinh@dan.example' },
  },
  {
    key: 'settledByPost',
    title: 'Hỏi về thời gian nhận trợ cấp xã hội hằng tháng',
    content:
      'Người cao tuổi trong bản thường phải đi lại nhiều lần mới nhận được trợ cấp. Đề nghị thông báo rõ ngày chi trả và bố trí người nhận thay đối với người già yếu.',
    field: 'cultureAndSociety',
    petitioner: { name: 'Quàng Thị Páng', address: 'Bản Phiêng Mựt' },
  },
  {
    key: 'declined',
    title: 'Đề nghị trả lời về vụ việc mất trộm gia súc đang điều tra',
    content:
      'Gia đình bị mất hai con bò từ tháng trước, đề nghị cho biết ai là người lấy trộm và bao giờ được bồi thường.',
    field: 'publicOrder',
    petitioner: { name: 'Cà Văn Inh', address: 'Bản Huổi Ná', email: 'cavaninh@dan.example' },
  },
  {
    key: 'deferred',
    title: 'Đề nghị trả lời về ranh giới đất rừng giữa hai bản',
    content:
      'Ranh giới đất rừng sản xuất giữa hai bản chưa rõ, đang được đo đạc lại. Đề nghị cho biết kết quả để bà con yên tâm canh tác.',
    field: 'economy',
    petitioner: { name: 'Tòng Văn Hặc', address: 'Bản Co Trặm', email: 'tongvanhac@dan.example' },
  },
  {
    key: 'referred',
    title: 'Đề nghị nâng mức khoán bảo vệ rừng phòng hộ',
    content:
      'Mức khoán bảo vệ rừng phòng hộ hiện nay thấp, không đủ chi phí tuần tra. Đề nghị cấp trên xem xét nâng mức khoán cho các hộ nhận khoán.',
    field: 'economy',
    petitioner: { name: 'Lường Văn Chựa', address: 'Bản Pom Mường', email: 'luongvanchua@dan.example' },
  },
  {
    key: 'inTime',
    title: 'Sửa chữa đoạn đường liên bản bị sạt lở',
    content:
      'Đoạn đường từ trung tâm vào bản bị sạt lở sau mưa lũ, xe máy đi lại rất nguy hiểm, học sinh phải đi bộ. Đề nghị sửa chữa trước mùa thu hoạch.',
    field: 'economy',
    office: 'PKT',
    petitioner: { name: 'Lò Thị Mai', address: 'Bản Nà Ỏ', email: 'lothimai@dan.example' },
  },
  {
    key: 'late',
    title: 'Bổ sung giáo viên và sửa nhà lớp học điểm trường mầm non',
    content:
      'Điểm trường mầm non của bản thiếu giáo viên, mái lớp học dột. Đề nghị bổ sung một giáo viên và sửa mái trước khi vào đợt rét.',
    field: 'cultureAndSociety',
    office: 'PVHXH',
    petitioner: { name: 'Bạc Thị Đôi', address: 'Bản Nà Hốc', email: 'bacthidoi@dan.example' },
  },
  {
    key: 'never',
    title: 'Xử lý tình trạng xe quá tải chở cát làm hỏng đường',
    content:
      'Xe chở cát quá tải chạy qua bản cả ngày lẫn đêm, làm hỏng đường bê tông do dân góp công xây dựng và gây bụi. Đề nghị tuần tra, xử lý.',
    field: 'publicOrder',
    office: 'CA',
    petitioner: { name: 'Hoàng Văn Sương', address: 'Bản Bó Phúc', email: 'hoangvansuong@dan.example' },
  },
  {
    key: 'sentBack',
    title: 'Cấp nước sinh hoạt cho bản trong mùa khô',
    content:
      'Bể nước tự chảy cạn từ tháng Mười, hơn 60 hộ phải chở nước từ suối. Đề nghị đầu tư thêm nguồn nước và sửa đường ống.',
    field: 'economy',
    office: 'PKT',
    petitioner: { name: 'Vì Văn Tiếng', address: 'Bản Hua Tát', email: 'vivantieng@dan.example' },
  },
  {
    key: 'withdrawn',
    title: 'Hỏi về tạm hoãn gọi nhập ngũ cho con đang học nghề',
    content:
      'Con trai tôi đang học cao đẳng nghề ở tỉnh khác, nay có giấy gọi khám sức khỏe nghĩa vụ quân sự. Đề nghị cho biết cháu có được tạm hoãn không và làm thủ tục ở đâu.',
    field: 'defenceAndSecurity',
    petitioner: { name: 'Cầm Thị Hoa', address: 'Bản Mường Chiên', email: 'camthihoa@dan.example' },
  },
  {
    key: 'redirected',
    title: 'Khiếu nại quyết định thu hồi đất',
    content:
      'Gia đình không đồng ý với quyết định thu hồi đất và phương án bồi thường, đề nghị hủy quyết định thu hồi đất đã ban hành.',
    field: 'economy',
    petitioner: { name: 'Đèo Văn Ín', address: 'Bản Pá Uôn', email: 'deovanin@dan.example' },
  },
  {
    key: 'afterCutOff',
    title: 'Đề nghị đặt thêm điểm tập kết rác thải',
    content:
      'Rác thải sinh hoạt chưa được thu gom ở các bản xa trung tâm. Đề nghị đặt thêm điểm tập kết và xe thu gom.',
    field: 'cultureAndSociety',
    office: 'PVHXH',
    petitioner: { name: 'Quàng Văn Thương', address: 'Bản Lướt', email: 'quangvanthuong@dan.example' },
  },
];

/** Said at the conference itself. */
export const raised: StoryPetition = {
  key: 'raised',
  title: 'Đề nghị chấn chỉnh thái độ tiếp dân ở bộ phận một cửa',
  content:
    'Phát biểu tại hội nghị: có cán bộ bộ phận một cửa tiếp dân chưa niềm nở, hẹn trả kết quả nhiều lần. Đề nghị chấn chỉnh.',
  field: 'partyAndGovernment',
  office: 'PVHXH',
  petitioner: { name: 'Lò Văn Pọm', address: 'Bản Chiềng Lề', email: 'lovanpom@dan.example' },
};

/** Words that people of the story put into their acts. */
export const actWords = {
  settle: 'Đã giải thích tại hội nghị; danh sách và lịch chi trả được niêm yết từ tuần sau.',
  assign: 'Giao cơ quan chuyên môn kiểm tra, giải quyết và trả lời bằng văn bản.',
  decline: 'Vụ việc đang được cơ quan điều tra thụ lý, chưa có kết luận chính thức.',
  defer: 'Đang đo đạc lại ranh giới; trả lời sau khi có kết quả.',
  refer: 'Mức khoán bảo vệ rừng thuộc thẩm quyền của cấp tỉnh.',
  withdraw: 'Ban Chỉ huy Quân sự xã đã hướng dẫn thủ tục tạm hoãn; gia đình làm đơn xin rút kiến nghị.',
  redirect: 'Nội dung là khiếu nại quyết định hành chính.',
  answer: 'Đã kiểm tra thực tế; giao đơn vị thực hiện, hoàn thành trong quý.',
  vagueAnswer: 'Sẽ xem xét.',
  sendBack: 'Nội dung trả lời chưa nêu biện pháp và thời hạn cụ thể.',
  resolution: 'Biên bản nghiệm thu, xác nhận của trưởng bản',
  withdrawal: 'Đơn xin rút kiến nghị',
  report: 'Công tác đối thoại được thực hiện đúng quy định.\nKiến nghị: không.',
  reportReason: 'Thường trực Tỉnh ủy yêu cầu báo cáo đột xuất.',
  minutes: 'Biên bản hội nghị do thư ký ghi.',
} as const;

/** Parts of subjects by which the story's mails are known. */
export const subjects = {
  registered: 'tiếp nhận',
  assigned: 'Giao giải quyết kiến nghị, phản ánh',
  reminder: 'Nhắc việc: báo cáo giải quyết kiến nghị',
  overdue: 'Quá hạn: báo cáo giải quyết kiến nghị',
  invitation: 'Giấy mời dự hội nghị đối thoại',
  opinions: 'Đề nghị tổng hợp ý kiến',
  cancelled: 'Hủy hội nghị đối thoại',
  conclusion: 'Thông báo kết luận về kiến nghị',
  absent: 'Báo cáo cơ quan, đơn vị vắng mặt',
  conclusionNotice: 'Thông báo kết luận hội nghị',
  resultLate: 'Quá hạn: báo cáo kết quả hội nghị đối thoại',
  result: 'Báo cáo kết quả hội nghị',
  report: 'báo cáo đột xuất',
  outcome: 'Thông báo về việc giải quyết',
} as const;

import type { DutyKind } from '@dialogue/domain';

/** How letters speak of a kind of duty. */
export interface DutyWords {
  /** After "Nhắc việc:" in the subject, and after "Thời hạn" in the letter. */
  readonly topic: string;
  /** Who is asked, after "Đề nghị". */
  readonly whom: string;
  /** To do what. */
  readonly ask: string;
  /** What is not there yet, as a fact, after "Đến nay". */
  readonly missing: string;
}

/** One row for each duty: reading this table is reading what is asked of whom. */
export const dutyWords: Readonly<Record<DutyKind, DutyWords>> = {
  screen: {
    topic: 'xem xét, phân loại kiến nghị, phản ánh',
    whom: 'chuyên viên được phân công',
    ask: 'xem xét phạm vi và phân loại kiến nghị, phản ánh mới tiếp nhận',
    missing: 'hồ sơ chưa có kết quả xem xét, phân loại',
  },
  assign: {
    topic: 'giao cơ quan giải quyết kiến nghị, phản ánh',
    whom: 'chuyên viên được phân công',
    ask: 'trình người chủ trì giao cơ quan, đơn vị giải quyết kiến nghị, phản ánh',
    missing: 'hồ sơ chưa có Thông báo giao việc',
  },
  receipt: {
    topic: 'xác nhận số đến, ngày đến của văn bản giao việc',
    whom: 'cơ quan được giao',
    ask: 'xác nhận đã nhận được văn bản giao việc (số đến, ngày đến)',
    missing: 'hồ sơ chưa có số đến, ngày đến của văn bản giao việc',
  },
  answer: {
    topic: 'báo cáo giải quyết kiến nghị, phản ánh',
    whom: 'cơ quan được giao',
    ask: 'báo cáo biện pháp giải quyết hoặc kết quả, tiến độ giải quyết để thông báo cho cá nhân, tổ chức kiến nghị biết',
    missing: 'hồ sơ chưa có báo cáo của cơ quan được giao về biện pháp giải quyết hoặc kết quả, tiến độ giải quyết',
  },
  approve: {
    topic: 'cho ý kiến về nội dung trả lời',
    whom: 'người chủ trì',
    ask: 'xem xét, phê duyệt hoặc cho ý kiến về nội dung trả lời của cơ quan được giao',
    missing: 'hồ sơ chưa có ý kiến của người chủ trì về nội dung trả lời',
  },
  resolve: {
    topic: 'cập nhật kết quả giải quyết kiến nghị, phản ánh',
    whom: 'cơ quan được giao',
    ask: 'cập nhật kết quả thực hiện biện pháp giải quyết đã báo cáo, kèm tài liệu chứng minh',
    missing: 'hồ sơ chưa ghi nhận kiến nghị, phản ánh đã được giải quyết xong',
  },
  tell: {
    topic: 'thông báo kết quả đến người nêu kiến nghị',
    whom: 'chuyên viên được phân công',
    ask: 'thông báo biện pháp giải quyết hoặc kết quả, tiến độ giải quyết đến người nêu kiến nghị',
    missing: 'hồ sơ chưa có thông báo gửi người nêu kiến nghị',
  },
  close: {
    topic: 'kết thúc hồ sơ kiến nghị, phản ánh',
    whom: 'chuyên viên được phân công',
    ask: 'kiểm tra và kết thúc hồ sơ, vì kiến nghị, phản ánh đã được giải quyết xong và người nêu kiến nghị đã được thông báo',
    missing:
      'hồ sơ chưa được kết thúc, dù kiến nghị, phản ánh đã được giải quyết xong và người nêu kiến nghị đã được thông báo',
  },
  review: {
    topic: 'xem xét lại kiến nghị, phản ánh chưa trả lời ngay',
    whom: 'chuyên viên được phân công',
    ask: 'trình người chủ trì xem xét lại kiến nghị, phản ánh đã tạm dừng trả lời',
    missing: 'hồ sơ chưa được xem xét lại',
  },
  followReferral: {
    topic: 'theo dõi việc cấp có thẩm quyền giải quyết kiến nghị, phản ánh',
    whom: 'chuyên viên được phân công',
    ask: 'liên hệ cấp có thẩm quyền và cập nhật kết quả',
    missing: 'hồ sơ chưa có kết quả của cấp có thẩm quyền',
  },
  decideExtension: {
    topic: 'cho ý kiến về đề nghị gia hạn trả lời',
    whom: 'người chủ trì',
    ask: 'xem xét, đồng ý hoặc không đồng ý với đề nghị gia hạn của cơ quan được giao',
    missing: 'hồ sơ chưa có ý kiến của người chủ trì về đề nghị gia hạn',
  },
  reportProgress: {
    topic: 'báo cáo tiến độ giải quyết kiến nghị, phản ánh đã được gia hạn',
    whom: 'cơ quan được giao',
    ask: 'báo cáo tiến độ giải quyết để thông báo cho cá nhân, tổ chức kiến nghị biết, dù thời hạn trả lời đã được gia hạn',
    missing: 'hồ sơ chưa có báo cáo tiến độ của cơ quan được giao',
  },
  contribute: {
    topic: 'gửi ý kiến phối hợp giải quyết kiến nghị, phản ánh',
    whom: 'cơ quan phối hợp',
    ask: 'gửi ý kiến cho cơ quan chủ trì giải quyết kiến nghị, phản ánh',
    missing: 'hồ sơ chưa có ý kiến của cơ quan phối hợp',
  },
  approvePlan: {
    topic: 'trình, phê duyệt kế hoạch đối thoại',
    whom: 'chuyên viên được phân công',
    ask: 'trình người chủ trì phê duyệt kế hoạch đối thoại',
    missing: 'kế hoạch đối thoại chưa được phê duyệt',
  },
  requestOpinions: {
    topic: 'có văn bản đề nghị tổng hợp ý kiến, kiến nghị của nhân dân',
    whom: 'chuyên viên được phân công',
    ask: 'gửi văn bản đề nghị các cơ quan, tổ chức liên quan tổng hợp ý kiến, kiến nghị',
    missing: 'hồ sơ chưa có văn bản đề nghị tổng hợp ý kiến, kiến nghị',
  },
  holdBriefing: {
    topic: 'họp thống nhất nội dung trước hội nghị đối thoại',
    whom: 'cơ quan chủ trì tham mưu',
    ask: 'tổ chức để người chủ trì họp với các cơ quan liên quan, thống nhất cách giải quyết hoặc giải thích từng ý kiến, kiến nghị',
    missing: 'hồ sơ chưa ghi nhận cuộc họp thống nhất nội dung',
  },
  sendInvitations: {
    topic: 'gửi giấy mời dự hội nghị đối thoại',
    whom: 'chuyên viên được phân công',
    ask: 'gửi giấy mời đến các thành phần dự hội nghị đối thoại',
    missing: 'giấy mời chưa được gửi',
  },
  answerDemand: {
    topic: 'trả lời yêu cầu tổ chức đối thoại đột xuất',
    whom: 'đơn vị được yêu cầu',
    ask: 'trả lời bằng văn bản về ngày, giờ, địa điểm tổ chức đối thoại đột xuất',
    missing: 'đơn vị chưa trả lời ngày tổ chức đối thoại đột xuất',
  },
  reportSituation: {
    topic: 'có báo cáo tình hình nhân dân trước hội nghị đối thoại',
    whom: 'Ủy ban Mặt trận Tổ quốc và các tổ chức chính trị - xã hội',
    ask: 'báo cáo tình hình nhân dân, những vấn đề bức xúc, nổi cộm; cơ quan chủ trì tham mưu đôn đốc, tiếp nhận',
    missing: 'hồ sơ chưa có báo cáo tình hình nhân dân',
  },
  issueAggregateReport: {
    topic: 'gửi báo cáo tổng hợp ý kiến, kiến nghị trước hội nghị đối thoại',
    whom: 'cơ quan chủ trì tham mưu',
    ask: 'tổng hợp ý kiến, kiến nghị, đề xuất cơ quan nghiên cứu, trả lời từng nội dung và gửi trước cho người chủ trì, các cơ quan chuẩn bị',
    missing: 'hồ sơ chưa có báo cáo tổng hợp ý kiến, kiến nghị',
  },
  supplyOpinions: {
    topic: 'gửi ý kiến, kiến nghị của nhân dân phục vụ hội nghị đối thoại',
    whom: 'quý cơ quan',
    ask: 'gửi ý kiến, kiến nghị đã tổng hợp; trường hợp không có, đề nghị trả lời là không có',
    missing: 'hồ sơ chưa có trả lời của cơ quan được đề nghị',
  },
  prepareAnswers: {
    topic: 'gửi nội dung trả lời các kiến nghị tại hội nghị đối thoại',
    whom: 'cơ quan được phân công',
    ask: 'gửi nội dung trả lời từng kiến nghị để tổng hợp, báo cáo người chủ trì',
    missing: 'hồ sơ chưa có đủ nội dung trả lời của cơ quan được phân công',
  },
  nameHelpers: {
    topic: 'phân công thư ký và người giúp việc tại hội nghị đối thoại',
    whom: 'cơ quan chủ trì tham mưu',
    ask: 'phân công thư ký và người giúp việc tại hội nghị đối thoại',
    missing: 'hồ sơ chưa có phân công thư ký và người giúp việc',
  },
  confirmAttendance: {
    topic: 'xác nhận dự hội nghị đối thoại',
    whom: 'cơ quan được mời',
    ask: 'xác nhận lãnh đạo dự hội nghị; trường hợp không dự được, cử lãnh đạo khác',
    missing: 'hồ sơ chưa có xác nhận của cơ quan được mời',
  },
  recordOutcome: {
    topic: 'ghi nhận việc tổ chức hội nghị đối thoại',
    whom: 'chuyên viên được phân công',
    ask: 'ghi nhận việc tổ chức hội nghị đối thoại',
    missing: 'hồ sơ chưa ghi nhận hội nghị đã được tổ chức',
  },
  followUpPetitions: {
    topic: 'thông báo kết quả và giao giải quyết các kiến nghị sau hội nghị đối thoại',
    whom: 'cơ quan chủ trì tham mưu',
    ask: 'thông báo nội dung đã được giải quyết đến người nêu kiến nghị và giao các nội dung còn lại cho cơ quan, đơn vị thuộc thẩm quyền',
    missing: 'hồ sơ còn kiến nghị chưa được thông báo hoặc chưa được giao giải quyết',
  },
  issueConclusionNotice: {
    topic: 'ban hành thông báo kết luận hội nghị đối thoại',
    whom: 'chuyên viên được phân công',
    ask: 'trình người chủ trì ban hành thông báo kết luận',
    missing: 'hồ sơ chưa có thông báo kết luận',
  },
  issueResultReport: {
    topic: 'báo cáo kết quả hội nghị đối thoại',
    whom: 'chuyên viên được phân công',
    ask: 'trình người chủ trì báo cáo kết quả đối thoại',
    missing: 'hồ sơ chưa có báo cáo kết quả',
  },
  recordInternalReview: {
    topic: 'rút kinh nghiệm sau hội nghị đối thoại',
    whom: 'cơ quan chủ trì tham mưu',
    ask: 'tổ chức rút kinh nghiệm nội bộ sau hội nghị đối thoại',
    missing: 'hồ sơ chưa ghi nhận việc rút kinh nghiệm',
  },
  setNewDate: {
    topic: 'ấn định ngày mới của hội nghị đối thoại đã hoãn',
    whom: 'người chủ trì',
    ask: 'ấn định ngày tổ chức mới, hoặc quyết định không tổ chức hội nghị đối thoại đã hoãn',
    missing: 'hội nghị đã hoãn chưa có ngày tổ chức mới',
  },
  awaitDirection: {
    topic: 'cho ý kiến chỉ đạo về cuộc đối thoại không thành',
    whom: 'cấp trên',
    ask: 'cho ý kiến chỉ đạo về cuộc đối thoại không thành đã được báo cáo; cơ quan chủ trì tham mưu tiếp tục xin ý kiến',
    missing: 'hồ sơ chưa có ý kiến chỉ đạo của cấp trên',
  },
  sendUpwards: {
    topic: 'gửi báo cáo kết quả đối thoại để cấp trên tổng hợp',
    whom: 'cơ quan báo cáo',
    ask: 'hoàn thành, trình duyệt và gửi báo cáo kết quả đối thoại và giải quyết kiến nghị',
    missing: 'báo cáo chưa được gửi',
  },
  sendReport: {
    topic: 'gửi báo cáo kết quả đối thoại và giải quyết kiến nghị',
    whom: 'cơ quan báo cáo',
    ask: 'hoàn thành, trình duyệt và gửi báo cáo kết quả đối thoại và giải quyết kiến nghị',
    missing: 'báo cáo chưa được gửi',
  },
};

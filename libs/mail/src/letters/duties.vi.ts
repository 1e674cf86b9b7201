import type { PetitionDutyKind } from '@dialogue/domain';

/** How letters speak of a kind of duty. */
export interface DutyWords {
  /** After "Nhắc việc:" in the subject, and after "Thời hạn" in the letter. */
  readonly topic: string;
  readonly deadlineLabel: string;
  /** Who does what, after "Đề nghị". */
  readonly ask: string;
  /** What is not there yet, as a fact, after "Đến nay". */
  readonly missing: string;
}

/** One row for each duty: reading this table is reading what is asked of whom. */
export const dutyWords: Readonly<Record<PetitionDutyKind, DutyWords>> = {
  screen: {
    topic: 'xem xét, phân loại kiến nghị, phản ánh',
    deadlineLabel: 'Hạn xem xét, phân loại',
    ask: 'chuyên viên được phân công xem xét phạm vi và phân loại kiến nghị, phản ánh mới tiếp nhận',
    missing: 'hồ sơ chưa có kết quả xem xét, phân loại',
  },
  assign: {
    topic: 'giao cơ quan giải quyết kiến nghị, phản ánh',
    deadlineLabel: 'Hạn giao việc',
    ask: 'chuyên viên được phân công trình người chủ trì giao cơ quan, đơn vị giải quyết kiến nghị, phản ánh',
    missing: 'hồ sơ chưa có Thông báo giao việc',
  },
  receipt: {
    topic: 'xác nhận số đến, ngày đến của văn bản giao việc',
    deadlineLabel: 'Hạn xác nhận số đến, ngày đến',
    ask: 'cơ quan được giao xác nhận đã nhận được văn bản giao việc (số đến, ngày đến)',
    missing: 'hồ sơ chưa có số đến, ngày đến của văn bản giao việc',
  },
  answer: {
    topic: 'báo cáo giải quyết kiến nghị, phản ánh',
    deadlineLabel: 'Hạn trả lời',
    ask: 'cơ quan được giao báo cáo biện pháp giải quyết hoặc kết quả, tiến độ giải quyết để thông báo cho cá nhân, tổ chức kiến nghị biết',
    missing: 'hồ sơ chưa có báo cáo của cơ quan được giao về biện pháp giải quyết hoặc kết quả, tiến độ giải quyết',
  },
  approve: {
    topic: 'cho ý kiến về nội dung trả lời',
    deadlineLabel: 'Hạn phê duyệt nội dung trả lời',
    ask: 'người chủ trì xem xét, phê duyệt hoặc cho ý kiến về nội dung trả lời của cơ quan được giao',
    missing: 'hồ sơ chưa có ý kiến của người chủ trì về nội dung trả lời',
  },
  resolve: {
    topic: 'cập nhật kết quả giải quyết kiến nghị, phản ánh',
    deadlineLabel: 'Kỳ cập nhật kết quả',
    ask: 'cơ quan được giao cập nhật kết quả thực hiện biện pháp giải quyết đã báo cáo, kèm tài liệu chứng minh',
    missing: 'hồ sơ chưa ghi nhận kiến nghị, phản ánh đã được giải quyết xong',
  },
  tell: {
    topic: 'thông báo kết quả đến người nêu kiến nghị',
    deadlineLabel: 'Hạn thông báo',
    ask: 'chuyên viên được phân công thông báo biện pháp giải quyết hoặc kết quả, tiến độ giải quyết đến người nêu kiến nghị',
    missing: 'hồ sơ chưa có thông báo gửi người nêu kiến nghị',
  },
  close: {
    topic: 'kết thúc hồ sơ kiến nghị, phản ánh',
    deadlineLabel: 'Hạn kết thúc hồ sơ',
    ask: 'chuyên viên được phân công kiểm tra và kết thúc hồ sơ, vì kiến nghị, phản ánh đã được giải quyết xong và người nêu kiến nghị đã được thông báo',
    missing:
      'hồ sơ chưa được kết thúc, dù kiến nghị, phản ánh đã được giải quyết xong và người nêu kiến nghị đã được thông báo',
  },
};

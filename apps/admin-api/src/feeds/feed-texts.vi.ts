import { citationOf, formatDay, type CaseKind, type DutyKind } from '@dialogue/domain';
import type { Feed, FeedDuty } from '@dialogue/persistence';

/** A duty as a calendar has room for it. */
const dutyLabels: Readonly<Record<DutyKind, string>> = {
  screen: 'Hạn xem xét, phân loại',
  assign: 'Hạn giao việc',
  receipt: 'Hạn xác nhận số đến, ngày đến',
  answer: 'Hạn trả lời',
  approve: 'Hạn phê duyệt nội dung trả lời',
  resolve: 'Kỳ cập nhật kết quả giải quyết',
  tell: 'Hạn thông báo kết quả đến người kiến nghị',
  close: 'Hạn kết thúc hồ sơ',
  review: 'Ngày xem xét lại',
  followReferral: 'Kỳ theo dõi cấp có thẩm quyền giải quyết',
  decideExtension: 'Hạn cho ý kiến về việc gia hạn',
  reportProgress: 'Hạn báo cáo tiến độ',
  contribute: 'Hạn gửi ý kiến phối hợp',
  approvePlan: 'Hạn phê duyệt kế hoạch đối thoại',
  requestOpinions: 'Hạn đề nghị tổng hợp ý kiến',
  holdBriefing: 'Hạn họp thống nhất nội dung',
  sendInvitations: 'Hạn gửi giấy mời',
  answerDemand: 'Hạn trả lời yêu cầu đối thoại đột xuất',
  reportSituation: 'Hạn có báo cáo tình hình nhân dân',
  issueAggregateReport: 'Hạn gửi báo cáo tổng hợp',
  supplyOpinions: 'Hạn gửi ý kiến, kiến nghị',
  prepareAnswers: 'Hạn gửi nội dung trả lời tại hội nghị',
  nameHelpers: 'Hạn phân công thư ký, người giúp việc',
  confirmAttendance: 'Hạn xác nhận dự hội nghị',
  recordOutcome: 'Hạn ghi nhận việc tổ chức hội nghị',
  followUpPetitions: 'Hạn thông báo kết quả, giao việc sau hội nghị',
  issueConclusionNotice: 'Hạn ban hành thông báo kết luận',
  issueResultReport: 'Hạn báo cáo kết quả hội nghị',
  recordInternalReview: 'Hạn rút kinh nghiệm',
  setNewDate: 'Kỳ nhắc ấn định ngày mới của hội nghị',
  awaitDirection: 'Kỳ xin ý kiến chỉ đạo',
  sendUpwards: 'Hạn gửi báo cáo để cấp trên tổng hợp',
  sendReport: 'Hạn gửi báo cáo',
};

const caseNames: Readonly<Record<CaseKind, string>> = {
  petition: 'Kiến nghị, phản ánh số',
  conference: 'Hội nghị đối thoại số',
  report: 'Báo cáo',
};

export function feedName({ kind, organisation: { name } }: Pick<Feed, 'kind' | 'organisation'>): string {
  return kind === 'agency' ? `Thời hạn đối thoại: việc của ${name}` : `Thời hạn đối thoại: hồ sơ do ${name} chủ trì`;
}

export function feedDescription({ kind }: Pick<Feed, 'kind'>): string {
  const what =
    kind === 'agency'
      ? 'Các việc cơ quan còn phải làm'
      : 'Mọi việc còn phải làm của các hồ sơ do cơ quan chủ trì tham mưu';
  return `${what}, mỗi việc vào ngày đến hạn. Việc đã xong thì không còn trong lịch. Không chuyển địa chỉ của lịch này cho người ngoài cơ quan.`;
}

/** What is due, in which case; in the calendar of an office also by whom. */
export function eventSummary({ kind: feed }: Pick<Feed, 'kind'>, { kind, caseNumber, bodyName }: FeedDuty): string {
  const owedBy = feed === 'leadOffice' && bodyName !== null ? ` (${bodyName})` : '';
  return `${dutyLabels[kind]}: ${caseNumber}${owedBy}`;
}

export function eventDescription(duty: FeedDuty, workingUrl: string): string {
  const { caseKind, caseNumber, rule, dueOn, isMissed, isProvisional } = duty;
  return [
    `${caseNames[caseKind]} ${caseNumber}.`,
    `Đến hết ${formatDay(dueOn)}.${isMissed ? ' Đã quá hạn.' : ''}`,
    ...(isProvisional ? ['Thời hạn tạm tính: lịch làm việc của năm chưa được xác nhận đầy đủ.'] : []),
    `Căn cứ: ${citationOf(rule)}.`,
    `Cách tính thời hạn: ${workingUrl}`,
  ].join('\n');
}

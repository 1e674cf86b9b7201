import {
  conferenceDuties,
  conferenceFlagsOf,
  conferenceMilestones,
  cutOffOn,
  flagNames,
  formatDate,
  formatDay,
  type Conference,
  type ConferenceFlag,
  type ConferenceHost,
  type ConferenceKind,
} from '@dialogue/domain';

import { casePage, nameOf, type CasePage, type WorkingLink } from './case-page.vi.js';

const kinds: Readonly<Record<ConferenceKind, string>> = { periodic: 'định kỳ', adHoc: 'đột xuất' };

const hosts: Readonly<Record<ConferenceHost, string>> = {
  levelHead: 'người đứng đầu cấp ủy, chính quyền',
  departmentHead: 'người đứng đầu sở, ban, ngành',
  communeSecretary: 'Bí thư đảng ủy xã, phường',
};

/** The page of a conference (D8.1, D9, D11.1b), and the summary of its timer. */
export const conferencePage: CasePage<Conference> = casePage<ConferenceFlag, Conference>({
  title: ({ number, kind }) => `Hội nghị đối thoại ${kinds[kind]} ${number}`,
  stages: {
    drafted: 'Đang ghi nhận',
    planning: 'Đang lập kế hoạch',
    preparing: 'Đang chuẩn bị',
    postponed: 'Đã hoãn, chưa có ngày mới',
    held: 'Đã tổ chức, chờ kết luận',
    followUp: 'Đang thực hiện kết luận',
    awaitingDirection: 'Không thành, chờ cấp trên chỉ đạo',
    closed: 'Đã kết thúc',
    cancelled: 'Đã hủy',
  },
  flags: flagNames,
  duties: {
    answerDemand: 'trả lời yêu cầu tổ chức đối thoại đột xuất',
    approvePlan: 'phê duyệt kế hoạch đối thoại',
    requestOpinions: 'đề nghị các cơ quan tổng hợp ý kiến, kiến nghị',
    reportSituation: 'đôn đốc, tiếp nhận báo cáo tình hình nhân dân',
    issueAggregateReport: 'gửi báo cáo tổng hợp ý kiến, kiến nghị',
    supplyOpinions: 'gửi ý kiến, kiến nghị của nhân dân',
    prepareAnswers: 'gửi nội dung trả lời các kiến nghị',
    holdBriefing: 'họp thống nhất nội dung trước hội nghị',
    sendInvitations: 'gửi giấy mời',
    nameHelpers: 'phân công thư ký và người giúp việc',
    confirmAttendance: 'xác nhận lãnh đạo dự hội nghị',
    recordOutcome: 'ghi nhận việc tổ chức hội nghị',
    followUpPetitions: 'thông báo cho người kiến nghị và giao giải quyết các nội dung còn lại',
    issueConclusionNotice: 'ban hành thông báo kết luận',
    issueResultReport: 'báo cáo kết quả hội nghị',
    recordInternalReview: 'rút kinh nghiệm sau hội nghị',
    setNewDate: 'ấn định ngày mới của hội nghị đã hoãn',
    awaitDirection: 'xin ý kiến chỉ đạo của cấp trên',
  },
  events: {
    planned: 'Lập kế hoạch',
    adHocDemanded: 'Yêu cầu tổ chức đối thoại đột xuất',
    demandAnswered: 'Đơn vị trả lời ngày tổ chức',
    planSubmitted: 'Trình kế hoạch',
    planReturned: 'Trả lại kế hoạch',
    planApproved: 'Phê duyệt kế hoạch',
    announced: 'Thông tin, tuyên truyền về hội nghị',
    opinionsReceived: 'Cơ quan được đề nghị đã trả lời',
    aggregateReportIssued: 'Gửi báo cáo tổng hợp ý kiến, kiến nghị',
    answerPrepared: 'Nhận nội dung trả lời đã chuẩn bị',
    situationReported: 'Nhận báo cáo tình hình nhân dân',
    helpersNamed: 'Phân công thư ký, người giúp việc',
    attendanceConfirmed: 'Xác nhận dự hội nghị',
    attendanceDeclined: 'Cử lãnh đạo khác dự hội nghị',
    hostChanged: 'Thay đổi người chủ trì',
    opinionsRequested: 'Đề nghị tổng hợp ý kiến',
    briefingHeld: 'Họp thống nhất nội dung',
    invitationsSent: 'Gửi giấy mời',
    postponed: 'Hoãn hội nghị',
    rescheduled: 'Đổi ngày hội nghị',
    cancelled: 'Hủy hội nghị',
    speakerRegistered: 'Đăng ký phát biểu',
    held: 'Tổ chức hội nghị',
    failed: 'Đối thoại không thành',
    directionRecorded: 'Cấp trên chỉ đạo',
    minutesSaved: 'Lưu biên bản',
    minutesSigned: 'Ký biên bản',
    concluded: 'Kết luận hội nghị',
    conclusionNoticeIssued: 'Ban hành thông báo kết luận',
    resultReportIssued: 'Báo cáo kết quả hội nghị',
    internalReviewRecorded: 'Rút kinh nghiệm sau hội nghị',
    supervisionRecorded: 'Ý kiến giám sát',
    policyProposed: 'Kiến nghị cơ chế, chính sách',
    closed: 'Kết thúc',
    petitionAttached: 'Thêm kiến nghị',
    petitionDetached: 'Bớt kiến nghị',
    petitionFollowedUp: 'Kiến nghị đã được thông báo, giao việc',
  },
  debtors: conferenceMilestones,
  flagsOf: conferenceFlagsOf,
  agencyOf: () => null,
  nextDuty: (state) => conferenceDuties.nextDuty(state),
  head: { title: 'Người chủ trì', rule: 'D1' },
  facts: (state, workingLink) => [
    dayLine(state),
    ...preparationLines(state, workingLink),
    ...minutesLines(state),
    ...petitionLines(state),
  ],
});

function dayLine(state: Conference): string {
  const { host, leadOffice } = state;
  return `${dayWords(state)} (${hosts[host]} chủ trì; cơ quan tham mưu: ${nameOf(state, leadOffice)})`;
}

/** D8.1a, D8.3b: the day, or why there is none. */
function dayWords({ on, startsAt, heldOn, postponement = null, failure = null }: Conference): string {
  if (failure !== null) return `**Đối thoại không thành:** ${formatDay(failure.failedOn)}`;
  if (postponement !== null)
    return `**Đã hoãn:** từ ${formatDay(postponement.postponedOn)}, trước đó dự kiến ngày ${formatDate(on)}`;
  return heldOn === null
    ? `**Ngày hội nghị:** ${startsAt}, ${formatDay(on)}`
    : `**Đã tổ chức:** ${formatDay(heldOn)}, theo kế hoạch ngày ${formatDate(on)}`;
}

/** D9, D10.3b: how many have registered to speak, how many versions the minutes have, which one is signed. */
function minutesLines({ speakers = 0, minutes }: Conference): readonly string[] {
  const signed = minutes?.signed ?? null;
  const signedWords = signed === null ? 'chưa ký' : `đã ký bản ${String(signed.version)} ngày ${formatDate(signed.on)}`;
  return [
    ...(speakers === 0 ? [] : [`**Đăng ký phát biểu:** ${String(speakers)}`]),
    ...(minutes === undefined ? [] : [`**Biên bản:** ${String(minutes.versions)} bản, ${signedWords}`]),
  ];
}

/** D8.1b, D8.1e, D8.1g: up to when opinions come to the briefing, who was asked, who was invited. */
function preparationLines(state: Conference, workingLink: WorkingLink): readonly string[] {
  if (state.stage !== 'planning' && state.stage !== 'preparing' && state.stage !== 'drafted') return [];
  const { asked, guests, invitedOn } = state;
  const cutOff = cutOffOn(state);
  const link = workingLink({ rule: 'D8.1f', anchorOn: state.on, dueOn: cutOff });
  const invited = invitedOn === null ? '' : `, từ ngày ${formatDate(invitedOn)}`;
  return [
    ...planLines(state),
    `**Nhận ý kiến đưa vào cuộc họp thống nhất nội dung:** đến hết ${formatDay(cutOff)}${link}`,
    `**Đã đề nghị tổng hợp ý kiến:** ${String(asked.length)} cơ quan · **Đã mời:** ${String(guests.length)} thành phần${invited}`,
    ...answerLines(state),
  ];
}

/** D8.1a, D8.3a: whose turn it is before the plan stands. */
function planLines(state: Conference): readonly string[] {
  const { demand, demandAnsweredOn, plan } = state;
  const demanded =
    demand === undefined
      ? []
      : [
          `**Theo yêu cầu của:** ${nameOf(state, demand.by)}, văn bản số ${demand.document.number}${demandAnsweredOn === undefined ? ' (đơn vị chưa trả lời ngày tổ chức)' : ''}`,
        ];
  const isWaiting = plan !== undefined && plan.submittedOn !== null && state.stage === 'planning';
  const submitted = isWaiting
    ? [`**Kế hoạch:** đã trình lần ${String(plan.versions)}, chờ người chủ trì phê duyệt`]
    : [];
  return [...demanded, ...submitted];
}

/** D8.1b, D8.1d, D10.3a: how many bodies have answered of those that were asked, given work, or invited. */
function answerLines({ asked, guests, opinions, attendance, petitions }: Conference): readonly string[] {
  const toPrepare = petitions.flatMap(({ preparation }) => (preparation?.agency == null ? [] : [preparation]));
  const counts = [
    ...answerCount('cơ quan đã gửi ý kiến', opinions?.length ?? 0, asked.length),
    ...answerCount(
      'nội dung trả lời đã chuẩn bị',
      toPrepare.filter(({ preparedOn }) => preparedOn !== null).length,
      toPrepare.length,
    ),
    ...answerCount('thành phần đã trả lời giấy mời', attendance?.length ?? 0, guests.length),
  ];
  return counts.length === 0 ? [] : [`**Đã có:** ${counts.join(' · ')}`];
}

function answerCount(what: string, answered: number, all: number): readonly string[] {
  return all === 0 ? [] : [`${String(answered)}/${String(all)} ${what}`];
}

/** D8.1e, D8.1f, D9, D11.1b: how many petitions, on which path, concluded, followed up. */
function petitionLines({ petitions }: Conference): readonly string[] {
  if (petitions.length === 0) return ['**Kiến nghị:** chưa có'];
  const count = (has: (petition: Conference['petitions'][number]) => boolean): string =>
    String(petitions.filter(has).length);
  const parts = [
    String(petitions.length),
    `đưa ra họp thống nhất ${count(({ path }) => path === 'briefing')}`,
    `trả lời bằng văn bản ${count(({ path }) => path === 'written')}`,
    `nêu tại hội nghị ${count(({ isRaised }) => isRaised)}`,
    `đã kết luận ${count(({ conclusion }) => conclusion !== null)}`,
    `đã thông báo, giao việc ${count(({ followedUpOn }) => followedUpOn !== null)}`,
  ];
  return [`**Kiến nghị:** ${parts.join(' · ')}`];
}

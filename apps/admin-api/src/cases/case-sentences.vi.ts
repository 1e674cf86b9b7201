import {
  allowedFrom,
  conferenceAllowedFrom,
  reportAllowedFrom,
  type CaseKind,
  type ConferenceCommandKind,
  type ConferenceStage,
  type DomainErrorCode,
  type PetitionCommandKind,
  type PetitionStage,
  type ReportCommandKind,
  type ReportStage,
  type SurroundingsKind,
} from '@dialogue/domain';

/** The stages of a petition as an office says them. */
export const stageNames: Readonly<Record<PetitionStage, string>> = {
  submitted: 'mới gửi',
  received: 'đã tiếp nhận',
  accepted: 'đã thụ lý',
  assigned: 'đã giao xử lý',
  inProgress: 'đang xử lý',
  answered: 'đã có trả lời',
  resolved: 'đã giải quyết',
  settled: 'người chủ trì đã giải quyết',
  declined: 'từ chối trả lời',
  deferred: 'tạm dừng trả lời',
  referred: 'đã chuyển cấp có thẩm quyền',
  closed: 'đã kết thúc',
  redirected: 'đã hướng dẫn theo thủ tục khác',
  withdrawn: 'đã rút',
  merged: 'đã ghép vào kiến nghị khác',
};

/** The stages of a conference as an office says them. */
export const conferenceStageNames: Readonly<Record<ConferenceStage, string>> = {
  drafted: 'mới lập',
  planning: 'đang lập kế hoạch',
  preparing: 'đang chuẩn bị',
  postponed: 'đã hoãn, chưa có ngày mới',
  held: 'đã tổ chức',
  followUp: 'đang thực hiện kết luận',
  awaitingDirection: 'không thành, chờ cấp trên chỉ đạo',
  closed: 'đã kết thúc',
  cancelled: 'đã hủy',
};

/** The stages of a report as an office says them. */
export const reportStageNames: Readonly<Record<ReportStage, string>> = {
  planned: 'mới mở',
  collecting: 'đang tổng hợp số liệu',
  drafting: 'đang soạn lại',
  submitted: 'đã trình',
  approved: 'đã duyệt',
  sent: 'đã gửi',
};

/** What every kind of case hears of the world around it. */
const surroundings: Readonly<Record<SurroundingsKind, string>> = {
  calendarChanged: 'tính lại thời hạn theo lịch làm việc mới',
  organisationChanged: 'bàn giao việc cho cơ quan, đơn vị kế thừa',
  adoptTerms: 'áp dụng quy định về thời hạn mới của cơ quan, đơn vị',
};

/** The commands of a petition as an office says them. */
const petitionCommandNames: Readonly<Record<PetitionCommandKind, string>> = {
  register: 'tiếp nhận kiến nghị',
  accept: 'thụ lý kiến nghị',
  redirect: 'hướng dẫn theo thủ tục khác',
  assign: 'giao cơ quan xử lý',
  acknowledge: 'ghi nhận văn bản đến',
  contribute: 'gửi ý kiến phối hợp',
  returnAssignment: 'trả lại việc được giao',
  reassign: 'giao lại cho cơ quan khác',
  requestExtension: 'đề nghị gia hạn trả lời',
  grantExtension: 'đồng ý gia hạn',
  refuseExtension: 'không đồng ý gia hạn',
  answer: 'trả lời',
  approveAnswer: 'phê duyệt trả lời',
  sendBackAnswer: 'chuyển lại để bổ sung trả lời',
  recordResolution: 'ghi nhận kết quả giải quyết',
  recordNoticeSent: 'ghi nhận việc thông báo cho người kiến nghị',
  attachToConference: 'đưa kiến nghị vào hội nghị đối thoại',
  detach: 'đưa kiến nghị ra khỏi hội nghị đối thoại',
  settle: 'ghi nhận việc giải quyết, giải thích',
  decline: 'từ chối trả lời',
  defer: 'tạm dừng, trả lời sau',
  resume: 'tiếp tục xem xét',
  refer: 'chuyển cấp có thẩm quyền',
  recordReferralOutcome: 'ghi nhận kết quả của cấp có thẩm quyền',
  withdraw: 'ghi nhận việc rút kiến nghị',
  merge: 'ghép vào kiến nghị khác',
  unmerge: 'tách khỏi kiến nghị chính',
  split: 'tách thành nhiều kiến nghị',
  classify: 'phân loại kiến nghị',
  markAbusive: 'đánh dấu lợi dụng đối thoại',
  protectIdentity: 'bảo vệ thông tin người kiến nghị',
  liftProtection: 'thôi bảo vệ thông tin người kiến nghị',
  changeRepresentative: 'đổi người đại diện',
  close: 'kết thúc kiến nghị',
  reopen: 'mở lại kiến nghị',
  conferenceConcluded: 'ghi nhận kết luận của hội nghị đối thoại',
  conferenceMoved: 'ghi nhận ngày mới của hội nghị đối thoại',
  conferencePostponed: 'ghi nhận việc hội nghị đối thoại chưa có ngày tổ chức',
  conferenceEnded: 'ghi nhận việc hội nghị đối thoại không tổ chức hoặc đã kết thúc',
  followerJoined: 'nhận thêm kiến nghị ghép',
  followerLeft: 'ghi nhận kiến nghị ghép được tách ra',
  leadingOutcome: 'ghi nhận kết quả của kiến nghị chính',
  leadingEnded: 'ghi nhận việc kiến nghị chính đã kết thúc',
  ...surroundings,
  noteDelivery: 'ghi nhận kết quả gửi thư',
};

/** The commands of a conference as an office says them. */
const conferenceCommandNames: Readonly<Record<ConferenceCommandKind, string>> = {
  plan: 'lập kế hoạch hội nghị đối thoại',
  demandAdHoc: 'yêu cầu tổ chức đối thoại đột xuất',
  answerDemand: 'trả lời yêu cầu tổ chức đối thoại đột xuất',
  submitPlan: 'trình kế hoạch',
  returnPlan: 'trả lại kế hoạch',
  announce: 'ghi nhận việc thông tin, tuyên truyền',
  recordOpinionsReceived: 'ghi nhận trả lời của cơ quan được đề nghị tổng hợp ý kiến',
  issueAggregateReport: 'gửi báo cáo tổng hợp ý kiến, kiến nghị',
  recordPreparedAnswer: 'ghi nhận nội dung trả lời đã chuẩn bị',
  recordSituationReport: 'ghi nhận báo cáo tình hình nhân dân',
  nameHelpers: 'phân công thư ký và người giúp việc',
  confirmAttendance: 'xác nhận dự hội nghị',
  declineAttendance: 'báo lãnh đạo được mời không dự và cử người khác',
  changeHost: 'thay đổi người chủ trì',
  approvePlan: 'phê duyệt kế hoạch',
  requestOpinions: 'đề nghị tổng hợp ý kiến, kiến nghị',
  holdBriefing: 'ghi nhận cuộc họp thống nhất nội dung',
  sendInvitations: 'gửi giấy mời',
  reschedule: 'thay đổi thời gian tổ chức',
  postpone: 'hoãn hội nghị',
  cancel: 'hủy hội nghị',
  registerSpeaker: 'ghi người đăng ký phát biểu',
  recordHeld: 'ghi nhận việc tổ chức hội nghị',
  recordFailed: 'ghi nhận đối thoại không thành',
  recordDirection: 'ghi nhận ý kiến chỉ đạo của cấp trên',
  saveMinutes: 'lưu biên bản',
  signMinutes: 'ký biên bản',
  conclude: 'kết luận',
  issueConclusionNotice: 'ban hành thông báo kết luận',
  issueResultReport: 'ban hành báo cáo kết quả',
  recordInternalReview: 'ghi nhận việc rút kinh nghiệm',
  recordSupervision: 'ghi ý kiến giám sát',
  recordPolicyProposal: 'ghi kiến nghị về cơ chế, chính sách',
  close: 'kết thúc hội nghị',
  petitionAttached: 'nhận thêm kiến nghị',
  petitionDetached: 'bớt kiến nghị',
  petitionFollowedUp: 'ghi nhận kiến nghị đã được thông báo, giao việc',
  ...surroundings,
  noteDelivery: 'ghi nhận kết quả gửi thư',
};

/** The commands of a report as an office says them. */
const reportCommandNames: Readonly<Record<ReportCommandKind, string>> = {
  open: 'mở báo cáo',
  submit: 'trình báo cáo',
  return: 'trả lại báo cáo',
  approve: 'duyệt báo cáo',
  send: 'gửi báo cáo',
  ...surroundings,
  noteDelivery: 'ghi nhận kết quả gửi thư',
};

/** What a kind of case is called, what its commands are called, and from which stages, by their names, they may come. */
interface Process {
  readonly subject: string;
  readonly commands: Readonly<Record<string, string>>;
  readonly stagesOf: (kind: string) => readonly string[];
}

const processes: Readonly<Record<CaseKind, Process>> = {
  petition: {
    subject: 'kiến nghị',
    commands: petitionCommandNames,
    stagesOf: stagesFrom(allowedFrom, stageNames),
  },
  conference: {
    subject: 'hội nghị đối thoại',
    commands: conferenceCommandNames,
    stagesOf: stagesFrom(conferenceAllowedFrom, conferenceStageNames),
  },
  report: {
    subject: 'báo cáo',
    commands: reportCommandNames,
    stagesOf: stagesFrom(reportAllowedFrom, reportStageNames),
  },
};

/** Stages and commands of each kind of case as an office says them. */
export const caseNames: Readonly<
  Record<
    CaseKind,
    { readonly stages: Readonly<Record<string, string>>; readonly commands: Readonly<Record<string, string>> }
  >
> = {
  petition: { stages: stageNames, commands: petitionCommandNames },
  conference: { stages: conferenceStageNames, commands: conferenceCommandNames },
  report: { stages: reportStageNames, commands: reportCommandNames },
};

const caseOfCode: Readonly<Partial<Record<DomainErrorCode, CaseKind>>> = {
  'petition.transition_refused': 'petition',
  'conference.transition_refused': 'conference',
  'report.transition_refused': 'report',
};

/**
 * A sentence that knows what was wanted: from where it would have been possible. The same at every repetition, since it
 * speaks of the rule and not of the stage at hand. Null where the code's own sentence says enough.
 */
export function commandSentence(code: DomainErrorCode, kind: string): string | null {
  const caseKind = caseOfCode[code];
  if (caseKind === undefined) return null;
  const { subject, commands, stagesOf } = processes[caseKind];
  const name = commands[kind];
  if (name === undefined) return null;
  return `Không thể ${name} ở giai đoạn hiện nay. Việc này chỉ thực hiện được khi ${subject} ở giai đoạn: ${stagesOf(kind).join(', ')}.`;
}

/** What a command of a kind of case does, as an office says it; null for one that nobody knows. */
export function commandName(caseKind: CaseKind, command: string): string | null {
  return processes[caseKind].commands[command] ?? null;
}

function stagesFrom<Stage extends string>(
  table: Readonly<Record<string, readonly Stage[]>>,
  names: Readonly<Record<Stage, string>>,
): (kind: string) => readonly string[] {
  return (kind) => (table[kind] ?? []).map((stage) => names[stage]);
}

/** Said of the field that is missing, or that somebody else has to fill. */
export const evidenceMissing = 'Nêu số, ngày ký và người ký của văn bản chứng minh.';
export const forLeadOffice = 'Chỉ dùng khi cơ quan đầu mối ghi thay theo dấu công văn đến.';

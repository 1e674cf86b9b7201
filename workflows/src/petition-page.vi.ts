import {
  flagNames,
  flagsOf,
  formatDay,
  nextDuty,
  petitionDuties,
  type Assignment,
  type ConclusionKind,
  type ConferenceLink,
  type Petition,
  type PetitionFlag,
} from '@dialogue/domain';

import { casePage, nameOf, type CasePage } from './case-page.vi.js';

const conclusions: Readonly<Record<ConclusionKind, string>> = {
  settle: 'giải quyết, giải thích ngay tại hội nghị',
  assign: 'giao cơ quan, đơn vị giải quyết',
  decline: 'không giải quyết, nêu rõ lý do',
  defer: 'tạm dừng trả lời, xem xét lại sau',
  refer: 'chuyển cấp có thẩm quyền',
};

/** The page of a petition (D11.1b, D11.1c), and the summary of its timer. */
export const petitionPage: CasePage<Petition> = casePage<PetitionFlag, Petition>({
  title: ({ number }) => `Kiến nghị ${number}`,
  stages: {
    submitted: 'Đang ghi nhận',
    received: 'Đã tiếp nhận, chờ sàng lọc',
    accepted: 'Đã thụ lý, chờ giao việc',
    assigned: 'Đã giao việc, chờ cơ quan xác nhận đã nhận',
    inProgress: 'Cơ quan được giao đang giải quyết',
    answered: 'Đã có trả lời',
    resolved: 'Đã giải quyết xong, chờ thông báo và kết thúc',
    settled: 'Người chủ trì đã giải quyết, chờ thông báo và kết thúc',
    declined: 'Không giải quyết, chờ thông báo và kết thúc',
    deferred: 'Tạm dừng trả lời, chờ xem xét lại',
    referred: 'Đã chuyển cấp có thẩm quyền, đang theo dõi',
    closed: 'Đã kết thúc',
    redirected: 'Không thuộc phạm vi, đã hướng dẫn thủ tục khác',
    withdrawn: 'Người kiến nghị đã rút',
    merged: 'Đã ghép, được trả lời cùng kiến nghị chính',
  },
  flags: flagNames,
  duties: {
    screen: 'sàng lọc và thụ lý',
    assign: 'giao cơ quan giải quyết',
    receipt: 'xác nhận đã nhận văn bản giao việc',
    answer: 'trả lời kiến nghị',
    approve: 'duyệt nội dung trả lời',
    tell: 'thông báo kết quả cho người kiến nghị',
    resolve: 'giải quyết dứt điểm nội dung đã trả lời',
    review: 'xem xét lại nội dung tạm dừng trả lời',
    followReferral: 'theo dõi kết quả của cấp có thẩm quyền',
    close: 'kết thúc hồ sơ',
    decideExtension: 'cho ý kiến về đề nghị gia hạn',
    reportProgress: 'báo cáo tiến độ giải quyết',
    contribute: 'gửi ý kiến phối hợp',
  },
  events: {
    registered: 'Đăng ký',
    accepted: 'Thụ lý',
    redirected: 'Hướng dẫn thủ tục khác',
    assigned: 'Giao việc',
    contributed: 'Cơ quan phối hợp gửi ý kiến',
    assignmentReturned: 'Cơ quan trả lại việc được giao',
    reassigned: 'Giao lại cho cơ quan khác',
    extensionRequested: 'Đề nghị gia hạn trả lời',
    extensionGranted: 'Đồng ý gia hạn',
    extensionRefused: 'Không đồng ý gia hạn',
    acknowledged: 'Cơ quan xác nhận đã nhận',
    receiptDeemed: 'Coi như đã nhận',
    receiptCorrected: 'Ghi lại ngày nhận theo chứng cứ',
    answered: 'Cơ quan trả lời',
    progressReported: 'Báo cáo tiến độ',
    answerApproved: 'Duyệt trả lời',
    answerSentBack: 'Trả lại để làm rõ',
    resolved: 'Giải quyết xong',
    noticeSent: 'Thông báo cho người kiến nghị',
    withdrawn: 'Rút kiến nghị',
    closed: 'Kết thúc',
    reopened: 'Mở lại',
    attachedToConference: 'Đưa vào hội nghị đối thoại',
    raised: 'Nêu tại hội nghị đối thoại',
    detached: 'Rút khỏi hội nghị đối thoại',
    conferenceMoved: 'Hội nghị đổi ngày',
    conferencePostponed: 'Hội nghị chưa có ngày tổ chức',
    conferenceEnded: 'Hội nghị không kết luận, trả lời bằng văn bản',
    conferenceConcluded: 'Hội nghị kết luận',
    settled: 'Người chủ trì giải quyết',
    declined: 'Không giải quyết',
    deferred: 'Tạm dừng trả lời',
    deferralEnded: 'Đến ngày xem xét lại',
    resumed: 'Tiếp tục giải quyết',
    referred: 'Chuyển cấp có thẩm quyền',
    referralAnswered: 'Cấp có thẩm quyền đã trả lời',
    referralReturned: 'Cấp có thẩm quyền chuyển lại',
    classified: 'Phân loại',
    markedAbusive: 'Đánh dấu lợi dụng đối thoại',
    abuseCleared: 'Bỏ đánh dấu lợi dụng đối thoại',
    identityProtected: 'Bảo vệ thông tin người kiến nghị',
    protectionLifted: 'Thôi bảo vệ thông tin người kiến nghị',
    representativeChanged: 'Đổi người đại diện',
    merged: 'Ghép vào kiến nghị khác',
    unmerged: 'Tách khỏi kiến nghị chính',
    split: 'Tách thành nhiều kiến nghị',
    followerJoined: 'Nhận thêm kiến nghị ghép',
    followerLeft: 'Kiến nghị ghép được tách ra',
    followerTurnedAway: 'Không nhận kiến nghị ghép',
    leadingAnswered: 'Kiến nghị chính đã có kết quả',
    leadingReopened: 'Kiến nghị chính được xem xét lại',
  },
  debtors: petitionDuties,
  flagsOf,
  agencyOf: ({ assignment }) => assignment?.agency ?? null,
  nextDuty,
  head: { title: 'Người chịu trách nhiệm', rule: 'D10.1a' },
  facts: (state) => [
    ...assignmentLines(state),
    ...conferenceLines(state),
    ...waitingLines(state),
    ...relationLines(state),
  ],
});

function assignmentLines(state: Petition): readonly string[] {
  const { assignment } = state;
  return assignment === null
    ? []
    : [
        `**Cơ quan được giao:** ${nameOf(state, assignment.agency)}`,
        ...cooperationLines(state, assignment),
        ...extensionLines(assignment),
      ];
}

/** D11.1b: who contributes, and who has. */
function cooperationLines(state: Petition, { cooperating = [] }: Assignment): readonly string[] {
  if (cooperating.length === 0) return [];
  const names = cooperating.map(
    ({ agency, contributedOn }) => `${nameOf(state, agency)}${contributedOn === null ? '' : ' (đã gửi ý kiến)'}`,
  );
  return [`**Cơ quan phối hợp:** ${names.join(', ')}`];
}

/** D11.1c: until when more time was granted, or is asked for. */
function extensionLines({ extension, extendedTo }: Assignment): readonly string[] {
  if (extension != null) return [`**Đề nghị gia hạn đến:** ${formatDay(extension.wantedOn)}`];
  return extendedTo == null ? [] : [`**Đã gia hạn đến:** ${formatDay(extendedTo)}`];
}

/** D8.1e, D8.1f, D9: where it is dealt with, and what was concluded there. */
function conferenceLines({ conference }: Petition): readonly string[] {
  if (conference === undefined || conference === null) return [];
  const { number, on, conclusion } = conference;
  return [
    `**Hội nghị đối thoại:** ${number}, ${formatDay(on)} (${pathOf(conference)})`,
    ...(conclusion === null ? [] : [`**Kết luận tại hội nghị:** ${conclusions[conclusion]}`]),
  ];
}

function pathOf({ isRaised, path }: ConferenceLink): string {
  if (isRaised) return 'nêu tại hội nghị, trả lời bằng văn bản';
  return path === 'briefing' ? 'đưa vào cuộc họp thống nhất nội dung' : 'gửi sau hạn, trả lời bằng văn bản';
}

/** D10.1b, D10.1c: until when it is put off, and who was asked. */
function waitingLines(state: Petition): readonly string[] {
  const { stage, deferral, referral } = state;
  if (stage === 'deferred' && deferral != null) return [`**Xem xét lại:** ${formatDay(deferral.reviewOn)}`];
  if (stage !== 'referred' || referral == null) return [];
  return [`**Đã chuyển:** ${nameOf(state, referral.to)}, ${formatDay(referral.referredOn)}`];
}

/** D8.1c: with which petition it is answered, and which are answered with it. */
function relationLines({ merger, followers = [] }: Petition): readonly string[] {
  return [
    ...(merger == null ? [] : [`**Kiến nghị chính:** ${merger.leading.number}`]),
    ...(followers.length === 0 ? [] : [`**Kiến nghị ghép:** ${followers.map(({ number }) => number).join(', ')}`]),
  ];
}

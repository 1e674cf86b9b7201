import {
  citationOf,
  dateAt,
  flagsOf,
  formatDay,
  nextDuty,
  petitionDuties,
  type PastEvent,
  type Petition,
  type PetitionDuty,
  type PetitionDutyKind,
  type PetitionFlag,
  type PetitionStage,
} from '@dialogue/domain';

/** Beside every step that waits for the register. */
export const ledgerSummary = 'Ghi vào sổ đăng ký';

const stages: Readonly<Record<PetitionStage, string>> = {
  submitted: 'Đang ghi nhận',
  received: 'Đã tiếp nhận, chờ sàng lọc',
  accepted: 'Đã thụ lý, chờ giao việc',
  assigned: 'Đã giao việc, chờ cơ quan xác nhận đã nhận',
  inProgress: 'Cơ quan được giao đang giải quyết',
  answered: 'Đã có trả lời',
  resolved: 'Đã giải quyết xong, chờ thông báo và kết thúc',
  closed: 'Đã kết thúc',
  redirected: 'Không thuộc phạm vi, đã hướng dẫn thủ tục khác',
  withdrawn: 'Người kiến nghị đã rút',
};

const flags: Readonly<Record<PetitionFlag, string>> = {
  overdue: 'đang quá hạn',
  breached: 'đã quá hạn trả lời',
  deemedReceipt: 'coi như đã nhận',
  provisional: 'thời hạn tạm tính',
  mailTrouble: 'có thư chưa gửi được',
};

const duties: Readonly<Record<PetitionDutyKind, string>> = {
  screen: 'sàng lọc và thụ lý',
  assign: 'giao cơ quan giải quyết',
  receipt: 'xác nhận đã nhận văn bản giao việc',
  answer: 'trả lời kiến nghị',
  approve: 'duyệt nội dung trả lời',
  tell: 'thông báo kết quả cho người kiến nghị',
  resolve: 'giải quyết dứt điểm nội dung đã trả lời',
  close: 'kết thúc hồ sơ',
};

const events: Readonly<Record<string, string>> = {
  registered: 'Đăng ký',
  accepted: 'Thụ lý',
  redirected: 'Hướng dẫn thủ tục khác',
  assigned: 'Giao việc',
  acknowledged: 'Cơ quan xác nhận đã nhận',
  receiptDeemed: 'Coi như đã nhận',
  receiptCorrected: 'Ghi lại ngày nhận theo chứng cứ',
  urged: 'Đôn đốc',
  remindersDropped: 'Bỏ lời nhắc đã muộn',
  deadlineMissed: 'Quá hạn',
  answered: 'Cơ quan trả lời',
  progressReported: 'Báo cáo tiến độ',
  answerApproved: 'Duyệt trả lời',
  answerSentBack: 'Trả lại để làm rõ',
  resolved: 'Giải quyết xong',
  noticeSent: 'Thông báo cho người kiến nghị',
  withdrawn: 'Rút kiến nghị',
  closed: 'Kết thúc',
  reopened: 'Mở lại',
  deliveryNoted: 'Kết quả gửi thư',
};

/** The page of a petition in the Temporal UI, in Markdown: where it stands, who is awaited, until when, by which rule. */
export function petitionPage(state: Petition, recent: readonly PastEvent[]): string {
  const raised = flagsOf(state).map((flag) => flags[flag]);
  const lines = [
    `### Kiến nghị ${state.number}: ${stages[state.stage]}`,
    ...openDuties(state),
    `**Người chịu trách nhiệm:** người đứng đầu ${nameOf(state, state.organisation)} (${citationOf('D10.1a')})`,
    ...(state.assignment === null ? [] : [`**Cơ quan được giao:** ${nameOf(state, state.assignment.agency)}`]),
    ...(raised.length === 0 ? [] : [`**Lưu ý:** ${raised.join('; ')}`]),
    `**Diễn biến**\n\n${recent.map(eventLine).join('\n')}`,
  ];
  return lines.join('\n\n');
}

/** The summary of the timer on which a petition sleeps. */
export function petitionWaitsFor(state: Petition): string {
  const duty = nextDuty(state);
  if (duty === null) return 'Không có thời hạn nào đang chạy';
  return `Chờ ${owedBy(state, duty)} ${duties[duty.kind]}, hạn ${formatDay(duty.dueOn)}`;
}

function openDuties(state: Petition): readonly string[] {
  if (state.duties.length === 0) return ['**Đang chờ:** không còn việc nào có thời hạn'];
  return state.duties.map((duty) => dutyLine(state, duty));
}

function dutyLine(state: Petition, duty: PetitionDuty): string {
  const overdue = duty.missedAt === null ? '' : ' · **QUÁ HẠN**';
  const provisional = duty.isProvisional ? ' (tạm tính: lịch nghỉ của năm chưa công bố đủ)' : '';
  const wait = `**Đang chờ:** ${owedBy(state, duty)} ${duties[duty.kind]}`;
  return `${wait}  \n**Hạn:** hết ${formatDay(duty.dueOn)}${provisional}${overdue}, theo ${citationOf(duty.rule)}`;
}

function owedBy(state: Petition, duty: PetitionDuty): string {
  switch (petitionDuties[duty.kind].owedBy) {
    case 'leadOffice':
      return nameOf(state, state.leadOffice);
    case 'host':
      return `người đứng đầu ${nameOf(state, state.organisation)}`;
    case 'agency':
      return state.assignment === null ? nameOf(state, state.leadOffice) : nameOf(state, state.assignment.agency);
  }
}

function nameOf(state: Petition, code: string): string {
  return `${state.names[code] ?? code} (${code})`;
}

function eventLine({ event, at, rule }: PastEvent): string {
  return `- ${formatDay(dateAt(at))}: ${events[event] ?? event} (${citationOf(rule)})`;
}

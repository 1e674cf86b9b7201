import { allowedFrom, type DomainErrorCode, type PetitionCommandKind, type PetitionStage } from '@dialogue/domain';

/** The stages as an office says them. */
export const stageNames: Readonly<Record<PetitionStage, string>> = {
  submitted: 'mới gửi',
  received: 'đã tiếp nhận',
  accepted: 'đã thụ lý',
  assigned: 'đã giao xử lý',
  inProgress: 'đang xử lý',
  answered: 'đã có trả lời',
  resolved: 'đã giải quyết',
  closed: 'đã kết thúc',
  redirected: 'đã hướng dẫn theo thủ tục khác',
  withdrawn: 'đã rút',
};

/** The commands as an office says them. */
const commandNames: Readonly<Record<PetitionCommandKind, string>> = {
  register: 'tiếp nhận kiến nghị',
  accept: 'thụ lý kiến nghị',
  redirect: 'hướng dẫn theo thủ tục khác',
  assign: 'giao cơ quan xử lý',
  acknowledge: 'ghi nhận văn bản đến',
  answer: 'trả lời',
  approveAnswer: 'phê duyệt trả lời',
  sendBackAnswer: 'chuyển lại để bổ sung trả lời',
  recordResolution: 'ghi nhận kết quả giải quyết',
  recordNoticeSent: 'ghi nhận việc thông báo cho người kiến nghị',
  withdraw: 'ghi nhận việc rút kiến nghị',
  close: 'kết thúc kiến nghị',
  reopen: 'mở lại kiến nghị',
  noteDelivery: 'ghi nhận kết quả gửi thư',
};

/**
 * A sentence that knows what was wanted: from where it would have been possible. The same at every repetition, since it
 * speaks of the rule and not of the stage at hand. Null where the code's own sentence says enough.
 */
export function commandSentence(code: DomainErrorCode, kind: string): string | null {
  if (code !== 'petition.transition_refused' || !isCommandKind(kind)) return null;
  const stages = allowedFrom[kind].map((stage) => stageNames[stage]).join(', ');
  return `Không thể ${commandNames[kind]} ở giai đoạn hiện nay. Việc này chỉ thực hiện được khi kiến nghị ở giai đoạn: ${stages}.`;
}

function isCommandKind(kind: string): kind is PetitionCommandKind {
  return kind in commandNames;
}

/** Said of the field that is missing, or that somebody else has to fill. */
export const evidenceMissing = 'Nêu số, ngày ký và người ký của văn bản chứng minh.';
export const forLeadOffice = 'Chỉ dùng khi cơ quan đầu mối ghi thay theo dấu công văn đến.';

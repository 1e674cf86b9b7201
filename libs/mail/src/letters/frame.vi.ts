import { citationOf, formatDate, formatDay, regulationTitle, workingUrlOf } from '@dialogue/domain';
import type { Block } from './letter-layout.js';
import type { Deadline, Fact, LetterDraft, LetterRequest } from './letter-request.js';
import { isPetitioner, provisionalWords, workingDaysLeftWords, workingLabel } from './words.vi.js';

/** The whole letter as blocks: the draft in the frame that is the same for every letter. */
export function frame(draft: LetterDraft, request: LetterRequest): readonly Block[] {
  const { deadline } = draft;
  return [
    { kind: 'sender', text: request.leadOfficeName },
    { kind: 'salutation', text: salutation(request) },
    ...draft.paragraphs.map((text): Block => ({ kind: 'paragraph', text })),
    { kind: 'facts', facts: facts(draft, request) },
    ...(deadline?.isProvisional === true ? [{ kind: 'paragraph', text: provisionalWords(deadline) } as const] : []),
    ...(deadline === null ? [] : [workingLink(deadline, request)]),
    // The page of a case asks for an account, which the person has not.
    ...(isPetitioner(request) ? [] : [{ kind: 'link', label: linkLabel(draft), href: request.link } as const]),
    { kind: 'footer', text: `Ngày gửi: ${formatDate(request.sentOn)}. ${automatic}` },
  ];
}

/** What is about a calendar leads to the calendar. */
function linkLabel({ reference }: LetterDraft): string {
  return reference === undefined ? 'Xem hồ sơ' : 'Xem lịch làm việc';
}

/** D11.1c: how the deadline is counted is open to everybody, the person too. */
function workingLink({ counted, on }: Deadline, { letter, publicUrl }: LetterRequest): Block {
  const shown = { ...counted, dueOn: on, edition: letter.edition ?? null };
  return { kind: 'link', label: workingLabel, href: workingUrlOf(publicUrl, shown), isQuiet: true };
}

/** The subject: number first, so that letters of one case stand together; never the title, which is the person's own words. */
export function subjectOf(draft: LetterDraft, request: LetterRequest): string {
  const { deadline } = draft;
  const until = deadline === null ? '' : ` (hạn ${formatDay(deadline.on)})`;
  return oneLine(`[${draft.reference ?? request.caseNumber}] ${draft.topic}${until}`);
}

function salutation(request: LetterRequest): string {
  // D11.1d: a name stands in no letter but the petitioner's own.
  const name = isPetitioner(request)
    ? (request.petitionerName ?? 'Ông (Bà)')
    : (request.salutation ?? request.leadOfficeName);
  return `Kính gửi: ${name}`;
}

function facts({ facts: own, deadline, rules, reference }: LetterDraft, request: LetterRequest): readonly Fact[] {
  const { caseNumber, caseTitle, leadOfficeName } = request;
  return [
    ...(reference === undefined ? [{ label: 'Số hồ sơ', value: caseNumber }] : []),
    ...(caseTitle === null ? [] : [{ label: 'Nội dung', value: caseTitle }]),
    ...own,
    ...(deadline === null ? [] : deadlineFacts(deadline)),
    { label: 'Căn cứ', value: `${rules.map(citationOf).join('; ')}, ${regulationTitle}` },
    { label: 'Liên hệ', value: leadOfficeName },
  ];
}

function deadlineFacts({ label, on, workingDaysLeft, isProvisional }: Deadline): readonly Fact[] {
  const day = { label, value: `${formatDay(on)}${isProvisional ? ' (tạm tính)' : ''}` };
  if (workingDaysLeft === null) return [day];
  return [
    day,
    { label: workingDaysLeft < 0 ? 'Tình trạng' : 'Thời gian còn lại', value: workingDaysLeftWords(workingDaysLeft) },
  ];
}

/** No character that could end a header line or hide the rest of it. */
function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
}

const automatic = 'Thư này được gửi tự động từ phần mềm theo dõi đối thoại; đề nghị không trả lời vào địa chỉ gửi.';

import { citationOf, formatDate, formatDay, regulationTitle, workingUrlOf } from '@dialogue/domain';
import { daysLeftFact, mayMove } from './days-left.vi.js';
import type { Block } from './letter-block.js';
import type { Deadline, Fact, LetterDraft, LetterRequest, SalutationLanguage } from './letter-request.js';
import { actionLabel, isPetitioner, provisionalWords, workingLabel } from './words.vi.js';

/** The whole letter as blocks: the draft in the frame that is the same for every letter. */
export function frame(draft: LetterDraft, request: LetterRequest): readonly Block[] {
  const { deadline } = draft;
  return [
    { kind: 'sender', text: request.leadOfficeName },
    { kind: 'salutation', text: salutation(request) },
    ...draft.paragraphs.map((text): Block => ({ kind: 'paragraph', text })),
    ...actionBlocks(request),
    { kind: 'facts', facts: facts(draft, request) },
    ...(deadline === null ? [] : deadlineBlocks(deadline, request)),
    ...caseLink(draft, request),
    { kind: 'footer', text: `Ngày gửi: ${formatDate(request.sentOn)}. ${automatic}` },
  ];
}

/** The page where this body answers without an account; never in the letter of a person, who has none. */
function actionOf(request: LetterRequest): string | null {
  return isPetitioner(request) ? null : (request.actionLink ?? null);
}

function actionBlocks(request: LetterRequest): readonly Block[] {
  const href = actionOf(request);
  if (href === null) return [];
  return [
    { kind: 'link', label: actionLabel, href },
    { kind: 'note', text: actionNote },
  ];
}

/** Where a letter has a page of its own, that is what it asks to open. */
function caseLink(draft: LetterDraft, request: LetterRequest): readonly Block[] {
  // The page of a case asks for an account, which the person has not.
  if (isPetitioner(request) || draft.hasNoCase === true) return [];
  return [{ kind: 'link', label: linkLabel(draft), href: request.link, isQuiet: actionOf(request) !== null }];
}

/** Of a letter among others: where its body answers, else what the letter is about. */
export function entryLink(draft: LetterDraft, request: LetterRequest): { label: string; href: string } {
  const href = actionOf(request);
  return href === null ? { label: linkLabel(draft), href: request.link } : { label: actionLabel, href };
}

/** What is about a calendar leads to the calendar. */
function linkLabel({ reference, linkLabel: own }: LetterDraft): string {
  if (own !== undefined) return own;
  return reference === undefined ? 'Xem hồ sơ' : 'Xem lịch làm việc';
}

function deadlineBlocks(deadline: Deadline, request: LetterRequest): readonly Block[] {
  const warning: readonly Block[] = mayMove(deadline, request)
    ? [{ kind: 'paragraph', text: provisionalWords(deadline) }]
    : [];
  return [...warning, workingLink(deadline, request)];
}

/** D11.1c: how the deadline is counted is open to everybody, the person too. */
function workingLink(deadline: Deadline, request: LetterRequest): Block {
  return { kind: 'link', label: workingLabel, href: workingHref(deadline, request), isQuiet: true };
}

/** Where a deadline is explained, on the edition on which its letter counts it. */
export function workingHref({ counted, on }: Deadline, { letter, publicUrl }: LetterRequest): string {
  return workingUrlOf(publicUrl, { ...counted, dueOn: on, edition: letter.edition ?? null });
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
  const standing = request.isToDeputy === true ? deputy : '';
  return `${salutationWords[request.salutationLanguage ?? 'vi']}: ${name}${standing}`;
}

function facts({ facts: own, deadline, rules, reference }: LetterDraft, request: LetterRequest): readonly Fact[] {
  const { caseNumber, caseTitle } = request;
  return [
    ...(reference === undefined ? [{ label: 'Số hồ sơ', value: caseNumber }] : []),
    ...(caseTitle === null ? [] : [{ label: 'Nội dung', value: caseTitle }]),
    ...own,
    ...(deadline === null ? [] : [deadlineFact(deadline, request), daysLeftFact(deadline, request)]),
    { label: 'Căn cứ', value: `${rules.map(citationOf).join('; ')}, ${regulationTitle}` },
    { label: 'Liên hệ', value: contactWords(request) },
  ];
}

function deadlineFact(deadline: Deadline, request: LetterRequest): Fact {
  const { label, on } = deadline;
  return { label, value: `${formatDay(on)}${mayMove(deadline, request) ? ' (tạm tính)' : ''}`, isStrong: true };
}

/** Whom to call: the office, and how it is reached where the register knows. */
function contactWords({ leadOfficeName, leadOfficeContact }: LetterRequest): string {
  const { phone = null, email = null } = leadOfficeContact ?? {};
  return [
    leadOfficeName,
    ...(phone === null ? [] : [`điện thoại ${phone}`]),
    ...(email === null ? [] : [`thư điện tử ${email}`]),
  ].join('; ');
}

/** No character that could end a header line or hide the rest of it. */
function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
}

/** Who stands in for a holder that is away; by the post, as everybody is addressed. */
const deputy = ' (gửi người đang được ủy quyền, thay mặt trong thời gian vắng mặt)';

const automatic = 'Thư này được gửi tự động từ phần mềm theo dõi đối thoại; đề nghị không trả lời vào địa chỉ gửi.';

const actionNote =
  'Liên kết trên dành riêng cho cơ quan nhận thư này, chỉ dùng để thực hiện một lần và có thời hạn; đề nghị không chuyển tiếp. Mở liên kết chỉ để xem, không làm thay đổi hồ sơ.';

const salutationWords = { vi: 'Kính gửi', 'vi+en': 'Kính gửi (To)' } as const satisfies Readonly<
  Record<SalutationLanguage, string>
>;

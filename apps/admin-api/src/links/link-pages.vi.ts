import {
  citationOf,
  dateAt,
  dutyNames,
  formatDate,
  formatDay,
  isLocalDate,
  localDate,
  timeAt,
  workingUrlOf,
  type Instant,
  type LinkedAct,
} from '@dialogue/domain';
import type { DutyAfter, FollowedLink, Outcome } from '@dialogue/persistence';

import { escapeHtml } from '../http/html-page.js';
import { aboutCase, caseTitle, doneSoFar } from './link-case.vi.js';
import type { LinkCase, OwedDuty } from './link-case.js';
import { appointment, foresight } from './link-foresight.vi.js';
import { linkForms, type FormField } from './link-forms.vi.js';
import { facts, fileField, formField, hidden, link, linkPage, problemSummary } from './link-page-parts.vi.js';
import { dayTyped, type FormProblems, type SentForm } from './form-values.js';
import type { FormSeal } from './link-secrets.js';

/** What the overview shows. */
export interface Overview {
  readonly link: FollowedLink;
  readonly shown: LinkCase;
  readonly acts: readonly LinkedAct[];
  readonly publicUrl: string;
  /** Until when the page may be used, as `14 giờ 05`. */
  readonly openUntil: string;
}

/** The case as its body sees it, and what may be done: reading it changes nothing. */
export function overviewPage({ link: followed, shown, acts, publicUrl, openUntil }: Overview): string {
  const { title, ask, lines } = aboutCase(shown, followed.organisation);
  return linkPage(
    title,
    `<h1>${escapeHtml(title)}</h1>
<p class="lead">${escapeHtml(ask)}</p>
${dutiesOf(shown, publicUrl)}
<h2>Việc được giao</h2>
${facts(lines)}
${filesOf(shown)}<h2>Việc cơ quan đã làm</h2>
${doneList(doneSoFar(shown, followed.organisation.code))}
<h2>Việc cơ quan có thể làm</h2>
${actList(acts)}
<h2>Liên hệ</h2>
${contactsOf(shown)}
<p class="hint">Trang này mở đến ${escapeHtml(openUntil)}. Sau đó, mở lại liên kết trong thư.</p>`,
  );
}

/** Open duties with weekday, the working days left, the article, and the working of the count (D11.1c). */
function dutiesOf({ duties }: LinkCase, publicUrl: string): string {
  if (duties.length === 0) return '<p>Hiện không có thời hạn nào cơ quan phải thực hiện.</p>';
  return `<ul class="duties">\n${duties.map((duty) => dutyLine(duty, publicUrl)).join('\n')}\n</ul>`;
}

function dutyLine(duty: OwedDuty, publicUrl: string): string {
  const { kind, rule, anchorOn, dueOn, edition, isProvisional, workingDaysLeft } = duty;
  const url = new URL(workingUrlOf(publicUrl, { rule, anchorOn, dueOn, edition }));
  const left = workingDaysLeft === null ? '' : `, ${leftWords(workingDaysLeft)}`;
  return `<li><strong>${escapeHtml(dutyNames[kind])}: hết ${escapeHtml(formatDay(dueOn))}</strong>${isProvisional ? ' (tạm tính)' : ''}${left}.<br>
Căn cứ: ${escapeHtml(citationOf(rule))}. ${link(`${url.pathname}${url.search}`, 'Cách tính thời hạn')}</li>`;
}

function leftWords(days: number): string {
  if (days > 0) return `còn ${String(days)} ngày làm việc`;
  return days < 0 ? `đã quá hạn ${String(-days)} ngày làm việc` : 'là ngày làm việc cuối cùng';
}

/** What the office has given to read, and what agencies have sent (D11.1b, D11.1c). */
function filesOf({ files }: LinkCase): string {
  if (files.length === 0) return '';
  const lines = files.map(({ id, name, bytes }) => `<li>${link(`/viec/tep/${id}`, name)} (${sizeWords(bytes)})</li>`);
  return `<h2>Tài liệu kèm theo</h2>\n<ul>\n${lines.join('\n')}\n</ul>\n`;
}

function sizeWords(bytes: number): string {
  const kilobytes = Math.max(1, Math.round(bytes / 1024));
  return kilobytes < 1024 ? `${String(kilobytes)} KB` : `${(kilobytes / 1024).toFixed(1).replace('.', ',')} MB`;
}

function doneList(lines: readonly string[]): string {
  if (lines.length === 0) return '<p>Chưa ghi nhận việc nào của cơ quan.</p>';
  return `<ul>\n${lines.map((line) => `<li>${escapeHtml(line)}</li>`).join('\n')}\n</ul>`;
}

function actList(acts: readonly LinkedAct[]): string {
  if (acts.length === 0)
    return '<p>Ở giai đoạn hiện nay, liên kết này chỉ để xem. Khi có việc phải làm tiếp, cơ quan nhận được thư mới kèm liên kết mới.</p>';
  const lines = acts.map((act) => `<li>${link(`/viec/${linkForms[act].slug}`, linkForms[act].button)}</li>`);
  return `<p>Xem trang này không ghi nhận việc gì. Mỗi liên kết ghi nhận được một việc; việc tiếp theo dùng liên kết trong thư tiếp theo.</p>
<ul class="acts">
${lines.join('\n')}
</ul>`;
}

function contactsOf(shown: LinkCase): string {
  const leadOffice = shown.kind === 'petition' ? shown.petition.leadOffice : shown.conference.leadOffice;
  const ways = shown.contacts.flatMap(({ phone, email }) => [
    ...(phone === null ? [] : [`điện thoại ${escapeHtml(phone)}`]),
    ...(email === null ? [] : [`thư điện tử ${link(`mailto:${email}`, email)}`]),
  ]);
  return `<p>Cơ quan đầu mối: ${escapeHtml(leadOffice.name)}${ways.length === 0 ? '' : `; ${[...new Set(ways)].join('; ')}`}.</p>`;
}

/** What a form is shown with. */
export interface ShownForm {
  readonly act: LinkedAct;
  readonly shown: LinkCase;
  readonly publicUrl: string;
  readonly fields: readonly FormField[];
  readonly seal: FormSeal;
  readonly sent: SentForm;
  readonly problems: FormProblems;
  /** Null: no files are taken. */
  readonly fileLimits: string | null;
}

/** The form of an act, as it was filled in so far: nothing is recorded until the next page. */
export function formPage(form: ShownForm): string {
  const { act, shown, publicUrl, fields, seal, sent, problems, fileLimits } = form;
  const { title, says, slug, takesFiles } = linkForms[act];
  const summary = problemSummary(problems, fields);
  return linkPage(
    // Said first by whatever reads the page aloud.
    summary === '' ? title : `Lỗi: ${title}`,
    `${summary}<h1>${escapeHtml(title)}</h1>
<p>${escapeHtml(caseTitle(shown))}</p>
<p class="note">${escapeHtml(says)}</p>
${appointment(act, shown)}${byWhen(shown, publicUrl)}
<form method="post" action="/viec/${slug}" enctype="multipart/form-data" novalidate>
${sealFields(seal)}
${fields.map((field) => formField(field, sent.values, problems)).join('\n')}
${takesFiles && fileLimits !== null ? fileField(sent.files, fileLimits) : ''}
<p><button type="submit" name="buoc" value="xem-lai">Xem lại trước khi gửi</button></p>
</form>
<p>${link('/viec', 'Quay lại, không gửi')}</p>`,
  );
}

/** Until when the body has to act: beside the form, so that nobody goes back to look. */
function byWhen(shown: LinkCase, publicUrl: string): string {
  return shown.duties.length === 0 ? '' : `<p>Thời hạn của cơ quan hiện nay:</p>\n${dutiesOf(shown, publicUrl)}`;
}

/** What a form is looked over with. */
interface OverlookedForm extends Omit<ShownForm, 'problems' | 'fileLimits'> {
  /** What the case owes once it has recorded the act; null: that is not known. */
  readonly owedAfter: readonly DutyAfter[] | null;
}

/** Everything once more: the act cannot be taken back, so it has a page of its own. */
export function confirmPage(form: OverlookedForm): string {
  const { act, shown, publicUrl, fields, seal, sent, owedAfter } = form;
  const { title, says, slug, button } = linkForms[act];
  const filled = fields.flatMap((field): [string, string][] => {
    const value = (sent.values[field.name] ?? '').trim();
    return value === '' ? [] : [[field.label, shownValue(field, value)]];
  });
  const files: [string, string][] = sent.files.map(({ name }) => ['Tệp đính kèm', escapeHtml(name)]);
  return linkPage(
    `Xem lại: ${title}`,
    `<h1>Xem lại trước khi gửi</h1>
<p>${escapeHtml(title)}. ${escapeHtml(caseTitle(shown))}</p>
${facts([...filled, ...files])}
<p class="note">${escapeHtml(says)}</p>
${appointment(act, shown)}${foresight(act, { duties: owedAfter, today: shown.today, publicUrl })}
${byWhen(shown, publicUrl)}
<form method="post" action="/viec/${slug}" enctype="multipart/form-data">
${sealFields(seal)}
${fields.map(({ name }) => hidden(name, sent.values[name] ?? '')).join('\n')}
${sent.files.map(({ id }) => hidden('tep', id)).join('\n')}
<p class="buttons"><button type="submit" name="buoc" value="gui">${escapeHtml(sendWords(button))}</button>
<button type="submit" name="buoc" value="sua" class="quiet">Sửa lại</button></p>
</form>`,
  );
}

/** What is sent is named once more on the button; of two acts of sending one is said. */
function sendWords(button: string): string {
  return button.startsWith('Gửi ') ? button : `Gửi: ${button.charAt(0).toLowerCase()}${button.slice(1)}`;
}

function shownValue({ kind, options = [] }: FormField, value: string): string {
  if (kind === 'day') return escapeHtml(isLocalDate(dayTyped(value)) ? formatDay(localDate(dayTyped(value))) : value);
  const label = options.find((option) => option.value === value)?.label ?? value;
  return escapeHtml(label).replaceAll(/\r?\n/g, '<br>');
}

function sealFields({ id, proof }: FormSeal): string {
  return `${hidden('phieu', id)}\n${hidden('xac-thuc', proof)}`;
}

/** What was done, as its page says it. */
export interface Done {
  readonly act: LinkedAct;
  readonly number: string;
  readonly body: string;
  /** As `14 giờ 05 ngày 27/11/2026`. */
  readonly at: string;
  readonly outcome: Outcome | null;
  /** Why it was refused after all. */
  readonly refusal: string | null;
  /** What the body owes from now on. */
  readonly duties: readonly OwedDuty[];
}

/** What was recorded, when, and what comes next; or that it is kept, and will be carried out. */
export function donePage(done: Done): string {
  const { title, lines, after } = doneWords(done);
  return linkPage(
    title,
    `<h1>${escapeHtml(title)}</h1>
${facts(lines.map(([label, value]) => [label, escapeHtml(value)]))}
<p class="lead">${escapeHtml(after)}</p>
${done.outcome === null ? `<p>${link('/viec/xong', 'Xem kết quả ghi vào hồ sơ')}</p>\n` : ''}<p>Đề nghị in hoặc lưu trang này nếu cần.${done.outcome?.kind === 'refused' ? '' : ' Liên kết trong thư không dùng được nữa để gửi việc khác.'}</p>`,
  );
}

function doneWords({ act, number, body, at, outcome, refusal, duties }: Done): {
  readonly title: string;
  readonly lines: readonly (readonly [string, string])[];
  readonly after: string;
} {
  const lines = [
    ['Hồ sơ', number],
    ['Cơ quan', body],
    ['Việc', linkForms[act].title],
    ['Thời điểm nhận', at],
  ] as const;
  if (outcome === null)
    return {
      ...{ title: 'Đã nhận, đang chờ ghi vào hồ sơ', lines },
      after:
        'Hệ thống đã giữ nội dung cơ quan gửi và sẽ ghi vào hồ sơ theo đúng thời điểm nhận nêu trên; cơ quan không phải gửi lại.',
    };
  if (outcome.kind === 'refused')
    return {
      ...{ title: 'Không ghi nhận được', lines },
      after: `${refusal ?? ''} Mở lại liên kết trong thư để sửa và gửi lại.`.trim(),
    };
  const owed = duties.map(({ kind, dueOn }) => [dutyNames[kind], `hết ${formatDay(dueOn)}`] as const);
  return { title: 'Đã ghi nhận', lines: [...lines, ...owed], after: linkForms[act].next };
}

/** D11.1c: of a case that is over a link shows nothing else. */
export function endedPage(): string {
  return linkPage(
    'Hồ sơ đã kết thúc',
    `<h1>Hồ sơ đã kết thúc</h1>
<p class="lead">Hồ sơ mà liên kết này dẫn đến đã kết thúc. Cơ quan không còn việc phải làm.</p>`,
  );
}

/** A browser that came from another site keeps the session to itself at first; from this page on it is at home. */
export function continuePage(): string {
  return linkPage(
    'Đang mở',
    `<h1>Đang mở việc được giao</h1>
<p class="lead">${link('/viec', 'Tiếp tục')}</p>`,
  ).replace('<meta name="robots"', '<meta http-equiv="refresh" content="0; url=/viec">\n<meta name="robots"');
}

/** `14 giờ 05 ngày 27/11/2026`. */
export function momentWords(at: Instant): string {
  return `${timeAt(at)} ngày ${formatDate(dateAt(at))}`;
}

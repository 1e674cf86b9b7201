import { escapeHtml, htmlPage } from '../http/html-page.js';
import type { FormField } from './link-forms.vi.js';
import type { FormProblems, FormValues, KeptFile } from './form-values.js';

/** A page of a link; the end says whose system this is, and that the page is theirs alone. */
export function linkPage(title: string, body: string): string {
  return htmlPage(
    title,
    `${body}
<footer>Trang của phần mềm theo dõi đối thoại, dành riêng cho cơ quan nhận thư. Không chuyển liên kết, không chụp gửi nội dung cho người ngoài cơ quan.</footer>`,
  );
}

/** Facts, each under its label. */
export function facts(lines: readonly (readonly [label: string, html: string])[]): string {
  return `<dl>\n${lines.map(([label, html]) => `<dt>${escapeHtml(label)}</dt><dd>${html}</dd>`).join('\n')}\n</dl>`;
}

export function link(href: string, text: string): string {
  return `<a href="${escapeHtml(href)}">${escapeHtml(text)}</a>`;
}

/** What people wrote, with their lines. */
export function prose(text: string): string {
  return `<div class="prose">${escapeHtml(text).replaceAll(/\r?\n/g, '<br>')}</div>`;
}

/** What is wrong, first thing on the page and first in the focus; each line leads to its field. */
export function problemSummary({ byField, general }: FormProblems, fields: readonly FormField[]): string {
  const lines = [
    ...general.map((message) => `<li>${escapeHtml(message)}</li>`),
    ...fields.flatMap(({ name, label }) => {
      const message = byField[name];
      if (message === undefined) return [];
      return [`<li><a href="#${idOf(name)}">${escapeHtml(label)}</a>: ${escapeHtml(message)}</li>`];
    }),
  ];
  if (lines.length === 0) return '';
  return `<div class="problems" role="alert" tabindex="-1" autofocus>
<h2>Chưa gửi được</h2>
<ul>
${lines.join('\n')}
</ul>
</div>
`;
}

/** One field with its label, its hint, and what is wrong with it. */
export function formField(field: FormField, values: FormValues, { byField }: FormProblems): string {
  const problem = byField[field.name];
  const value = values[field.name] ?? field.preset ?? '';
  const shown: Shown = { field, value, problem };
  return field.kind === 'choice' ? choice(shown) : single(shown);
}

interface Shown {
  readonly field: FormField;
  readonly value: string;
  readonly problem: string | undefined;
}

function idOf(name: string): string {
  return `o-${name.replaceAll('.', '-')}`;
}

function single(shown: Shown): string {
  const { field, problem } = shown;
  return `<div class="field${problem === undefined ? '' : ' wrong'}">
<label for="${idOf(field.name)}">${labelOf(field)}</label>
${aside(shown)}${control(shown)}
</div>`;
}

function choice(shown: Shown): string {
  const { field, value, problem } = shown;
  const id = idOf(field.name);
  const options = (field.options ?? []).map((option, index) => {
    const own = index === 0 ? id : `${id}-${String(index)}`;
    const hint = option.hint === undefined ? '' : `<span class="hint">${escapeHtml(option.hint)}</span>`;
    const checked = option.value === value ? ' checked' : '';
    return `<div class="option"><input type="radio" id="${own}" name="${field.name}" value="${option.value}"${checked}><label for="${own}">${escapeHtml(option.label)}${hint}</label></div>`;
  });
  return `<fieldset role="radiogroup" class="field${problem === undefined ? '' : ' wrong'}"${stateOf(shown)}>
<legend>${labelOf(field)}</legend>
${aside(shown)}${options.join('\n')}
</fieldset>`;
}

function labelOf({ label, isRequired }: FormField): string {
  return `${escapeHtml(label)}${isRequired ? '' : ' <span class="hint">(không bắt buộc)</span>'}`;
}

function aside({ field, problem }: Shown): string {
  const id = idOf(field.name);
  const hint = field.hint === undefined ? '' : `<p class="hint" id="${id}-hint">${escapeHtml(field.hint)}</p>\n`;
  return problem === undefined ? hint : `${hint}<p class="problem" id="${id}-problem">${escapeHtml(problem)}</p>\n`;
}

function stateOf(shown: Shown): string {
  // Not `required`: a browser would then speak in its own language, and of one field at a time.
  const required = shown.field.isRequired ? ' aria-required="true"' : '';
  return `${required}${shown.problem === undefined ? '' : ' aria-invalid="true"'}${describedBy(shown)}`;
}

function describedBy({ field, problem }: Shown): string {
  const id = idOf(field.name);
  const parts = [
    ...(field.hint === undefined ? [] : [`${id}-hint`]),
    ...(problem === undefined ? [] : [`${id}-problem`]),
  ];
  return parts.length === 0 ? '' : ` aria-describedby="${parts.join(' ')}"`;
}

function control(shown: Shown): string {
  const { field, value } = shown;
  const { name, kind, maxLength } = field;
  const common = `id="${idOf(name)}" name="${name}"${stateOf(shown)}`;
  const length = maxLength === undefined ? '' : ` maxlength="${String(maxLength)}"`;
  if (kind === 'text') return `<textarea ${common} rows="6"${length}>\n${escapeHtml(value)}</textarea>`;
  if (kind === 'pick') return pick(field, value, common);
  const digits = kind === 'day' ? ' class="day-typed" inputmode="numeric"' : '';
  return `<input type="text"${digits}${length} ${common} value="${escapeHtml(value)}" autocomplete="off">`;
}

function pick({ options = [] }: FormField, value: string, common: string): string {
  const lines = options.map(
    (option) =>
      `<option value="${escapeHtml(option.value)}"${option.value === value ? ' selected' : ''}>${escapeHtml(option.label)}</option>`,
  );
  return `<select ${common}>\n${lines.join('\n')}\n</select>`;
}

/** Files that are kept already, and room for more. */
export function fileField(files: readonly KeptFile[], limits: string): string {
  const kept = files.map(
    ({ id, name }) =>
      `<li><input type="checkbox" id="tep-${id}" name="tep" value="${id}" checked><label for="tep-${id}">${escapeHtml(name)}</label></li>`,
  );
  const list =
    kept.length === 0
      ? ''
      : `<p>Đã nhận (bỏ dấu chọn để không gửi):</p>\n<ul class="files">\n${kept.join('\n')}\n</ul>\n`;
  return `<div class="field">
<label for="o-tep">Tệp đính kèm <span class="hint">(không bắt buộc)</span></label>
<p class="hint" id="o-tep-hint">${escapeHtml(limits)}</p>
${list}<input type="file" id="o-tep" name="tep-moi" multiple aria-describedby="o-tep-hint">
</div>`;
}

export function hidden(name: string, value: string): string {
  return `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`;
}

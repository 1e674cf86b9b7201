import {
  citationOf,
  formatDate,
  formatDay,
  regulationTitle,
  type ExplainedDeadline,
  type WorkingLine,
} from '@dialogue/domain';

import { escapeHtml, htmlPage } from '../http/html-page.js';
import { limitTexts, provisionalText, reasonText, sentenceOf } from './deadline-texts.vi.js';

/** A deadline and its working for people to read and to print: no account, no script, nothing about anybody. */
export function deadlinePage(explained: ExplainedDeadline): string {
  const { dueOn, provisional } = explained;
  return htmlPage(
    `Cách tính thời hạn ${formatDate(dueOn)}`,
    `<h1>Cách tính thời hạn</h1>
<p class="lead">${escapeHtml(sentenceOf(explained))}</p>
${provisional ? `<p class="note" role="note">${escapeHtml(provisionalText(explained))}</p>\n` : ''}${basis(explained)}
${working(explained)}
<h2>Cách đếm</h2>
<p>Ngày làm việc là các ngày từ thứ Hai đến thứ Sáu, trừ ngày nghỉ lễ, tết, nghỉ bù và ngày được hoán đổi; ngày thứ Bảy, Chủ nhật được bố trí làm bù là ngày làm việc. Thời hạn hết vào cuối ngày đến hạn; quá hạn tính từ 0 giờ ngày hôm sau.</p>
<h2>Hỏi ai</h2>
<p>Khi thấy thời hạn chưa đúng, đề nghị liên hệ cơ quan ghi ở mục “Liên hệ” của thư, hoặc cơ quan đang theo dõi hồ sơ, và nêu địa chỉ của trang này.</p>
<footer>Trang này không chứa thông tin về người kiến nghị và nội dung kiến nghị.</footer>`,
  );
}

function basis({ rule, anchorOn, dueOn, limit, edition }: ExplainedDeadline): string {
  const facts = [
    ['Ngày đến hạn', `hết ${formatDay(dueOn)}`],
    ['Ngày bắt đầu tính', formatDay(anchorOn)],
    ['Căn cứ', `${citationOf(rule)}, ${regulationTitle}`],
    ...(limit === null ? [] : [['Thời hạn của ai', limitTexts[limit]]]),
    ['Lịch làm việc', `bản số ${String(edition)} của lịch làm việc các cơ quan nhà nước`],
  ];
  const lines = facts.map(([label = '', value = '']) => `<dt>${escapeHtml(label)}</dt><dd>${escapeHtml(value)}</dd>`);
  return `<dl>\n${lines.join('\n')}\n</dl>`;
}

function working(explained: ExplainedDeadline): string {
  const { anchorOn, dueOn } = explained;
  return `<table>
<caption>Từng ngày, từ ${formatDate(anchorOn)} ${anchorOn <= dueOn ? 'đến' : 'ngược về'} ${formatDate(dueOn)}</caption>
<thead><tr><th scope="col" class="day">Ngày</th><th scope="col" class="count">Đếm</th><th scope="col">Lý do</th></tr></thead>
<tbody>
${explained.working.map((line) => row(line, dueOn)).join('\n')}
</tbody>
</table>`;
}

function row(line: WorkingLine, dueOn: ExplainedDeadline['dueOn']): string {
  const { on, counted } = line;
  const kind = on === dueOn ? ' class="due"' : counted === null ? ' class="rest"' : '';
  const due = on === dueOn ? '. Ngày đến hạn' : '';
  const count = counted === null ? 'không' : String(counted);
  return `<tr${kind}><th scope="row">${escapeHtml(shown(on))}</th><td class="count">${count}</td><td>${escapeHtml(reasonText(line))}${due}</td></tr>`;
}

/** Short enough for the column of a phone: `Thứ Sáu 04/12/2026`. */
function shown(on: WorkingLine['on']): string {
  const day = formatDay(on).replace(', ngày', '');
  return `${day.slice(0, 1).toUpperCase()}${day.slice(1)}`;
}

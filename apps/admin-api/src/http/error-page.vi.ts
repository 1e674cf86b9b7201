import { escapeHtml, htmlPage } from './html-page.js';

/** As much of an error as its page shows. */
interface ShownError {
  readonly message: string;
  readonly fields?: readonly { readonly path: string; readonly message: string }[];
  readonly requestId: string;
}

/** A refusal as a page, for whoever has followed a link. */
export function errorPage({ message, fields = [], requestId }: ShownError): string {
  const problems = fields.map(({ path, message: said }) => `<li>${escapeHtml(path)}: ${escapeHtml(said)}</li>`);
  return htmlPage(
    'Không mở được trang',
    `<h1>Không mở được trang</h1>
<p class="lead">${escapeHtml(message)}</p>
${problems.length === 0 ? '' : `<ul>\n${problems.join('\n')}\n</ul>\n`}<p>Nếu mở trang này từ một thư, đề nghị liên hệ cơ quan đã gửi thư, ghi ở mục “Liên hệ” của thư.</p>
<footer>Mã yêu cầu: ${escapeHtml(requestId)}</footer>`,
  );
}

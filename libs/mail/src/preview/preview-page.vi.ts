import type { RecipientRole } from '@dialogue/domain';

import { composeLetter, letterSubject } from '../letters/compose-letter.js';
import { sampleLetters, type SampleLetter } from './sample-letters.js';
import { aRequest } from './sample-request.vi.js';

/** How one letter is looked at. */
interface PreviewWishes {
  readonly width: keyof typeof widths;
  readonly form: keyof typeof forms;
  readonly variant: keyof typeof variants;
}

/** A page, or what a letter is itself. */
interface PreviewAnswer {
  readonly status: number;
  readonly type: 'text/html' | 'text/plain';
  readonly body: string;
}

const widths = { phone: 'Điện thoại (360 px)', desktop: 'Máy tính (760 px)' } as const;
const forms = { html: 'Bản HTML', text: 'Bản văn bản thuần' } as const;
const variants = {
  plain: 'Thư thường',
  link: 'Có liên kết trả lời',
  sealed: 'Hồ sơ được bảo vệ thông tin',
  english: 'Lời gửi song ngữ',
} as const;

const pixels = { phone: 360, desktop: 760 } as const;

/** The list of all letters, or one of them: `/`, `/letters/assigned/handler`, and the letter itself under `/raw/…`. */
export async function previewOf(url: URL): Promise<PreviewAnswer> {
  const [, part = '', name = '', role = ''] = decodeURIComponent(url.pathname).split('/');
  const wishes = wishesOf(url.searchParams);
  if (part === '') return page('Mẫu thư', list());
  const sample = sampleLetters.find(({ id }) => id === `${name}/${role}`);
  if (sample === undefined || !['letters', 'raw'].includes(part)) return notFound();
  return part === 'raw' ? raw(sample, wishes) : onePage(sample, wishes);
}

function notFound(): PreviewAnswer {
  return page('Không có mẫu thư này', '<p><a href="/">Danh sách mẫu thư</a></p>', 404);
}

function list(): string {
  const rows = sampleLetters.map((sample) => {
    const subject = letterSubject(aRequest(sample));
    return `<tr><td><a href="/letters/${sample.id}">${escaped(subject)}</a></td><td>${roleNames[sample.recipientRole]}</td></tr>`;
  });
  return `<p>${String(sampleLetters.length)} mẫu thư với dữ liệu giả định.</p>
<table><thead><tr><th>Tiêu đề thư</th><th>Nơi nhận</th></tr></thead><tbody>
${rows.join('\n')}
</tbody></table>`;
}

function onePage(sample: SampleLetter, wishes: PreviewWishes): PreviewAnswer {
  const at = sampleLetters.indexOf(sample);
  const [before, next] = [sampleLetters[at - 1], sampleLetters[at + 1]];
  const steps = [
    ...(before === undefined ? [] : [`<a href="${addressOf(before, wishes)}">Thư trước</a>`]),
    '<a href="/">Danh sách mẫu thư</a>',
    ...(next === undefined ? [] : [`<a href="${addressOf(next, wishes)}">Thư sau</a>`]),
  ];
  const choices = [
    choice(sample, wishes, { name: 'width', texts: widths }),
    choice(sample, wishes, { name: 'form', texts: forms }),
    choice(sample, wishes, { name: 'variant', texts: variants }),
  ];
  const frame = `<iframe title="Thư" sandbox src="${addressOf(sample, wishes, 'raw')}" style="width:${String(pixels[wishes.width])}px"></iframe>`;
  return page(
    escaped(letterSubject(aRequest(sample))),
    `<p>Nơi nhận: ${roleNames[sample.recipientRole]}</p><p>${steps.join(' · ')}</p>${choices.join('')}${frame}`,
  );
}

async function raw(sample: SampleLetter, wishes: PreviewWishes): Promise<PreviewAnswer> {
  const { text, html } = await composed(sample, wishes);
  return wishes.form === 'html'
    ? { status: 200, type: 'text/html', body: html }
    : { status: 200, type: 'text/plain', body: text };
}

function composed(sample: SampleLetter, { variant }: PreviewWishes): ReturnType<typeof composeLetter> {
  return composeLetter(
    aRequest({
      ...sample,
      ...(variant === 'link'
        ? { actionLink: 'https://doi-thoai.sonla.example/l/mau-mau-mau-mau-mau-mau-mau-mau-mau' }
        : {}),
      ...(variant === 'sealed' ? { caseTitle: null } : {}),
      ...(variant === 'english' ? { salutationLanguage: 'vi+en' } : {}),
    }),
  );
}

interface Choice {
  readonly name: keyof PreviewWishes;
  readonly texts: Readonly<Record<string, string>>;
}

function choice(sample: SampleLetter, wishes: PreviewWishes, { name, texts }: Choice): string {
  const links = Object.entries(texts).map(([value, text]) =>
    wishes[name] === value
      ? `<b>${text}</b>`
      : `<a href="${addressOf(sample, { ...wishes, [name]: value })}">${text}</a>`,
  );
  return `<p>${links.join(' · ')}</p>`;
}

function addressOf({ id }: SampleLetter, { width, form, variant }: PreviewWishes, part = 'letters'): string {
  return `/${part}/${id}?width=${width}&amp;form=${form}&amp;variant=${variant}`;
}

function wishesOf(query: URLSearchParams): PreviewWishes {
  return {
    width: query.get('width') === 'desktop' ? 'desktop' : 'phone',
    form: query.get('form') === 'text' ? 'text' : 'html',
    variant: (['link', 'sealed', 'english'] as const).find((each) => each === query.get('variant')) ?? 'plain',
  };
}

function page(title: string, body: string, status = 200): PreviewAnswer {
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><style>${style}</style>`;
  return {
    ...{ status, type: 'text/html' },
    body: `<!doctype html><html lang="vi"><head>${head}</head><body><h1>${title}</h1>${body}</body></html>`,
  };
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${String(character.charCodeAt(0))};`);
}

const roleNames: Readonly<Record<RecipientRole, string>> = {
  handler: 'chuyên viên thụ lý của cơ quan',
  agencyHead: 'thủ trưởng cơ quan được giao',
  leadOffice: 'cơ quan đầu mối',
  monitor: 'Ban Tuyên giáo và Dân vận',
  front: 'Mặt trận Tổ quốc',
  host: 'người chủ trì',
  superior: 'cấp trên của cơ quan',
  reportAddressee: 'nơi nhận báo cáo',
  reportCopy: 'nơi nhận bản sao báo cáo',
  resultAddressee: 'nơi nhận báo cáo kết quả hội nghị',
  petitioner: 'người kiến nghị',
};

const style =
  'body{font-family:sans-serif;margin:1rem;line-height:1.5}h1{font-size:1.4rem}td,th{text-align:left;padding:.25rem .75rem .25rem 0}iframe{height:80vh;border:1px solid #999;max-width:100%}';

import { formatDate, type AnswerKind, type AttendeeRank, type LinkedAct, type LocalDate } from '@dialogue/domain';

import { toPrepare } from './link-acts.js';
import type { ConferenceLinkCase, LinkCase } from './link-case.js';

/** One field of a form; its name is the path of what it means in the body of the command. */
export interface FormField {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly kind: 'line' | 'text' | 'day' | 'choice' | 'pick';
  readonly isRequired: boolean;
  /** Of a choice: what may be chosen. */
  readonly options?: readonly FormOption[];
  /** What stands in it before anybody has typed. */
  readonly preset?: string;
  readonly maxLength?: number;
}

interface FormOption {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
}

/** What the fields of a form are made of besides their words. */
interface FormFacts {
  /** Null: it is not asked what stands in them. */
  readonly today: LocalDate | null;
  /** D8.1d: what the body may prepare an answer to. */
  readonly petitions: readonly FormOption[];
}

/** An act by a link, as its page says it. */
export interface LinkForm {
  /** In the address of the form. */
  readonly slug: string;
  readonly title: string;
  /** On the button that leads to it. */
  readonly button: string;
  /** What happens once it is sent, and by when. */
  readonly says: string;
  /** What comes next, once it has been recorded. */
  readonly next: string;
  readonly fields: (facts: FormFacts) => readonly FormField[];
  readonly takesFiles: boolean;
}

const longest = 20_000;

/** A day is typed, not picked: what a browser picks from may put the month first, and nobody is told. */
const dayWritten = 'Ngày/tháng/năm, ví dụ 05/03/2026.';

const answerNames: Readonly<Record<AnswerKind, FormOption>> = {
  measure: {
    value: 'measure',
    label: 'Biện pháp giải quyết',
    hint: 'Đã xác định biện pháp, đang hoặc sẽ thực hiện.',
  },
  result: { value: 'result', label: 'Kết quả giải quyết', hint: 'Đã giải quyết xong.' },
  advice: {
    value: 'advice',
    label: 'Tham mưu, đề xuất',
    hint: 'Việc do người chủ trì quyết định; cơ quan đề xuất hướng giải quyết.',
  },
  progress: {
    value: 'progress',
    label: 'Báo cáo tiến độ',
    hint: 'Chưa giải quyết xong; phải hẹn ngày báo cáo tiếp theo.',
  },
};

const ranks: Readonly<Record<AttendeeRank, string>> = {
  head: 'Người đứng đầu',
  deputy: 'Cấp phó của người đứng đầu',
  other: 'Chức vụ khác',
};

/** Every act that a link may offer. Reading this table is reading what an agency can do without an account. */
export const linkForms: Readonly<Record<LinkedAct, LinkForm>> = {
  acknowledge: {
    slug: 'xac-nhan-da-nhan',
    title: 'Xác nhận đã nhận văn bản giao việc',
    button: 'Xác nhận đã nhận',
    says: 'Số đến và ngày đến được ghi vào hồ sơ và không sửa lại được bằng liên kết này. Thời hạn trả lời tính từ ngày đến; hệ thống gửi thư báo ngày đến hạn cho cơ quan.',
    next: 'Thời hạn trả lời đã được tính từ ngày đến. Thư báo ngày đến hạn, kèm liên kết mới để trả lời, được gửi đến cơ quan.',
    takesFiles: false,
    fields: ({ today }) => [
      hinted(line('arrivalNumber', 'Số đến', 100), 'Số ghi trên dấu công văn đến của cơ quan.'),
      day('receivedOn', 'Ngày đến', {
        preset: today === null ? '' : formatDate(today),
        hint: 'Ngày cơ quan nhận được văn bản giao việc.',
      }),
      optional(text('remark', 'Ghi chú', 2000)),
    ],
  },
  answer: {
    slug: 'tra-loi',
    title: 'Trả lời',
    button: 'Trả lời',
    says: 'Nội dung trả lời được gửi ngay đến cơ quan đầu mối và không rút lại được bằng liên kết này. Người chủ trì phê duyệt, hoặc chuyển lại để bổ sung.',
    next: 'Người chủ trì xem xét, phê duyệt hoặc chuyển lại để bổ sung; hệ thống gửi thư báo cho cơ quan trong cả hai trường hợp.',
    takesFiles: true,
    fields: () => [
      { name: 'answer', label: 'Loại trả lời', kind: 'choice', isRequired: true, options: Object.values(answerNames) },
      ...documentFields('văn bản trả lời'),
      hinted(
        text('text', 'Nội dung trả lời', longest),
        'Nội dung này được thông báo cho người kiến nghị sau khi phê duyệt.',
      ),
      optional(
        day('nextReportOn', 'Ngày báo cáo tiếp theo', { hint: 'Chỉ điền khi loại trả lời là báo cáo tiến độ.' }),
      ),
      optional(text('remark', 'Ghi chú gửi cơ quan đầu mối', 2000)),
    ],
  },
  requestExtension: {
    slug: 'de-nghi-gia-han',
    title: 'Đề nghị gia hạn trả lời',
    button: 'Đề nghị gia hạn',
    says: 'Đề nghị được gửi đến người chủ trì. Thời hạn hiện nay giữ nguyên cho đến khi người chủ trì đồng ý.',
    next: 'Người chủ trì cho ý kiến về đề nghị gia hạn; hệ thống gửi thư báo kết quả. Trong lúc chờ, thời hạn hiện nay vẫn giữ nguyên.',
    takesFiles: false,
    fields: () => [
      day('wantedOn', 'Ngày đề nghị gia hạn đến', { hint: 'Phải sau thời hạn hiện nay.' }),
      hinted(line('legalBasis', 'Căn cứ', 500), 'Văn bản, quy định làm căn cứ đề nghị gia hạn.'),
      text('reason', 'Lý do', 2000),
    ],
  },
  returnAssignment: {
    slug: 'tra-lai',
    title: 'Trả lại việc không thuộc thẩm quyền',
    button: 'Trả lại, không thuộc thẩm quyền',
    says: 'Việc được trả lại cơ quan đầu mối để giao cơ quan khác. Sau khi gửi, cơ quan không còn xem được hồ sơ này bằng liên kết.',
    next: 'Cơ quan đầu mối trình người chủ trì giao cơ quan khác. Cơ quan không còn phải làm gì với hồ sơ này.',
    takesFiles: false,
    fields: () => [
      hinted(text('reason', 'Lý do', 2000), 'Vì sao việc này không thuộc thẩm quyền của cơ quan.'),
      optional(line('suggestion', 'Đề xuất cơ quan giải quyết', 500)),
    ],
  },
  contribute: {
    slug: 'y-kien-phoi-hop',
    title: 'Gửi ý kiến phối hợp',
    button: 'Gửi ý kiến phối hợp',
    says: 'Ý kiến được gửi ngay đến cơ quan chủ trì giải quyết và không rút lại được bằng liên kết này.',
    next: 'Cơ quan chủ trì giải quyết tổng hợp vào nội dung trả lời. Cơ quan đã hoàn thành việc phối hợp.',
    takesFiles: true,
    fields: () => [
      ...documentFields('văn bản phối hợp'),
      text('text', 'Ý kiến phối hợp', longest),
      optional(text('remark', 'Ghi chú', 2000)),
    ],
  },
  recordResolution: {
    slug: 'ket-qua-giai-quyet',
    title: 'Báo kết quả giải quyết xong',
    button: 'Báo đã giải quyết xong',
    says: 'Hồ sơ được ghi nhận là đã giải quyết xong, kèm văn bản chứng minh mà cơ quan nêu.',
    next: 'Cơ quan đầu mối thông báo kết quả cho người kiến nghị và kết thúc hồ sơ.',
    takesFiles: false,
    fields: () => [
      ...documentFields('văn bản chứng minh', 'evidence'),
      line('evidence.signatory', 'Người ký', 200),
      optional(text('remark', 'Ghi chú', 2000)),
    ],
  },
  recordOpinionsReceived: {
    slug: 'gui-y-kien',
    title: 'Gửi ý kiến, kiến nghị đã tổng hợp',
    button: 'Gửi ý kiến, kiến nghị',
    says: 'Ý kiến được gửi đến cơ quan đầu mối để tổng hợp; ngày gửi là hôm nay.',
    next: 'Cơ quan đầu mối đưa vào báo cáo tổng hợp ý kiến, kiến nghị trước hội nghị.',
    takesFiles: false,
    fields: () => [
      {
        name: 'isNone',
        label: 'Cơ quan có ý kiến, kiến nghị gửi đến hội nghị không',
        kind: 'choice',
        isRequired: true,
        options: [
          { value: 'false', label: 'Có ý kiến, kiến nghị' },
          { value: 'true', label: 'Không có ý kiến, kiến nghị' },
        ],
      },
      optional(
        hinted(
          text('opinions', 'Nội dung ý kiến, kiến nghị', 50_000),
          'Không ghi họ tên, địa chỉ của người kiến nghị.',
        ),
      ),
    ],
  },
  recordPreparedAnswer: {
    slug: 'noi-dung-tra-loi',
    title: 'Gửi nội dung trả lời đã chuẩn bị',
    button: 'Gửi nội dung trả lời đã chuẩn bị',
    says: 'Nội dung được gửi đến cơ quan đầu mối để trình người chủ trì trước hội nghị. Mỗi lần gửi cho một kiến nghị.',
    next: 'Người chủ trì xem nội dung này tại cuộc họp thống nhất trước hội nghị. Nếu còn kiến nghị khác phải chuẩn bị, dùng liên kết trong thư tiếp theo.',
    takesFiles: false,
    fields: ({ petitions }) => [
      { name: 'petition', label: 'Kiến nghị', kind: 'pick', isRequired: true, options: petitions },
      text('answer', 'Nội dung trả lời', longest),
    ],
  },
  recordSituationReport: {
    slug: 'bao-cao-tinh-hinh',
    title: 'Gửi báo cáo tình hình nhân dân',
    button: 'Gửi báo cáo tình hình nhân dân',
    says: 'Báo cáo được gửi đến người chủ trì và cơ quan đầu mối, không rút lại được bằng liên kết này.',
    next: 'Người chủ trì và cơ quan đầu mối đã được báo.',
    takesFiles: false,
    fields: () => [...documentFields('báo cáo'), text('text', 'Nội dung báo cáo', 50_000)],
  },
  confirmAttendance: {
    slug: 'xac-nhan-du',
    title: 'Xác nhận dự hội nghị',
    button: 'Xác nhận dự hội nghị',
    says: 'Tên và chức vụ người dự được gửi đến cơ quan đầu mối để lập danh sách.',
    next: 'Cơ quan đầu mối đã ghi tên người dự. Đề nghị trang phục chỉnh tề và đeo thẻ theo giấy mời.',
    takesFiles: false,
    fields: () => [...somebody('attendee', 'Người dự'), rank()],
  },
  declineAttendance: {
    slug: 'cu-nguoi-khac',
    title: 'Lãnh đạo được mời không dự, cử người khác',
    button: 'Không dự, cử người khác',
    says: 'Lý do và người được cử dự thay được gửi đến cơ quan đầu mối.',
    next: 'Cơ quan đầu mối đã ghi tên người dự thay.',
    takesFiles: false,
    fields: () => [
      text('reason', 'Lý do lãnh đạo được mời không dự', 2000),
      ...somebody('substitute', 'Người dự thay'),
      rank(),
    ],
  },
};

/** The fields of an act as a body sees them on a case; without one: what they are, and nothing of what stands in them. */
export function fieldsOf(act: LinkedAct, shown?: LinkCase, body = ''): readonly FormField[] {
  const petitions = shown?.kind === 'conference' ? petitionOptions(shown, body) : [];
  return linkForms[act].fields({ today: shown?.today ?? null, petitions });
}

/** The act behind an address; null for none. */
export function actOfSlug(slug: string): LinkedAct | null {
  const found = Object.entries(linkForms).find(([, form]) => form.slug === slug);
  return found === undefined ? null : (actNames.find((act) => act === found[0]) ?? null);
}

const actNames = actsIn(linkForms);

function actsIn<Act extends string>(forms: Readonly<Record<Act, LinkForm>>): readonly Act[] {
  return Object.keys(forms).filter((act): act is Act => act in forms);
}

function line(name: string, label: string, maxLength: number): FormField {
  return { name, label, kind: 'line', isRequired: true, maxLength };
}

function text(name: string, label: string, maxLength: number): FormField {
  return { ...line(name, label, maxLength), kind: 'text' };
}

function hinted(field: FormField, hint: string): FormField {
  return { ...field, hint };
}

function day(name: string, label: string, more: Pick<FormField, 'hint' | 'preset'>): FormField {
  const hint = [more.hint, dayWritten].filter((each) => each !== undefined).join(' ');
  return { name, label, kind: 'day', isRequired: true, maxLength: 10, ...more, hint };
}

function optional(field: FormField): FormField {
  return { ...field, isRequired: false };
}

function documentFields(what: string, name = 'document'): readonly FormField[] {
  return [line(`${name}.number`, `Số, ký hiệu ${what}`, 100), day(`${name}.signedOn`, `Ngày ký ${what}`, {})];
}

function somebody(name: string, who: string): readonly FormField[] {
  return [line(`${name}.name`, `${who}: họ và tên`, 200), line(`${name}.title`, `${who}: chức vụ`, 200)];
}

function rank(): FormField {
  const options = Object.entries(ranks).map(([value, label]) => ({ value, label }));
  return { name: 'rank', label: 'Cấp của người dự', kind: 'choice', isRequired: true, options };
}

function petitionOptions(shown: ConferenceLinkCase, body: string): readonly FormOption[] {
  return toPrepare(shown, body).map(({ id, number, title, isWithheld }) => ({
    value: id,
    // D4.1, D11.1d: a title may tell what is kept.
    label: isWithheld ? number : `${number}: ${title}`,
  }));
}

/** One column of a file of petitions: its heading, where its cell goes in a registration, and what may stand in it. */
export interface PetitionColumn {
  readonly heading: string;
  /** `petitioner.name`; null: the number that the office has given it itself. */
  readonly path: string | null;
  readonly isRequired?: true;
  readonly isDay?: true;
  /** What may stand there, in the words of an office, with what it means. */
  readonly choices?: Readonly<Record<string, string | boolean>>;
  readonly example: string;
}

/** The columns of a file of petitions: those of the registration of one petition, in the order of the template. */
export const petitionColumns: readonly PetitionColumn[] = [
  { heading: 'Số của cơ quan', path: null, example: '15/KN' },
  { heading: 'Ngày nhận', path: 'receivedOn', isDay: true, example: '23/11/2026' },
  {
    heading: 'Nguồn',
    path: 'source',
    isRequired: true,
    choices: {
      'Trước ngày chốt danh sách': 'beforeCutOff',
      'Sau ngày chốt danh sách': 'late',
      'Tại hội nghị': 'atConference',
      'Ngoài hội nghị': 'outsideConference',
    },
    example: 'Ngoài hội nghị',
  },
  { heading: 'Cơ quan được gửi đến', path: 'organisation', isRequired: true, example: 'SL-UBND' },
  { heading: 'Cơ quan đầu mối', path: 'leadOffice', example: '' },
  {
    heading: 'Trả lời bằng văn bản',
    path: 'isWrittenAnswerRequired',
    choices: { Có: true, Không: false },
    example: 'Không',
  },
  { heading: 'Hình thức', path: 'isCollective', choices: { 'Cá nhân': false, 'Tập thể': true }, example: 'Cá nhân' },
  {
    heading: 'Đối tượng',
    path: 'category',
    isRequired: true,
    choices: {
      'Cán bộ': 'cadre',
      'Người lao động': 'worker',
      'Đoàn viên hội viên': 'member',
      'Lực lượng vũ trang': 'armedForces',
      'Người dân': 'resident',
      'Doanh nghiệp': 'investor',
    },
    example: 'Người dân',
  },
  { heading: 'Họ và tên', path: 'petitioner.name', isRequired: true, example: 'Nguyễn Văn A' },
  { heading: 'Người đại diện', path: 'petitioner.representative', example: '' },
  { heading: 'Địa chỉ', path: 'petitioner.address', example: 'Bản Mòng, xã Chiềng Mung' },
  { heading: 'Điện thoại', path: 'petitioner.phone', example: '' },
  { heading: 'Thư điện tử', path: 'petitioner.email', example: 'nguyen.van.a@example.com' },
  { heading: 'Tiêu đề', path: 'title', isRequired: true, example: 'Đề nghị sửa chữa đường liên bản' },
  {
    heading: 'Nội dung',
    path: 'content',
    isRequired: true,
    example: 'Đường liên bản hư hỏng nặng sau mưa lũ, đề nghị sửa chữa.',
  },
];

/** What stands beside refused rows, so that whoever mends them knows why; left alone when they come back. */
export const refusalColumns = { line: 'Dòng', reason: 'Lý do' } as const;

/** Said of a cell that is none of its choices. */
export function noChoice(choices: readonly string[]): string {
  return `Phải là một trong các giá trị: ${choices.join(', ')}.`;
}

/** Said of a row. */
export const rowSentences = {
  dayUnreadable: 'Ngày phải có trong lịch và viết theo dạng NGÀY/THÁNG/NĂM, ví dụ 23/11/2026.',
  cellsMiscounted: 'Số ô của dòng không khớp số cột của tệp.',
  referenceTaken: 'Số này đã dùng cho một kiến nghị khác nội dung. Hãy ghi số khác.',
  referenceTooLong: 'Mục này dài quá 100 ký tự.',
} as const;

/** Said of a file. */
export const importFileSentences = {
  tooManyRows: (most: number): string => `Tệp có quá ${String(most)} dòng. Hãy chia thành nhiều tệp.`,
  noRows: 'Tệp không có dòng kiến nghị nào.',
  previewOutdated: (found: number): string =>
    `Theo dữ liệu hiện nay, tệp có ${String(found)} dòng ghi nhận được. Hãy xem trước lại rồi xác nhận.`,
} as const;

/** How far an import has come. */
export const importStateTexts = {
  running: 'Đang ghi nhận',
  finished: 'Đã xong',
  cancelled: 'Đã dừng',
} as const;

/** What has become of a line. */
export const rowStateTexts = {
  waiting: 'Chờ ghi nhận',
  registered: 'Đã ghi nhận',
  refused: 'Không nhận được',
  duplicate: 'Trùng với kiến nghị đã có',
  cancelled: 'Đã bỏ',
} as const;

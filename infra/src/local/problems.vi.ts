import type { PartName, Problem, ProblemCode, ProblemDetails, TriedWay } from './local-problem.js';

/** One sentence for the person at the terminal: what is wrong, and what to do. */
export function problemSentence<Code extends ProblemCode>(problem: Problem<Code>): string {
  return sentences[problem.code](problem);
}

/** The parts by the names that are shown. */
export const partTitles: Readonly<Record<PartName, string>> = {
  postgres: 'PostgreSQL',
  temporal: 'Temporal',
  'temporal-ui': 'Temporal UI',
  'time-skipping-server': 'máy chủ thử nghiệm Temporal',
  smtp: 'hộp thư thử (SMTP)',
  inbox: 'trang hộp thư thử',
  api: 'API',
  worker: 'worker',
  letters: 'trang mẫu thư',
};

const sentences: { readonly [Code in ProblemCode]: (details: ProblemDetails[Code]) => string } = {
  'settings.invalid': ({ issues }) =>
    `Cấu hình không hợp lệ (${issues.join('; ')}); hãy sửa các biến môi trường này rồi chạy lại.`,
  'port.taken': ({ port, part, variable }) =>
    `Cổng ${port} của ${partTitles[part]} đang được chương trình khác sử dụng; hãy dừng chương trình đó hoặc đặt ${variable} thành một cổng còn trống.`,
  'folder.unusable': ({ folder, reason }) =>
    `Không dùng được thư mục dữ liệu ${folder} (${reason}); hãy kiểm tra quyền ghi và dung lượng đĩa hoặc đặt DATA_DIR sang thư mục khác.`,
  'folder.in_use': ({ folder, pid }) =>
    `Thư mục dữ liệu ${folder} đang được một bản khác sử dụng (tiến trình ${pid}); hãy dừng bản đó, hoặc đặt DATA_DIR và các cổng khác để chạy song song.`,
  'secret.unusable': ({ file }) =>
    `Tệp bí mật ${file} bị hỏng hoặc đã bị sửa; hãy khôi phục tệp từ bản sao lưu, hoặc xóa toàn bộ thư mục dữ liệu để bắt đầu lại từ đầu.`,
  'postgres.binary_missing': ({ platform }) =>
    `Không tìm thấy hoặc không chạy được chương trình PostgreSQL (gói ${platform}); hãy chạy lại "npm ci" trên máy này.`,
  'postgres.account_missing': () =>
    'PostgreSQL không chạy bằng tài khoản root và không tạo được tài khoản "postgres"; hãy chạy bằng một tài khoản thường, hoặc tạo tài khoản "postgres" trên máy.',
  'postgres.folder_out_of_reach': ({ folder }) =>
    `Tài khoản "postgres" không vào được thư mục ${folder}; hãy chạy bằng một tài khoản thường, hoặc đặt mã nguồn và DATA_DIR ở nơi mọi tài khoản vào được.`,
  'postgres.folder_broken': ({ folder, logFile }) =>
    `Thư mục dữ liệu PostgreSQL ${folder} bị hỏng${logFile === null ? ' hoặc không phải là dữ liệu PostgreSQL' : ` (xem ${logFile})`}; hãy khôi phục thư mục từ bản sao lưu, hoặc chuyển thư mục đi nơi khác để bắt đầu với dữ liệu trống.`,
  'postgres.other_version': ({ folder, found, expected }) =>
    `Thư mục ${folder} do PostgreSQL ${found} tạo ra, còn bản này dùng PostgreSQL ${expected}; hãy chuyển dữ liệu bằng pg_dump, hoặc đặt DATA_DIR sang thư mục khác.`,
  'postgres.password_refused': ({ folder }) =>
    `Mật khẩu trong thư mục "secrets" không mở được dữ liệu ${folder}; hãy khôi phục thư mục "secrets" đi cùng dữ liệu này, hoặc chuyển cả thư mục dữ liệu đi nơi khác để bắt đầu lại.`,
  'temporal.binary_missing': ({ program, variable, tried }) =>
    `Không tìm được chương trình "${program}" (đã thử: ${tried.map(describeTried).join('; ')}); hãy cài đặt chương trình này rồi đặt ${variable} thành đường dẫn tới tệp, hoặc nối mạng rồi chạy lại.`,
  'temporal.store_broken': ({ file, logFile }) =>
    `Kho dữ liệu Temporal ${file} bị hỏng (xem ${logFile}); hãy khôi phục tệp từ bản sao lưu, hoặc chuyển tệp đi nơi khác để bắt đầu với kho Temporal trống.`,
  'build.missing': ({ file }) => `Chưa có chương trình ${file}; hãy chạy "npm ci" rồi "npm start" để biên dịch.`,
  'setup.failed': ({ reason }) =>
    `Không thiết lập được cơ sở dữ liệu và Temporal (${reason}); hãy sửa nguyên nhân này rồi chạy lại.`,
  'part.did_not_start': ({ part, logFile }) =>
    `${capitalised(partTitles[part])} không khởi động được; hãy xem nguyên nhân trong ${logFile}.`,
  'part.died': ({ part, logFile, how }) =>
    `${capitalised(partTitles[part])} đã dừng đột ngột (${how}) nên toàn bộ hệ thống được dừng lại; hãy xem nguyên nhân trong ${logFile} rồi chạy lại "npm start".`,
  'stack.not_running': ({ folder }) =>
    `Không có hệ thống nào đang chạy trên thư mục ${folder}; hãy chạy "npm start" trước, với cùng DATA_DIR.`,
  'advance.usage': () =>
    'Thiếu tham số; cách dùng: npm run advance -- petition/<mã> 15d (hoặc conference/<mã>, report/<cơ quan>/<kỳ>)',
  'advance.duration_malformed': ({ text }) =>
    `Khoảng thời gian "${text}" không hợp lệ; hãy viết số ngày, giờ hoặc phút, ví dụ 15d, 12h hoặc 90m.`,
  'advance.case_unknown': ({ workflowId }) =>
    `Không có hồ sơ nào mang mã ${workflowId}; hãy kiểm tra lại mã, ví dụ petition/<mã>, conference/<mã> hoặc report/<cơ quan>/<kỳ>.`,
  'advance.case_closed': ({ workflowId }) =>
    `Hồ sơ ${workflowId} không còn mở nên không chuyển nhanh thời gian được; chỉ chuyển được với hồ sơ đang mở.`,
  'advance.did_not_arrive': ({ workflowId, reason }) =>
    `Đồng hồ của hồ sơ ${workflowId} chưa tới thời điểm cần đến (${reason}); hãy kiểm tra worker còn chạy không rồi thử lại.`,
};

function describeTried({ way, reason, detail }: TriedWay): string {
  return `${ways[way]} – ${reasons[reason]} [${detail}]`;
}

const ways: Readonly<Record<TriedWay['way'], string>> = {
  variable: 'biến môi trường',
  path: 'PATH',
  cache: 'bộ nhớ đệm của dự án',
  download: 'trang tải chính thức',
  wheel: 'gói Python qua pip',
};

const reasons: Readonly<Record<TriedWay['reason'], string>> = {
  not_set: 'chưa đặt',
  not_found: 'không có',
  not_runnable: 'không chạy được',
  too_old: 'phiên bản quá cũ',
  no_hash_for_platform: 'chưa có mã kiểm tra cho nền tảng này',
  wrong_hash: 'sai mã kiểm tra nên không dùng',
  unreachable: 'không tải được',
  no_pip: 'máy không có pip',
};

function capitalised(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
}

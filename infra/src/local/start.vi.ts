import type { SetUpStep } from '../setup/set-up.js';
import type { AccountReport } from './local-context.js';
import type { LocalSettings } from './settings.js';
import type { Part } from './stack.js';

/** The sender of the letters that the embedded stack catches; nothing of it reaches anybody. */
export const mailSender = 'Hệ thống đối thoại (chạy thử) <doi-thoai@dialogue.example>';

/** What is said while the stack starts and stops. */
export const progressTexts = {
  welcome: (folder: string) => `Khởi động hệ thống đối thoại, dữ liệu trong ${folder}. Nhấn Ctrl-C để dừng.`,
  leftBehind: (names: readonly string[]) => `đã dừng tiến trình còn sót từ lần chạy trước: ${names.join(', ')}`,
  fetching: (way: 'download' | 'wheel', program: string) =>
    way === 'download' ? `đang tải ${program} từ trang chính thức …` : `đang tải ${program} bằng pip …`,
  stopping: 'đang dừng hệ thống …',
  stopped: (name: string) => `${name} đã dừng`,
  done: 'Hệ thống đã dừng hẳn. Dữ liệu được giữ lại; lần chạy sau sẽ tiếp tục.',
  forced: 'đang dừng ngay lập tức …',
  unexpected: (reason: string) =>
    `Có lỗi ngoài dự kiến (${reason}); hãy xem nhật ký trong thư mục "logs" của thư mục dữ liệu.`,
} as const;

/** What is said when a part is up. */
export const startedTexts: Readonly<Record<Part['name'], string>> = {
  postgres: 'PostgreSQL đã sẵn sàng',
  temporal: 'Temporal và giao diện web đã sẵn sàng',
  smtp: 'hộp thư thử đã sẵn sàng',
  'set-up': 'cơ sở dữ liệu và Temporal đã được thiết lập',
  api: 'API đã sẵn sàng',
  worker: 'worker đã sẵn sàng',
  letters: 'trang mẫu thư đã sẵn sàng',
};

/** What is said when a step of the set-up begins. */
export const setUpTexts: Readonly<Record<SetUpStep, string>> = {
  roles: 'thiết lập: tài khoản cơ sở dữ liệu',
  migrations: 'thiết lập: cấu trúc dữ liệu',
  reference_data: 'thiết lập: cơ quan, đơn vị và lịch làm việc',
  calendar_differs:
    'lưu ý: data/working-calendar.csv khác mọi bản lịch đã có nên không được dùng; muốn dùng, hãy lập bản dự thảo (POST /v1/calendar/editions) rồi nhập tệp (POST /v1/calendar/editions/{số}/import)',
  sample_contacts: 'thiết lập: người liên hệ mẫu (địa chỉ .example)',
  first_account: 'thiết lập: tài khoản đầu tiên',
  namespace: 'thiết lập: không gian tên Temporal',
  search_attributes: 'thiết lập: thuộc tính tìm kiếm Temporal',
  schedules: 'thiết lập: lịch mở kỳ báo cáo 6 tháng và năm',
};

/** The lines of the table that is shown when everything is up: what, and where. */
export function addressRows({ ports }: LocalSettings, account: AccountReport): readonly (readonly [string, string])[] {
  return [
    ['API', `http://localhost:${ports.api}`],
    ['Tài liệu API', `http://localhost:${ports.api}/docs`],
    ['Temporal UI', `http://localhost:${ports.temporalUi}`],
    ['Hộp thư thử', `http://localhost:${ports.inbox}`],
    ['Mẫu thư', `http://localhost:${ports.letters}`],
    ['Tài khoản', account.username],
    ['Mật khẩu', passwordText(account)],
  ];
}

function passwordText({ password, isNew }: AccountReport): string {
  if (isNew && password.source === 'given') return 'đã đặt theo ADMIN_PASSWORD';
  if (isNew && password.source === 'made_up') return `${password.password}  (được giữ trong ${password.file})`;
  if (password.source === 'kept') return `như lần chạy trước, xem ${password.file}`;
  return 'như đã đặt ở lần chạy đầu tiên';
}

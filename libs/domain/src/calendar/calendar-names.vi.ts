import { isLocalDate, type LocalDate } from '../time/local-date.js';
import { formatDate } from '../time/local-date.vi.js';

/** The name of half of a swap; names the other half, so that a file which has no column for it still says it. */
export function swapName(kind: 'off' | 'worked', on: LocalDate, swapWith: LocalDate): string {
  return kind === 'off'
    ? `Hoán đổi: nghỉ ngày ${formatDate(on)} (làm bù ngày ${formatDate(swapWith)})`
    : `Hoán đổi: làm bù cho ngày ${formatDate(swapWith)}`;
}

/** The other half of a swap, from a name as {@link swapName} writes it; null: the day is none. */
export function swapHalfIn(name: string): LocalDate | null {
  const [, day, month, year] = /^Hoán đổi: .*làm bù (?:cho )?ngày (\d{2})\/(\d{2})\/(\d{4})\)?$/u.exec(name) ?? [];
  const on = [year, month, day].join('-');
  return isLocalDate(on) ? on : null;
}

/** The name of the day off in lieu of a holiday that falls on a rest day. */
export function lieuName(holiday: string): string {
  return `Nghỉ bù ${holiday}`;
}

/** The holidays by statute, as notices name them. */
export const holidayNames = {
  newYear: 'Tết Dương lịch',
  tet: 'Tết Nguyên đán',
  hungKings: 'Giỗ Tổ Hùng Vương',
  victoryDay: 'Ngày Chiến thắng',
  labourDay: 'Ngày Quốc tế lao động',
  nationalDay: 'Quốc khánh',
  besideNationalDay: 'Quốc khánh (ngày liền kề)',
  cultureDay: 'Ngày Văn hóa Việt Nam',
} as const;

/** What statutory days rest on. */
export const holidayBases = {
  labourCode: 'Bộ luật Lao động 2019, Điều 112',
  inLieu: 'Bộ luật Lao động 2019, Điều 111 khoản 3',
  cultureDay: 'Nghị quyết 28/2026/QH16 ngày 24/4/2026 (hiệu lực 01/7/2026)',
} as const;

/** Where a day comes from that nobody announced. */
export const computedSource = 'Tính theo luật, lịch âm Việt Nam (UTC+7)';

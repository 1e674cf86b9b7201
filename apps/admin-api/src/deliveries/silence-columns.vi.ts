import { dateAt, formatDate } from '@dialogue/domain';

import type { Column } from '../cases/case-list.js';
import { dateShown } from '../cases/case-names.vi.js';
import type { SilentBodyResponse } from './silence.schemas.js';

/** Silent bodies as a table for people. */
export const silentBodyColumns: readonly Column<SilentBodyResponse>[] = [
  { title: 'Cơ quan, đơn vị', cell: ({ organisation }) => organisation.name },
  { title: 'Im lặng từ ngày', cell: ({ since }) => dayShown(since) },
  { title: 'Số ngày làm việc', cell: ({ workingDays }) => String(workingDays) },
  { title: 'Lần phản hồi gần nhất', cell: ({ actedAt }) => dayShown(actedAt) },
  { title: 'Đã báo cấp trên ngày', cell: ({ toldAt }) => dayShown(toldAt) },
  { title: 'Số việc chưa làm', cell: ({ duties }) => String(duties.length) },
  { title: 'Hạn gần nhất', cell: ({ duties: [first] }) => dateShown(first?.dueOn ?? null) },
  { title: 'Hồ sơ', cell: ({ duties }) => [...new Set(duties.map((duty) => duty.case.number))].join('; ') },
  { title: 'Thư gần nhất', cell: ({ letters: [newest] }) => dayShown(newest?.sentAt ?? null) },
  { title: 'Liên hệ', cell: ({ contacts }) => contacts.map(({ phone, email }) => phone ?? email ?? '').join('; ') },
];

function dayShown(at: string | null): string | null {
  return at === null ? null : formatDate(dateAt(Date.parse(at)));
}

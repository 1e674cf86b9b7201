import { flagNames, formatDate, localDate } from '@dialogue/domain';
import type { AccountRole } from '@dialogue/persistence';

import type { Column } from './case-list.js';

/** Whoever uses an account, by its role. */
export const roleNames: Readonly<Record<AccountRole, string>> = {
  admin: 'Quản trị viên',
  clerk: 'Chuyên viên cơ quan đầu mối',
  host: 'Người chủ trì',
  agency: 'Cơ quan được giao',
  minutesSecretary: 'Thư ký hội nghị',
  monitor: 'Cơ quan theo dõi, giám sát',
  auditor: 'Cơ quan kiểm tra',
};

interface ShownCase {
  readonly stageName: string;
  readonly organisation: { readonly name: string };
  readonly leadOffice: { readonly name: string };
  readonly flags: readonly (keyof typeof flagNames)[];
  readonly next: { readonly dueOn: string; readonly article: string } | null;
}

/** The columns that every list of cases has. */
export const caseColumns: Readonly<
  Record<'stage' | 'organisation' | 'leadOffice' | 'due' | 'article' | 'flags', Column<ShownCase>>
> = {
  stage: { title: 'Giai đoạn', cell: ({ stageName }) => stageName },
  organisation: { title: 'Cơ quan, đơn vị', cell: ({ organisation }) => organisation.name },
  leadOffice: { title: 'Cơ quan đầu mối', cell: ({ leadOffice }) => leadOffice.name },
  due: { title: 'Hạn gần nhất', cell: ({ next }) => next && dateShown(next.dueOn) },
  article: { title: 'Theo quy định', cell: ({ next }) => next?.article ?? null },
  flags: { title: 'Lưu ý', cell: ({ flags }) => flags.map((flag) => flagNames[flag]).join('; ') },
};

/** A day as people write it; nothing for none. */
export function dateShown(on: string | null): string | null {
  return on === null ? null : formatDate(localDate(on));
}

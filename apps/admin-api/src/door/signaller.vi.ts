import type { DoorKind } from '@dialogue/persistence';

/** What the Temporal UI shows beside a workflow that was just started; nothing that a person wrote. */
export function caseSummary(kind: DoorKind, caseNumber: string | null): string {
  return caseNumber === null ? names[kind] : `${names[kind]} ${caseNumber}`;
}

const names: Readonly<Record<DoorKind, string>> = {
  petition: 'Kiến nghị, phản ánh',
  conference: 'Hội nghị đối thoại',
  report: 'Báo cáo',
  mail: 'Thư điện tử',
};

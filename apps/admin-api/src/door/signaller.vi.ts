import type { DoorKind } from '@dialogue/persistence';

/** What the Temporal UI shows beside a workflow that was just started; nothing that a person wrote. */
export function caseSummary(kind: DoorKind, petitionNumber: string | null): string {
  if (kind === 'mail') return 'Thư điện tử';
  return petitionNumber === null ? 'Kiến nghị, phản ánh' : `Kiến nghị, phản ánh ${petitionNumber}`;
}

import type { ImportActivities, ImportProgress } from '@dialogue/contracts';

import { alarmed } from './alarm.js';
import { beating } from './heartbeat.js';

/** What an import needs of the register. */
export interface ImportPort {
  readonly registerRows: (importId: string) => Promise<ImportProgress | null>;
}

/** The step of an import, on the queue `report`; it may run twice. */
export function createImportActivities(register: ImportPort): ImportActivities {
  return { registerRows: ({ importId }) => alarmed(() => beating(() => register.registerRows(importId))) };
}

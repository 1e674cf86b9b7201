import { randomUUID } from 'node:crypto';

import { expect } from '@jest/globals';
import { localDate, type BodyChange, type Reorganisation } from '@dialogue/domain';
import { aDocument, anOrganisation } from '@dialogue/testing/builders';

import type { Reorganisations } from './reorganisations.js';

export const finance = anOrganisation('SL-STC');
const home = anOrganisation('SL-SNV');
export const today = localDate('2026-03-10');
export const merged: BodyChange = { kind: 'merge', from: [finance], into: { code: home } };
export const renamed: BodyChange = {
  ...{ kind: 'renaming', from: finance },
  into: {
    ...{ code: anOrganisation('SL-STCM'), name: 'Sở Tài chính mới', kind: null, level: null, parentCode: null },
    ...{ unitCode: null, leadOfficeCode: null, monitorCode: null, frontCode: null },
  },
};

export function asked(changes: readonly BodyChange[], effectiveOn = '2026-03-20'): Reorganisation {
  const document = aDocument('15/NQ-HDND', '2026-03-05');
  return { effectiveOn: localDate(effectiveOn), document, reason: 'Theo nghị quyết', changes };
}

/** Requests the reorganisation for the first time; its id. */
export async function requested(
  reorganisations: Reorganisations,
  { reorganisation, accountId }: { reorganisation: Reorganisation; accountId: string },
): Promise<string> {
  const id = randomUUID();
  const isNew = await reorganisations.request({ id, reorganisation, accountId, today, check: () => undefined });
  expect(isNew).toBe(true);
  return id;
}

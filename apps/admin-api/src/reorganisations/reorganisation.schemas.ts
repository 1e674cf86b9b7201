import { bodyKinds, unitKinds } from '@dialogue/domain';
import { z } from 'zod';

import { exampleTexts } from '../http/example-texts.vi.js';
import { day, document, limit, organisationCode, organisationCodes, reason, text } from '../http/schemas.js';

const line = organisationCode.nullable().default(null);

/** A body that begins; what is not said is as it was with the first body that it takes over from. */
const newBody = z.strictObject({
  code: organisationCode,
  name: text(300),
  kind: z
    .enum([...unitKinds, ...bodyKinds])
    .nullable()
    .default(null),
  level: text(50).nullable().default(null),
  parentCode: line,
  unitCode: line,
  leadOfficeCode: line,
  monitorCode: line,
  frontCode: line,
});

const successor = z.union([z.strictObject({ code: organisationCode }), newBody]);

const change = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('merge'), from: organisationCodes(1, 50), into: successor }),
  /** The first is the main one: it takes the open work and the figures of the past. */
  z.strictObject({ kind: z.literal('split'), from: organisationCode, into: z.array(successor).min(1).max(20) }),
  /** Null: nobody takes over, where there is nothing to take over. */
  z.strictObject({ kind: z.literal('abolition'), from: organisationCode, into: successor.nullable() }),
  z.strictObject({ kind: z.literal('renaming'), from: organisationCode, into: newBody }),
]);

const asked = { effectiveOn: day, document, reason, changes: z.array(change).min(1).max(200) };

const example = {
  effectiveOn: '2027-01-01',
  document: { number: '15/NQ-HDND', signedOn: '2026-11-20' },
  reason: exampleTexts.reorganisationReason,
  changes: [{ kind: 'merge', from: ['SL-STP'], into: { code: 'SL-SNV' } }],
};

/** `POST /v1/reorganisations/preview`. */
export const reorganisationPlan = z.strictObject(asked).meta({ example });
export type ReorganisationPlan = z.output<typeof reorganisationPlan>;

/** `POST /v1/reorganisations/preview?limit=`: where the list of cases goes on. */
export const reorganisationPreviewQuery = z.strictObject({
  limit,
  /** How many cases to leave out from the beginning. */
  cursor: z
    .string()
    .regex(/^\d{1,6}$/)
    .optional(),
});
export type ReorganisationPreviewQuery = z.output<typeof reorganisationPreviewQuery>;

/** `POST /v1/reorganisations`: so many open cases the preview said would be handed over. */
export const confirmedReorganisation = z
  .strictObject({ ...asked, casesHandedOver: z.int().min(0).max(1_000_000) })
  .meta({ example: { ...example, casesHandedOver: 0 } });
export type ConfirmedReorganisation = z.output<typeof confirmedReorganisation>;

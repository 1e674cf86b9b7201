import { limitUnits } from '@dialogue/domain';
import { z } from 'zod';

import { namedOrganisation } from '../organisations/organisation.response-schemas.js';

const limit = z.object({
  /** Where it stands in what an office sets: `duties.answer.workingDays`. */
  path: z.string(),
  count: z.number(),
  standard: z.number(),
  unit: z.enum(limitUnits),
  direction: z.enum(['after', 'before', 'exact']),
  whose: z.enum(['regulation', 'office']),
  rule: z.string(),
  article: z.string(),
  isLonger: z.boolean(),
});

const rung = z.object({ workingDays: z.number(), recipients: z.array(z.string()) });

const ladder = z.object({
  duty: z.string(),
  rule: z.string(),
  article: z.string(),
  rungs: z.array(rung),
  thenEvery: rung.nullable(),
  isStandard: z.boolean(),
});

const termsOfKind = z.object({
  version: z.string(),
  /** Who has set them, from which day on; null: nobody has. */
  source: z
    .object({
      organisation: namedOrganisation,
      versionId: z.string(),
      validFrom: z.string(),
      isInherited: z.boolean(),
    })
    .nullable(),
  limits: z.array(limit),
  ladders: z.array(ladder),
});

/** What a body counts by on a day. */
export const termsResponse = namedOrganisation.extend({
  on: z.string(),
  petition: termsOfKind,
  conference: termsOfKind.extend({ hostKinds: z.array(z.string()) }),
  report: termsOfKind,
});

/** What a body has set from a day on. */
export const termsVersionResponse = z.object({
  id: z.string(),
  version: z.string(),
  validFrom: z.string(),
  overrides: z.record(z.string(), z.unknown()),
  legalBasis: z.object({ number: z.string(), signedOn: z.string(), issuer: z.string() }).nullable(),
  reason: z.string(),
  recordedBy: z.string().nullable(),
  recordedAt: z.string(),
  withdrawal: z.object({ by: z.string(), at: z.string(), reason: z.string() }).nullable(),
});

/** Everything that a body has set. */
export const termsVersionsResponse = z.object({ items: z.array(termsVersionResponse) });

export type TermsOfKindResponse = z.output<typeof termsOfKind>;
export type TermsResponse = z.output<typeof termsResponse>;
export type TermsVersionResponse = z.output<typeof termsVersionResponse>;
export type TermsVersionsResponse = z.output<typeof termsVersionsResponse>;

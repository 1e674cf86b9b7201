import { caseKinds, reconciliationFindings } from '@dialogue/domain';
import { z } from 'zod';

import { workflowShown } from '../cases/case.response-schemas.js';
import { limit, text } from '../http/schemas.js';

/** `GET /v1/reconciliations`. */
export const reconciliationsQuery = z.strictObject({ limit });
export type ReconciliationsQuery = z.output<typeof reconciliationsQuery>;

/** `GET /v1/reconciliations/{id}`: what follows `reconciliation/` in the id of its workflow. */
export const reconciliationId = text(100);

/** `GET /v1/reconciliations/{id}`. */
export const findingsQuery = z.strictObject({
  limit,
  /** How many findings to leave out from the beginning. */
  cursor: z
    .string()
    .regex(/^\d{1,6}$/)
    .optional(),
});
export type FindingsQuery = z.output<typeof findingsQuery>;

/** One comparison of the register with what runs. */
export const reconciliationResponse = z.object({
  id: z.string(),
  startedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
  status: z.enum(['running', 'finished', 'givenUp']),
  isByHand: z.boolean(),
  /** Workflows that it has gone through; 0 until it is over. */
  looked: z.int(),
  found: z.int(),
  /** Findings that a person has to look at. */
  forPeople: z.int(),
  workflow: workflowShown,
});
export type ReconciliationResponse = z.output<typeof reconciliationResponse>;

/** The newest first. */
export const reconciliationsResponse = z.object({ items: z.array(reconciliationResponse) });
export type ReconciliationsResponse = z.output<typeof reconciliationsResponse>;

const finding = z.object({
  kind: z.enum([...caseKinds, 'mail', 'rollout', 'import']),
  id: z.string(),
  finding: z.enum(reconciliationFindings),
  findingText: z.string(),
  action: z.enum(['started', 'restarted', 'resent', 'told', 'reported']),
  actionText: z.string(),
  needsPerson: z.boolean(),
  foundAt: z.iso.datetime(),
  workflow: workflowShown.pick({ id: true, url: true }),
});

/** One comparison with what it found and what was done, what a person has to look at first. */
export const reconciliationDetailResponse = reconciliationResponse.extend({
  items: z.array(finding),
  nextCursor: z.string().nullable(),
});
export type ReconciliationDetailResponse = z.output<typeof reconciliationDetailResponse>;

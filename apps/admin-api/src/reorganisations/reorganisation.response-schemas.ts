import { caseKinds, reorganisationProblemCodes, successionKinds } from '@dialogue/domain';
import { z } from 'zod';

import { workflowShown } from '../cases/case.response-schemas.js';

const named = z.object({ code: z.string(), name: z.string() });
const account = z.object({ id: z.string(), username: z.string() });

const handover = z.object({
  case: z.object({ kind: z.enum(caseKinds), id: z.string(), number: z.string() }),
  /** Everything of it that passes: as which of its bodies, from whom and to whom. */
  parts: z.array(
    z.object({
      part: z.enum(['organisation', 'leadOffice', 'agency', 'referral', 'body']),
      partText: z.string(),
      from: z.string(),
      to: z.string(),
    }),
  ),
});

/** What a reorganisation would do on its day; with problems, only these. */
export const reorganisationPreviewResponse = z.object({
  effectiveOn: z.string(),
  effectiveText: z.string(),
  problems: z.array(z.object({ path: z.string(), code: z.enum(reorganisationProblemCodes), message: z.string() })),
  ending: z.array(
    named.extend({
      kind: z.enum(successionKinds),
      kindText: z.string(),
      lastOn: z.string(),
      successors: z.array(named),
    }),
  ),
  beginning: z.array(
    named.extend({ kind: z.string(), level: z.string(), parentCode: z.string().nullable(), goesOnFrom: z.string() }),
  ),
  /** Each case once; the number with which the reorganisation is confirmed. */
  casesHandedOver: z.int(),
  /** How many of them are reports. */
  reportsHandedOver: z.int(),
  /** Posts with their holders, and addresses, that a successor is given because nothing else would reach it. */
  carriedOver: z.array(
    z.object({
      from: z.string(),
      to: z.string(),
      posts: z.array(z.string()),
      contacts: z.array(z.string()),
    }),
  ),
  items: z.array(handover),
  nextCursor: z.string().nullable(),
});
export type ReorganisationPreviewResponse = z.output<typeof reorganisationPreviewResponse>;

const reorganisation = z.object({
  id: z.string(),
  status: z.enum(['planned', 'inForce', 'withdrawn']),
  statusText: z.string(),
  effectiveOn: z.string(),
  effectiveText: z.string(),
  document: z.object({ number: z.string(), signedOn: z.string() }),
  reason: z.string(),
  requestedAt: z.iso.datetime(),
  requestedBy: account,
  withdrawnAt: z.iso.datetime().nullable(),
  withdrawnBy: account.nullable(),
  changes: z.array(
    z.object({
      kind: z.enum(successionKinds),
      kindText: z.string(),
      predecessor: named,
      successor: named.nullable(),
      isMain: z.boolean(),
      isNew: z.boolean(),
    }),
  ),
});

/** All reorganisations, the latest day first. */
export const reorganisationsResponse = z.object({ items: z.array(reorganisation) });
export type ReorganisationsResponse = z.output<typeof reorganisationsResponse>;
export type ReorganisationItem = z.output<typeof reorganisation>;

/** A reorganisation, and how far the open cases have taken it over. */
export const reorganisationResponse = reorganisation.extend({
  rollout: z.object({
    finishedAt: z.iso.datetime().nullable(),
    /** Cases that were told, and those that still name a body that ended; before the day: those that it will concern. */
    casesTold: z.int(),
    casesLagging: z.int(),
    workflow: workflowShown,
  }),
});
export type ReorganisationResponse = z.output<typeof reorganisationResponse>;

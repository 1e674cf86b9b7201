import { z } from 'zod';

import { uuid } from '../http/schemas.js';

/** One part of an address of a page: what it means, the page decides, and answers what means nothing as one. */
export const segment = z.string();

/** Which case: a petition or a conference, as links belong to. */
const linkedCase = { caseKind: z.enum(['petition', 'conference']), caseId: uuid };

/** `GET /v1/links`. */
export const linkQuery = z.strictObject(linkedCase);
export type LinkQuery = z.output<typeof linkQuery>;

/** `POST /v1/links/revoke`: one link, or all of the case. */
export const linkRevocation = z
  .strictObject({ ...linkedCase, link: uuid.optional() })
  .meta({ example: { caseKind: 'petition', caseId: '0190a7f4-1111-7abc-8def-0123456789ab' } });
export type LinkRevocationOrder = z.output<typeof linkRevocation>;

/** A link as the lead office sees it: never its token. */
const listedLink = z.object({
  id: z.string(),
  deliveryId: z.string(),
  letterKind: z.string(),
  letterName: z.string(),
  organisation: z.object({ code: z.string(), name: z.string() }),
  maskedAddress: z.string().nullable(),
  standing: z.enum(['open', 'used', 'expired', 'revoked']),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  firstOpenedAt: z.iso.datetime().nullable(),
  lastOpenedAt: z.iso.datetime().nullable(),
  revokedAt: z.iso.datetime().nullable(),
  revokedBecause: z.enum(['person', 'bodyLeft']).nullable(),
});

/** The links of a case, the newest first. */
export const linksResponse = z.object({ items: z.array(listedLink) });
export type LinksResponse = z.output<typeof linksResponse>;

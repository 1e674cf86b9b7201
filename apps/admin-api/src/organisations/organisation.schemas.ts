import { contactKinds } from '@dialogue/domain';
import { z } from 'zod';

import { cursor, day, limit, organisationCode, text } from '../http/schemas.js';
import { untilBeforeFrom } from '../http/validation.vi.js';

/** `GET /v1/organisations`. */
export const organisationQuery = z.strictObject({
  /** Part of the name, with or without marks, or the beginning of the code. */
  q: text(200).optional(),
  on: day.optional(),
  kind: text(50).optional(),
  /** As `GET /v1/levels` names them. */
  level: text(50).optional(),
  parent: organisationCode.optional(),
  limit,
  cursor: cursor.pipe(
    z
      .string()
      .regex(/^\d{1,6}$/)
      .optional(),
  ),
});
export type OrganisationListQuery = z.output<typeof organisationQuery>;

/** `GET /v1/organisations/{code}`, its subtree and its contacts; `GET /v1/levels`: today, or all, without a day. */
export const dayQuery = z.strictObject({ on: day.optional() });
export type DayQuery = z.output<typeof dayQuery>;

/** `POST /v1/organisations/{code}/contacts`: an address of the body itself from a day on; without both, there is none. */
export const newContact = z
  .strictObject({
    kind: z.enum(contactKinds),
    email: z.email().max(254).nullable().default(null),
    phone: text(30).nullable().default(null),
    from: day,
  })
  .meta({ example: { kind: 'desk', email: 'van.thu@example.com', phone: '0212 000 000', from: '2026-11-23' } });
export type NewContact = z.output<typeof newContact>;

/** `GET /v1/counts`, `GET /v1/organisations/{code}/counts`. */
export const countsQuery = z
  .strictObject({ by: z.enum(['agency', 'organisation']).default('agency'), from: day.optional(), to: day.optional() })
  .refine(({ from, to }) => from === undefined || to === undefined || from <= to, {
    path: ['to'],
    error: untilBeforeFrom,
  });
export type CountsListQuery = z.output<typeof countsQuery>;

import { postKinds } from '@dialogue/domain';
import { z } from 'zod';

import { cursor, day, limit, organisationCode, text } from '../http/schemas.js';
import { untilBeforeFrom } from '../http/validation.vi.js';
import { exampleTexts } from '../http/example-texts.vi.js';

/** `GET /v1/organisations`. */
export const organisationQuery = z.strictObject({
  /** Part of the name, with or without marks, or the beginning of the code. */
  q: text(200).optional(),
  on: day.optional(),
  kind: text(50).optional(),
  level: z.enum(['province', 'district', 'commune']).optional(),
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

/** `GET /v1/organisations/{code}/posts`. */
export const postsQuery = z.strictObject({ on: day.optional() });
export type PostsQuery = z.output<typeof postsQuery>;

/** `POST /v1/organisations/{code}/posts`: who holds a post from a day on. */
export const appointment = z
  .strictObject({
    kind: z.enum(postKinds),
    /** Told apart from other posts of the kind; without it the post has the usual name of its kind. */
    title: text(200).optional(),
    fullName: text(200),
    email: z.email().max(254),
    phone: text(30).optional(),
    isActing: z.boolean().default(false),
    from: day,
  })
  .meta({ example: { kind: 'clerk', fullName: exampleTexts.name, email: 'van.thu@example.com', from: '2026-11-23' } });
export type Appointment = z.output<typeof appointment>;

/** `POST /v1/post-holders/{id}/end`: the last day on which the post is held. */
export const ending = z.strictObject({ on: day }).meta({ example: { on: '2026-12-31' } });
export type Ending = z.output<typeof ending>;

/** `GET /v1/counts`, `GET /v1/organisations/{code}/counts`. */
export const countsQuery = z
  .strictObject({ by: z.enum(['agency', 'organisation']).default('agency'), from: day.optional(), to: day.optional() })
  .refine(({ from, to }) => from === undefined || to === undefined || from <= to, {
    path: ['to'],
    error: untilBeforeFrom,
  });
export type CountsListQuery = z.output<typeof countsQuery>;

import { postKinds } from '@dialogue/domain';
import { z } from 'zod';

import { cursor, day, limit, text, uuid } from '../http/schemas.js';
import { exampleTexts } from '../http/example-texts.vi.js';
import { textMissing } from '../http/validation.vi.js';
import { changeMissing, personTwice } from './posts.vi.js';

/** `GET /v1/organisations/{code}/posts`. */
export const postsQuery = z.strictObject({ on: day.optional() });
export type PostsQuery = z.output<typeof postsQuery>;

const fullName = text(200);
const email = z.email().max(254);
const phone = text(30);

/** Who takes a post: a person of the register by their id, or somebody by name and address. */
interface NamedPerson {
  readonly personId?: string | undefined;
  readonly fullName?: string | undefined;
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
}

/** `POST /v1/organisations/{code}/posts`: who holds a post from a day on. */
export const appointment = z
  .strictObject({
    kind: z.enum(postKinds),
    /** Told apart from other posts of the kind; without it the post has the usual name of its kind. */
    title: text(200).optional(),
    personId: uuid.optional(),
    fullName: fullName.optional(),
    email: email.optional(),
    phone: phone.optional(),
    isActing: z.boolean().default(false),
    from: day,
  })
  .refine(isNamedOnce, { path: ['personId'], error: personTwice })
  .refine(({ personId, fullName: name }) => personId !== undefined || name !== undefined, {
    path: ['fullName'],
    error: textMissing,
  })
  .refine(({ personId, email: address }) => personId !== undefined || address !== undefined, {
    path: ['email'],
    error: textMissing,
  })
  .meta({
    example: { kind: 'clerk', fullName: exampleTexts.name, email: 'chuyen.vien@example.com', from: '2026-11-23' },
  });
export type Appointment = z.output<typeof appointment>;

/** `POST /v1/post-holders/{id}/end`: the last day on which the post is held. */
export const ending = z.strictObject({ on: day }).meta({ example: { on: '2026-12-31' } });
export type Ending = z.output<typeof ending>;

/** `POST /v1/posts/{id}/end`: the last day of the post itself; null takes the end back. */
export const postEnding = z.strictObject({ on: day.nullable() }).meta({ example: { on: '2026-12-31' } });
export type PostEnding = z.output<typeof postEnding>;

/** `GET /v1/people`. */
export const peopleQuery = z.strictObject({
  /** Part of the name, with or without marks, or the beginning of the e-mail address. */
  q: text(200).optional(),
  limit,
  cursor: cursor.pipe(
    z
      .string()
      .regex(/^\d{1,6}$/)
      .optional(),
  ),
});
export type PeopleQuery = z.output<typeof peopleQuery>;

/** `POST /v1/people`. */
export const newPerson = z
  .strictObject({ fullName, email: email.optional(), phone: phone.optional() })
  .meta({ example: { fullName: exampleTexts.name, email: 'chuyen.vien@example.com' } });
export type NewPerson = z.output<typeof newPerson>;

/** `POST /v1/people/{id}/correct`: what is absent stays, null is none. */
export const correction = z
  .strictObject({
    fullName: fullName.optional(),
    email: email.nullable().optional(),
    phone: phone.nullable().optional(),
  })
  .refine((changes) => Object.values(changes).some((value) => value !== undefined), {
    path: ['fullName'],
    error: changeMissing,
  })
  .meta({ example: { email: 'chuyen.vien@example.com', phone: null } });
export type Correction = z.output<typeof correction>;

function isNamedOnce({ personId, fullName: name, email: address, phone: number }: NamedPerson): boolean {
  return personId === undefined || [name, address, number].every((given) => given === undefined);
}

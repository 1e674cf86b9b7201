import { postKinds } from '@dialogue/domain';
import { z } from 'zod';

import { namedOrganisation } from '../organisations/organisation.response-schemas.js';

/** Somebody who holds, held or will hold a post. */
const person = z.object({
  id: z.string(),
  fullName: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
});

const holder = person.extend({
  personId: z.string(),
  isActing: z.boolean(),
  validFrom: z.string(),
  validTo: z.string().nullable(),
});

/** A post with those who hold it. */
const postResponse = z.object({
  id: z.string(),
  kind: z.enum(postKinds),
  title: z.string(),
  validFrom: z.string().nullable(),
  validTo: z.string().nullable(),
  holders: z.array(holder),
});

/** The posts of a body. */
export const postsResponse = z.object({ items: z.array(postResponse) });

/** Somebody was put into a post. */
export const appointmentResponse = z.object({ postId: z.string(), holderId: z.string() });

/** A page of people. */
export const personPageResponse = z.object({ items: z.array(person), nextCursor: z.string().nullable() });

/** A person with the posts that they hold. */
export const personResponse = person.extend({
  posts: z.array(
    z.object({
      holderId: z.string(),
      postId: z.string(),
      organisation: namedOrganisation,
      kind: z.enum(postKinds),
      title: z.string(),
      isActing: z.boolean(),
      validFrom: z.string(),
      validTo: z.string().nullable(),
    }),
  ),
});

export type PostsResponse = z.output<typeof postsResponse>;
export type AppointmentResponse = z.output<typeof appointmentResponse>;
export type PersonPageResponse = z.output<typeof personPageResponse>;
export type PersonResponse = z.output<typeof personResponse>;

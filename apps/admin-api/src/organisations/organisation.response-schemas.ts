import { postKinds } from '@dialogue/domain';
import { z } from 'zod';

/** A body by code and name, wherever one is mentioned. */
export const namedOrganisation = z.object({ code: z.string(), name: z.string() });

/** One body or administrative unit. */
export const organisationResponse = namedOrganisation.extend({
  kind: z.string(),
  level: z.enum(['province', 'district', 'commune']),
  parentCode: z.string().nullable(),
  validFrom: z.string().nullable(),
  validTo: z.string().nullable(),
  successorCode: z.string().nullable(),
});

/** A page of bodies. */
export const organisationPageResponse = z.object({
  items: z.array(organisationResponse),
  nextCursor: z.string().nullable(),
});

const holder = z.object({
  id: z.string(),
  fullName: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
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

/** The figures of one body. */
export const countsResponse = namedOrganisation.extend({
  received: z.int(),
  answeredInTime: z.int(),
  answeredLate: z.int(),
  overdue: z.int(),
  breached: z.int(),
  resolved: z.int(),
});

/** The figures of every body in sight. */
export const countsPageResponse = z.object({ items: z.array(countsResponse) });

export type OrganisationResponse = z.output<typeof organisationResponse>;
export type OrganisationPageResponse = z.output<typeof organisationPageResponse>;
export type PostsResponse = z.output<typeof postsResponse>;
export type AppointmentResponse = z.output<typeof appointmentResponse>;
export type CountsResponse = z.output<typeof countsResponse>;
export type CountsPageResponse = z.output<typeof countsPageResponse>;

import { contactKinds, successionKinds } from '@dialogue/domain';
import { z } from 'zod';

/** A body by code and name, wherever one is mentioned. */
export const namedOrganisation = z.object({ code: z.string(), name: z.string() });

/** One body or administrative unit. */
const organisationResponse = namedOrganisation.extend({
  kind: z.string(),
  level: z.string(),
  levelName: z.string(),
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

/** Levels of the country's order, the highest first. */
export const levelsResponse = z.object({
  items: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      rank: z.int(),
      validFrom: z.string().nullable(),
      validTo: z.string().nullable(),
    }),
  ),
});

const succession = namedOrganisation.extend({
  kind: z.enum(successionKinds),
  /** The first day of the successor. */
  on: z.string(),
  /** The past's figures and the open work go to the main one. */
  isMain: z.boolean(),
});

/** A body as it stood on a day. */
export const organisationOnDayResponse = organisationResponse.extend({
  on: z.string(),
  isInForce: z.boolean(),
  /** The nearest first. */
  parents: z.array(namedOrganisation),
  /** Who answers for it on that day: itself, its committee, or who has taken over; null: nobody. */
  answeredBy: namedOrganisation.nullable(),
  predecessors: z.array(succession),
  successors: z.array(succession),
});

/** A body and what is below it on a day, level by level. */
export const organisationSubtreeResponse = z.object({ on: z.string(), items: z.array(organisationResponse) });

/** The addresses of a body itself, from which day to which. */
export const contactsResponse = z.object({
  items: z.array(
    z.object({
      kind: z.enum(contactKinds),
      email: z.string().nullable(),
      phone: z.string().nullable(),
      validFrom: z.string(),
      validTo: z.string().nullable(),
    }),
  ),
});

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
export type LevelsResponse = z.output<typeof levelsResponse>;
export type OrganisationOnDayResponse = z.output<typeof organisationOnDayResponse>;
export type OrganisationSubtreeResponse = z.output<typeof organisationSubtreeResponse>;
export type ContactsResponse = z.output<typeof contactsResponse>;
export type CountsResponse = z.output<typeof countsResponse>;
export type CountsPageResponse = z.output<typeof countsPageResponse>;

import { conferenceFlags, conferenceHosts, conferenceKinds, conferenceStages, postKinds } from '@dialogue/domain';
import { conferenceSorts } from '@dialogue/persistence';
import { z } from 'zod';

import {
  cursor,
  day,
  dueRange,
  fieldCode,
  futureDay,
  hour,
  inOrder,
  limit,
  organisationCode,
  organisationCodes,
  reason,
  severalCodes,
  severalFields,
  severalOf,
  text,
  uuid,
} from '../http/schemas.js';
import { exampleTexts } from '../http/example-texts.vi.js';
import { fieldRefused, fieldRequired } from './conferences.vi.js';

/** `POST /v1/conferences` (D8.1a). */
export const conferencePlan = z
  .strictObject({
    kind: z.enum(conferenceKinds),
    host: z.enum(conferenceHosts),
    organisation: organisationCode,
    /** As which the host speaks; absent: what the register knows of the organisation's head (D7). */
    hostPost: z.enum(postKinds).optional(),
    /** Another office than article 7 names, why, and by whom it was named where the text leaves it to somebody: a title. */
    leadOffice: organisationCode.optional(),
    leadOfficeReason: reason.optional(),
    leadOfficeNamedBy: text(200).optional(),
    /** Others concerned, beside those that article 7 names. */
    coordinating: organisationCodes(0, 50).default([]),
    field: fieldCode.optional(),
    title: text(300),
    contents: text(20_000),
    place: text(500),
    programme: text(20_000).optional(),
    on: futureDay,
    startsAt: hour,
  })
  // D6.2b: an ad hoc conference has exactly one field; a periodic one is open to all.
  .refine(({ kind, field }) => kind !== 'adHoc' || field !== undefined, { path: ['field'], error: fieldRequired })
  .refine(({ kind, field }) => kind !== 'periodic' || field === undefined, { path: ['field'], error: fieldRefused })
  .meta({
    example: {
      kind: 'periodic',
      host: 'levelHead',
      organisation: 'SL-UBND',
      hostPost: 'committeeChair',
      title: exampleTexts.conferenceTitle,
      contents: exampleTexts.conferenceContents,
      place: exampleTexts.place,
      programme: exampleTexts.programme,
      on: '2026-12-21',
      startsAt: '08:00',
    },
  });
export type ConferencePlanBody = z.output<typeof conferencePlan>;

const filters = {
  stage: severalOf(conferenceStages).optional(),
  kind: z.enum(conferenceKinds).optional(),
  /** Hosted by the head of this body, or of one below it on the day. */
  organisation: organisationCode.optional(),
  /** Hosted by the head of this body itself. */
  host: organisationCode.optional(),
  hostPost: severalOf(postKinds).optional(),
  /** A body that prepares it, coordinates, was asked or invited. */
  agency: severalCodes.optional(),
  field: severalFields.optional(),
  flag: severalOf(conferenceFlags).optional(),
  /** Held, or to be held, from this day to that one. */
  from: day.optional(),
  to: day.optional(),
  ...dueRange,
  text: text(200).optional(),
  sort: z.enum(conferenceSorts).default('newest'),
};
const ranges = [
  ['from', 'to'],
  ['dueFrom', 'dueTo'],
] as const;

/** `GET /v1/conferences/counts`, `GET /v1/conferences.csv`. */
export const conferenceFilters = inOrder(z.strictObject(filters), ranges);
export type ConferenceFilters = z.output<typeof conferenceFilters>;

/** `GET /v1/conferences`. */
export const conferenceQuery = inOrder(z.strictObject({ ...filters, limit, cursor }), ranges);
export type ConferenceQuery = z.output<typeof conferenceQuery>;

/** The parameter of routes of one conference. */
export const conferenceId = uuid;

/** D10.3b: which version of the minutes. */
export const minutesVersion = z.coerce.number().int().min(1).max(10_000);

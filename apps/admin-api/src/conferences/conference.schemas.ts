import { conferenceHosts, conferenceKinds, conferenceStages, petitionFields, postKinds } from '@dialogue/domain';
import { z } from 'zod';

import {
  cursor,
  day,
  futureDay,
  hour,
  limit,
  organisationCode,
  organisationCodes,
  reason,
  text,
  uuid,
} from '../http/schemas.js';
import { exampleTexts } from '../http/example-texts.vi.js';
import { untilBeforeFrom } from '../http/validation.vi.js';
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
    field: z.enum(petitionFields).optional(),
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

/** `GET /v1/conferences`. */
export const conferenceQuery = z
  .strictObject({
    stage: z.enum(conferenceStages).optional(),
    organisation: organisationCode.optional(),
    /** Held, or to be held, from this day to that one. */
    from: day.optional(),
    to: day.optional(),
    limit,
    cursor,
  })
  .refine(({ from, to }) => from === undefined || to === undefined || from <= to, {
    path: ['to'],
    error: untilBeforeFrom,
  });
export type ConferenceQuery = z.output<typeof conferenceQuery>;

/** The parameter of routes of one conference. */
export const conferenceId = uuid;

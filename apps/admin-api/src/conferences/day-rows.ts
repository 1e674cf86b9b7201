import { attendeeRanks } from '@dialogue/domain';
import { z } from 'zod';

import { namedBodies } from '../cases/bodies.js';
import type { CommandRow } from '../cases/command-row.js';
import { requireEvidenceOfHost } from '../cases/evidence.js';
import { ApiError } from '../errors/api-error.js';
import {
  day,
  document,
  evidence,
  hour,
  organisationCode,
  organisationCodes,
  reason,
  text,
  uuid,
} from '../http/schemas.js';
import { conferenceRow as row, type ConferenceRouteKind } from './conference-row.js';
import { representativeNotPresent } from './conferences.vi.js';

type DayRouteKind = Extract<
  ConferenceRouteKind,
  'registerSpeaker' | 'recordHeld' | 'recordFailed' | 'recordDirection' | 'saveMinutes' | 'signMinutes'
>;

/** How many bodies one command may name. */
export const manyBodies = 200;

const longest = 20_000;

/** D9, D10.3a: who came, in which rank, who did not, how many people there were. */
const attendance = z
  .strictObject({
    present: organisationCodes(0, manyBodies).default([]),
    absent: organisationCodes(0, manyBodies).default([]),
    representatives: z
      .array(
        z.strictObject({ organisation: organisationCode, rank: z.enum(attendeeRanks), name: text(200).optional() }),
      )
      .max(manyBodies)
      .default([]),
    people: z.int().min(0).max(100_000),
  })
  .refine(({ present, representatives }) => representatives.every((each) => present.includes(each.organisation)), {
    path: ['representatives'],
    error: representativeNotPresent,
  });

/** D9: who spoke and about what, in this order. */
const speakers = z.array(text(2000)).max(200).default([]);

/** D9: the five steps, in the order of the text. */
const proceedings = z
  .strictObject({
    programme: text(longest).optional(),
    purpose: text(longest).optional(),
    speeches: text(longest).optional(),
    answers: text(longest).optional(),
    conclusion: text(longest).optional(),
  })
  .optional();

/** D8.3b: another day, or none. */
const direction = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('newDate'), on: day, startsAt: hour }),
  z.strictObject({ kind: z.literal('close') }),
]);

/** The day of the conference, and what becomes of one that failed (D8.3b, D9, D10.3b). */
export const dayRows: Readonly<Record<DayRouteKind, CommandRow>> = {
  registerSpeaker: row(
    'registerSpeaker',
    { speaker: text(300), content: text(5000), petition: uuid.optional() },
    async ({ petition = null, ...words }, { register }) => {
      // D11.1d: a speaker by name beside the petition of somebody who is protected says who that is.
      if (petition !== null && (await register.petitionScope(petition))?.isProtected === true)
        throw new ApiError('identity.protected', { rule: 'D11.1d' });
      return { command: { kind: 'registerSpeaker', petitionId: petition }, words };
    },
  ),
  recordHeld: row(
    'recordHeld',
    { heldOn: day, attendance, speakers, proceedings, minutes: text(longest).optional() },
    async ({ heldOn, attendance: { present, absent, ...counted }, ...words }, context) => ({
      command: {
        ...{ kind: 'recordHeld', heldOn },
        ...(absent.length > 0 ? { absent } : {}),
        ...(words.minutes === undefined ? {} : { hasMinutes: true }),
      },
      words: {
        attendance: {
          present: await namedBodies(context, present, 'attendance.present'),
          absent: await namedBodies(context, absent, 'attendance.absent'),
          ...counted,
        },
        ...words,
      },
    }),
  ),
  recordFailed: row(
    'recordFailed',
    { failedOn: day, document, reason, minutes: text(longest) },
    ({ failedOn, document: by, ...words }) => ({ command: { kind: 'recordFailed', failedOn, document: by }, words }),
  ),
  recordDirection: row(
    'recordDirection',
    { document: evidence, direction, text: text(longest) },
    ({ document: { signatory, ...by }, direction: to, ...words }) => ({
      command: { kind: 'recordDirection', document: by, direction: to },
      words: { signatory, ...words },
    }),
  ),
  saveMinutes: row('saveMinutes', { text: text(50_000), proceedings }, (words) => ({
    command: { kind: 'saveMinutes' },
    words,
  })),
  signMinutes: row(
    'signMinutes',
    { version: z.int().min(1).max(10_000), signedOn: day, evidence: evidence.optional() },
    ({ version, signedOn, ...words }, { account }) => {
      requireEvidenceOfHost(account.role, words);
      return { command: { kind: 'signMinutes', version, signedOn }, words };
    },
  ),
};

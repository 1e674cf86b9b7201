import { z } from 'zod';

import { namedBodies } from '../cases/bodies.js';
import type { CommandRow } from '../cases/command-row.js';
import { termsToAdopt } from '../cases/terms-to-adopt.js';
import { day, document, hour, organisationCodes, reason, remark, text } from '../http/schemas.js';
import { conclusions, splitConclusions } from './conclusions.js';
import { conferenceRow as row, type ConferenceRouteKind } from './conference-row.js';
import { handlings, requirePetitionsOf } from './handlings.js';
import { preparationCommands } from './preparation-commands.js';

/** How many bodies one command may name. */
const manyBodies = 200;

/** D9, D10.3b: who came, who did not, how many people there were. */
const attendance = z.strictObject({
  present: organisationCodes(0, manyBodies).default([]),
  absent: organisationCodes(0, manyBodies).default([]),
  people: z.int().min(0).max(100_000),
});

/** D9: who spoke and about what, in this order. */
const speakers = z.array(text(2000)).max(200).default([]);

/** The commands of the life cycle, each a route `POST /v1/conferences/{id}/<kind>`. Adding a command is adding a row. */
export const conferenceCommands: Readonly<Record<ConferenceRouteKind, CommandRow>> = {
  ...preparationCommands,
  // D8.1a: the host approves what lies before him; an office enters the approval with its document.
  approvePlan: row('approvePlan', { document, remark }, ({ document: by, ...words }, { account }) => ({
    command: { kind: 'approvePlan', document: by, ...(account.role === 'host' ? { asSubmitted: true } : {}) },
    words,
  })),
  requestOpinions: row(
    'requestOpinions',
    { bodies: organisationCodes(1, manyBodies), content: text(5000) },
    async ({ bodies, ...words }, context) => ({
      command: { kind: 'requestOpinions', bodies: await namedBodies(context, bodies, 'bodies') },
      words,
    }),
  ),
  holdBriefing: row('holdBriefing', { heldOn: day, handlings, remark }, async ({ heldOn, ...words }, context) => {
    await requirePetitionsOf(context, words.handlings);
    return { command: { kind: 'holdBriefing', heldOn }, words };
  }),
  sendInvitations: row(
    'sendInvitations',
    { guests: organisationCodes(1, manyBodies), remark },
    async ({ guests, ...words }, context) => ({
      command: { kind: 'sendInvitations', guests: await namedBodies(context, guests, 'guests') },
      words,
    }),
  ),
  reschedule: row('reschedule', { on: day, startsAt: hour, reason }, ({ on, startsAt, ...words }) => ({
    command: { kind: 'reschedule', on, startsAt },
    words,
  })),
  cancel: row('cancel', { reason }, (words) => ({ command: { kind: 'cancel' }, words })),
  recordHeld: row(
    'recordHeld',
    { heldOn: day, attendance, speakers, minutes: text(20_000).optional() },
    async ({ heldOn, attendance: { present, absent, people }, ...words }, context) => ({
      command: { kind: 'recordHeld', heldOn },
      words: {
        attendance: {
          present: await namedBodies(context, present, 'attendance.present'),
          absent: await namedBodies(context, absent, 'attendance.absent'),
          people,
        },
        ...words,
      },
    }),
  ),
  conclude: row('conclude', { conclusions }, splitConclusions),
  issueConclusionNotice: row(
    'issueConclusionNotice',
    { document, text: text(50_000) },
    ({ document: by, ...words }) => ({ command: { kind: 'issueConclusionNotice', document: by }, words }),
  ),
  issueResultReport: row('issueResultReport', { document, text: text(50_000) }, ({ document: by, ...words }) => ({
    command: { kind: 'issueResultReport', document: by },
    words,
  })),
  close: row('close', { remark }, (words) => ({ command: { kind: 'close' }, words })),
  adoptTerms: row('adoptTerms', { reason }, async (words, context) => ({
    command: { kind: 'adoptTerms', terms: await termsToAdopt(context, 'conference') },
    words,
  })),
};

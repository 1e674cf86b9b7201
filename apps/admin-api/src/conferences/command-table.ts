import { namedBodies } from '../cases/bodies.js';
import type { CommandRow } from '../cases/command-row.js';
import { requireSignatoryOfHost } from '../cases/evidence.js';
import { termsToAdopt } from '../cases/terms-to-adopt.js';
import { day, document, evidence, hour, organisationCodes, reason, remark, text } from '../http/schemas.js';
import { afterwardsRows } from './afterwards-rows.js';
import { conclusions, splitConclusions } from './conclusions.js';
import { conferenceRow as row, type ConferenceRouteKind } from './conference-row.js';
import { dayRows, manyBodies } from './day-rows.js';
import { handlings, requirePetitionsOf } from './handlings.js';
import { preparationCommands } from './preparation-commands.js';

/** The commands of the life cycle, each a route `POST /v1/conferences/{id}/<kind>`. Adding a command is adding a row. */
export const conferenceCommands: Readonly<Record<ConferenceRouteKind, CommandRow>> = {
  ...preparationCommands,
  // D8.1a: the host approves what lies before him; an office enters the approval with the document that he signed.
  approvePlan: row(
    'approvePlan',
    { document: evidence.partial({ signatory: true }), remark },
    ({ document: { signatory, ...by }, ...words }, { account }) => {
      requireSignatoryOfHost(account.role, signatory);
      return {
        command: { kind: 'approvePlan', document: by, ...(account.role === 'host' ? { asSubmitted: true } : {}) },
        words: signatory === undefined ? words : { signatory, ...words },
      };
    },
  ),
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
  postpone: row('postpone', { reason }, (words) => ({ command: { kind: 'postpone' }, words })),
  cancel: row('cancel', { reason }, (words) => ({ command: { kind: 'cancel' }, words })),
  ...dayRows,
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
  ...afterwardsRows,
  close: row('close', { remark }, (words) => ({ command: { kind: 'close' }, words })),
  adoptTerms: row('adoptTerms', { reason }, async (words, context) => ({
    command: { kind: 'adoptTerms', terms: await termsToAdopt(context, 'conference') },
    words,
  })),
};

import type { DutyKind } from '@dialogue/domain';
import { accountRoles, deliveryStates } from '@dialogue/persistence';
import { z } from 'zod';

import { deliveryTroubles, letterDeadline } from '../http/delivery-troubles.js';
import { dropShown } from './drop.response.js';
import { namedOrganisation } from '../organisations/organisation.response-schemas.js';

/** A day, an instant, a document, an account, as every case shows them. */
export const dayShown = z.string();
export const instantShown = z.iso.datetime();
export const documentShown = z.object({ number: z.string(), signedOn: dayShown });
export const accountShown = z.object({ id: z.string(), username: z.string() }).nullable();

/** A rule, and where it stands in the regulation. */
const citedShown = { rule: z.string(), article: z.string() };

/** The page on which everybody reads how a deadline was counted. */
const workingUrl = z.string();

/** What falls due next. */
export const nextShown = z.object({ dueOn: dayShown, dueText: z.string(), ...citedShown, workingUrl }).nullable();

/** Something that somebody owes, or owed, by a day. */
const dutyShown = z.object({
  number: z.int(),
  ...citedShown,
  anchorOn: dayShown,
  dueOn: dayShown,
  dueText: z.string(),
  workingUrl,
  isProvisional: z.boolean(),
  /** The day had passed before it could begin: due at once. */
  isBelated: z.boolean(),
  owedBy: z.object({ role: z.enum(['leadOffice', 'agency', 'host']), organisation: namedOrganisation.nullable() }),
  isOpen: z.boolean(),
  missedAt: instantShown.nullable(),
  doneAt: instantShown.nullable(),
  /** Who was urged, and when: reminders before the due date, escalations after it. */
  rungs: z.array(
    z.object({
      workingDays: z.int(),
      dueOn: dayShown,
      at: instantShown,
      recipients: z.array(z.string()),
      letterId: z.string(),
    }),
  ),
});

/** Who acted; null: time itself, or the system. */
const actor = z
  .object({
    id: z.string(),
    username: z.string(),
    role: z.enum(accountRoles),
    roleName: z.string(),
    organisation: namedOrganisation.nullable(),
  })
  .nullable();

/** A body that acted by the link of a letter, without an account; of the address only what tells it from another. */
const linkActor = z
  .object({
    organisation: namedOrganisation,
    letterKind: z.string(),
    letterName: z.string(),
    maskedAddress: z.string().nullable(),
  })
  .nullable();

/** The document that proves an act which was entered for somebody else, and who signed it. */
const onBehalf = z.object({ number: z.string(), signedOn: dayShown, signatory: z.string() }).nullable();

const history = z.object({
  sequence: z.int(),
  event: z.string(),
  at: instantShown,
  ...citedShown,
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  actor,
  link: linkActor,
  onBehalf,
  /** Who did what, for whom, by which rule, in one sentence. */
  sentence: z.string(),
  command: z.string().nullable(),
  commandId: z.string().nullable(),
  recordedAt: instantShown,
  words: z.record(z.string(), z.unknown()).nullable(),
});

/** A page of what has happened. */
export const historyPageResponse = z.object({ items: z.array(history), nextCursor: z.string().nullable() });

/** A document by which an act is known, or which proves it. */
const caseDocument = documentShown.extend({
  signatory: z.string().nullable(),
  /** What it is in its command: `document`, `evidence`, `request`. */
  part: z.string(),
  isEvidence: z.boolean(),
  sequence: z.int(),
  event: z.string(),
  command: z.string().nullable(),
  at: instantShown,
  ...citedShown,
  actor,
  link: linkActor,
});

/** A file that a command has brought; what the reader may not open is not listed. */
const caseFile = z.object({
  id: z.string(),
  name: z.string(),
  contentType: z.string(),
  bytes: z.int(),
  createdAt: instantShown,
  isForAgency: z.boolean(),
  /** The first command that named it. */
  command: z.string(),
});

const delivery = z.object({
  id: z.string(),
  role: z.string(),
  organisation: namedOrganisation.nullable(),
  postTitle: z.string().nullable(),
  fullName: z.string().nullable(),
  /** Null as well for whoever may not see how people are reached. */
  address: z.string().nullable(),
  state: z.enum(deliveryStates),
  attempts: z.int(),
  smtpCode: z.int().nullable(),
  /** In the words of the mail server, which may name the address: shown to those who may see it. */
  smtpAnswer: z.string().nullable(),
  queuedAt: instantShown,
  /** Not before: it waits for the morning, or for a digest; null: it goes at once. */
  sendAfter: instantShown.nullable(),
  /** Why it was not sent, with its name. */
  dropped: dropShown.nullable(),
  /** The delivery of the digest that it goes with. */
  digestId: z.string().nullable(),
  sentAt: instantShown.nullable(),
  updatedAt: instantShown,
  ...deliveryTroubles,
  workflowId: z.string(),
});

const letter = z.object({
  id: z.string(),
  key: z.string(),
  kind: z.string(),
  sequence: z.int(),
  owedAt: instantShown,
  ...citedShown,
  /** The deadline that it speaks of, whatever becomes of the letter. */
  deadline: letterDeadline.nullable(),
  deliveries: z.array(delivery),
});

/** The workflow of the case, and where the Temporal UI shows it; null: this installation has none. */
export const workflowShown = z.object({ id: z.string(), taskQueue: z.string(), url: z.string().nullable() });

/** What every case shows of itself, whatever its kind. */
export function caseRecordShown<Kind extends DutyKind>(
  kinds: readonly Kind[],
): {
  readonly duties: z.ZodArray<ReturnType<typeof dutyOf<Kind>>>;
  readonly history: z.ZodArray<typeof history>;
  readonly hasOlderHistory: z.ZodBoolean;
  readonly documents: z.ZodArray<typeof caseDocument>;
  readonly files: z.ZodArray<typeof caseFile>;
  readonly letters: z.ZodArray<typeof letter>;
  readonly workflow: typeof workflowShown;
} {
  return {
    duties: z.array(dutyOf(kinds)),
    // The newest events, oldest first; older ones are found on the pages of the history.
    history: z.array(history),
    hasOlderHistory: z.boolean(),
    documents: z.array(caseDocument),
    files: z.array(caseFile),
    letters: z.array(letter),
    workflow: workflowShown,
  };
}

function dutyOf<Kind extends DutyKind>(
  kinds: readonly Kind[],
): ReturnType<typeof dutyShown.extend<{ kind: z.ZodEnum<{ [Each in Kind]: Each }> }>> {
  return dutyShown.extend({ kind: z.enum(kinds) });
}

export type DutyResponse<Kind extends DutyKind> = z.output<typeof dutyShown> & { readonly kind: Kind };
export type HistoryResponse = z.output<typeof history>;
export type HistoryPageResponse = z.output<typeof historyPageResponse>;
export type CaseDocumentResponse = z.output<typeof caseDocument>;
export type CaseFileResponse = z.output<typeof caseFile>;
export type LetterResponse = z.output<typeof letter>;
export type WorkflowResponse = z.output<typeof workflowShown>;
export type NextResponse = z.output<typeof nextShown>;

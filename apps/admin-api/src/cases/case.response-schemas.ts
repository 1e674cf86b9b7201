import type { DutyKind } from '@dialogue/domain';
import { deliveryStates } from '@dialogue/persistence';
import { z } from 'zod';

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
});

const history = z.object({
  sequence: z.int(),
  event: z.string(),
  at: instantShown,
  ...citedShown,
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  actor: accountShown,
  commandId: z.string().nullable(),
  recordedAt: instantShown,
  words: z.record(z.string(), z.unknown()).nullable(),
});

const delivery = z.object({
  id: z.string(),
  role: z.string(),
  organisation: namedOrganisation.nullable(),
  postTitle: z.string().nullable(),
  fullName: z.string().nullable(),
  address: z.string().nullable(),
  state: z.enum(deliveryStates),
  attempts: z.int(),
  smtpCode: z.int().nullable(),
  sentAt: instantShown.nullable(),
  updatedAt: instantShown,
  workflowId: z.string(),
});

const letter = z.object({
  id: z.string(),
  key: z.string(),
  kind: z.string(),
  sequence: z.int(),
  owedAt: instantShown,
  ...citedShown,
  deliveries: z.array(delivery),
});

/** Where the Temporal UI shows the case. */
const workflow = z.object({ id: z.string(), taskQueue: z.string(), url: z.string() });

/** What every case shows of itself, whatever its kind. */
export function caseRecordShown<Kind extends DutyKind>(
  kinds: readonly Kind[],
): {
  readonly duties: z.ZodArray<ReturnType<typeof dutyOf<Kind>>>;
  readonly history: z.ZodArray<typeof history>;
  readonly letters: z.ZodArray<typeof letter>;
  readonly workflow: typeof workflow;
} {
  return { duties: z.array(dutyOf(kinds)), history: z.array(history), letters: z.array(letter), workflow };
}

function dutyOf<Kind extends DutyKind>(
  kinds: readonly Kind[],
): ReturnType<typeof dutyShown.extend<{ kind: z.ZodEnum<{ [Each in Kind]: Each }> }>> {
  return dutyShown.extend({ kind: z.enum(kinds) });
}

export type DutyResponse<Kind extends DutyKind> = z.output<typeof dutyShown> & { readonly kind: Kind };
export type HistoryResponse = z.output<typeof history>;
export type LetterResponse = z.output<typeof letter>;
export type WorkflowResponse = z.output<typeof workflow>;
export type NextResponse = z.output<typeof nextShown>;

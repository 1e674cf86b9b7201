import {
  answerKinds,
  noticeMeans,
  otherProcedures,
  petitionFields,
  type OrganisationCode,
  type PetitionCommand,
  type PetitionCommandKind,
} from '@dialogue/domain';
import type { AccountRole, Organisation } from '@dialogue/persistence';
import { z } from 'zod';

import type { Permission } from '../auth/permissions.js';
import { ApiError } from '../errors/api-error.js';
import { day, document, evidence, organisationCode, text } from '../http/schemas.js';
import { examples } from './command-examples.js';
import { evidenceMissing, forLeadOffice } from './commands.vi.js';

/** The commands with a route of their own: `register` has the list's, `noteDelivery` is the system's. */
export type RoutedCommandKind = Exclude<PetitionCommandKind, 'register' | 'noteDelivery'>;

/** What a command is decided with besides its body. */
export interface CommandContext {
  readonly role: AccountRole;
  /** @throws ApiError `organisation.unknown` when no such body is in force today. */
  readonly organisationInForce: (code: OrganisationCode, field: string) => Promise<Organisation>;
}

/** A command as it goes through the door: what its case may know, and the words that stay in the register. */
export interface SplitCommand {
  readonly command: PetitionCommand;
  readonly words: Readonly<Record<string, unknown>> | null;
}

/** One command of a petition: who may give it, what it says, what becomes of that. */
export interface CommandRow {
  readonly permission: Permission;
  readonly body: z.ZodObject;
  /** Takes a body that was validated. */
  readonly split: (body: unknown, context: CommandContext) => SplitCommand | Promise<SplitCommand>;
}

const remark = text(2000).optional();
const reason = text(2000);

/** The commands of the life cycle, each a route `POST /v1/petitions/{id}/<kind>`. Adding a command is adding a row. */
export const commandTable: Readonly<Record<RoutedCommandKind, CommandRow>> = {
  accept: row('accept', { field: z.enum(petitionFields), remark }, ({ field, ...words }) => ({
    command: { kind: 'accept', field },
    words,
  })),
  redirect: row('redirect', { procedure: z.enum(otherProcedures), reason }, ({ procedure, ...words }) => ({
    command: { kind: 'redirect', procedure },
    words,
  })),
  assign: row(
    'assign',
    { agency: organisationCode, document, remark },
    async ({ agency, document: by, ...words }, { organisationInForce }) => {
      const { name } = await organisationInForce(agency, 'agency');
      return { command: { kind: 'assign', agency, agencyName: name, document: by }, words };
    },
  ),
  acknowledge: row(
    'acknowledge',
    { arrivalNumber: text(100), receivedOn: day, evidence: evidence.optional(), remark },
    ({ arrivalNumber, receivedOn, ...words }, { role }) => {
      requireEvidence(role, words);
      return {
        command: { kind: 'acknowledge', arrivalNumber, receivedOn, isEvidenced: words.evidence !== undefined },
        words,
      };
    },
  ),
  answer: row(
    'answer',
    {
      answer: z.enum(answerKinds),
      document,
      text: text(20_000),
      arrivedOn: day.optional(),
      nextReportOn: day.optional(),
      evidence: evidence.optional(),
      remark,
    },
    ({ answer, document: by, arrivedOn = null, nextReportOn = null, ...words }, { role }) => {
      requireEvidence(role, words);
      if (role === 'agency' && arrivedOn !== null)
        throw refusedField('command.field_of_lead_office', 'arrivedOn', forLeadOffice);
      return { command: { kind: 'answer', answer, document: by, arrivedOn, nextReportOn }, words };
    },
  ),
  approveAnswer: row('approveAnswer', { remark }, (words) => ({ command: { kind: 'approveAnswer' }, words })),
  sendBackAnswer: row('sendBackAnswer', { reason }, (words) => ({ command: { kind: 'sendBackAnswer' }, words })),
  recordResolution: row('recordResolution', { evidence, remark }, (words) => ({
    command: { kind: 'recordResolution' },
    words,
  })),
  recordNoticeSent: row(
    'recordNoticeSent',
    { number: text(100), sentOn: day, means: z.enum(noticeMeans), remark },
    ({ number, sentOn, means, ...words }) => ({ command: { kind: 'recordNoticeSent', number, sentOn, means }, words }),
  ),
  withdraw: row('withdraw', { reason, evidence }, (words) => ({ command: { kind: 'withdraw' }, words })),
  close: row('close', { remark }, (words) => ({ command: { kind: 'close' }, words })),
  reopen: row('reopen', { reason }, (words) => ({ command: { kind: 'reopen' }, words })),
};

/** The commands in the order of the table. */
export const routedCommandKinds = Object.keys(commandTable).filter(
  (kind): kind is RoutedCommandKind => kind in commandTable,
);

function row<Shape extends z.ZodRawShape>(
  kind: RoutedCommandKind,
  shape: Shape,
  split: (
    body: z.output<z.ZodObject<Shape, z.core.$strict>>,
    context: CommandContext,
  ) => SplitCommand | Promise<SplitCommand>,
): CommandRow {
  const body = z.strictObject(shape).meta({ example: examples[kind] });
  // Parsed again, so that the types of the row hold without a cast; a schema takes its own result for input.
  return {
    permission: `petition:${kind}`,
    body,
    split: async (given, context) => withoutEmptyWords(await split(body.parse(given), context)),
  };
}

/** An act of the agency, entered by somebody else, needs the document that proves it. */
function requireEvidence(role: AccountRole, words: { readonly evidence?: unknown }): void {
  if (role !== 'agency' && words.evidence === undefined)
    throw refusedField('command.evidence_required', 'evidence', evidenceMissing);
}

function refusedField(
  code: 'command.evidence_required' | 'command.field_of_lead_office',
  path: string,
  message: string,
): ApiError {
  return new ApiError(code, { fields: [{ path, message }] });
}

function withoutEmptyWords({ command, words }: SplitCommand): SplitCommand {
  const isEmpty = Object.values(words ?? {}).every((word) => word === undefined);
  return { command, words: isEmpty ? null : words };
}

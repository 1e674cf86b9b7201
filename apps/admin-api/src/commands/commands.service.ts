import { citationOf, type CaseReference } from '@dialogue/domain';
import type { Account, Door, DoorKind, Register, StoredCommand } from '@dialogue/persistence';
import { z } from 'zod';

import type { Scopes } from '../auth/scope.js';
import { ApiError } from '../errors/api-error.js';
import { CommandRefused } from '../errors/command-refused.js';
import { errorResponse } from '../errors/error-response.js';

/** What became of a command: the page behind the link of a 202. */
export const commandResponse = z.object({
  commandId: z.string(),
  status: z.enum(['pending', 'accepted', 'refused']),
  kind: z.string(),
  /** What the command is about: `/v1/petitions/{id}`, `/v1/reports/{organisation}/{period}`. */
  subject: z.string(),
  receivedAt: z.iso.datetime(),
  decidedAt: z.iso.datetime().nullable(),
  code: z.string().nullable(),
  message: z.string().nullable(),
  rule: z.string().nullable(),
  article: z.string().nullable(),
});
export type CommandResponse = z.output<typeof commandResponse>;

/** The parameter of the route. */
export const commandId = z.string().regex(/^[0-9a-f]{64}$/);

/** What the route of commands does. */
export interface CommandsService {
  command(account: Account, id: string): Promise<CommandResponse>;
}

/** What the service stands on. */
export interface CommandsServiceParts {
  readonly door: Pick<Door, 'commandById'>;
  readonly register: Pick<Register, 'deliveryScope'>;
  readonly scopes: Scopes;
}

export function createCommandsService(parts: CommandsServiceParts): CommandsService {
  return {
    async command(account, id) {
      const command = await parts.door.commandById(id);
      if (command === null || !(await isVisible(parts, account, command))) throw new ApiError('command.not_found');
      return toCommandResponse(command);
    },
  };
}

/** One sees one's own commands, and those of cases that one may see. */
async function isVisible(
  { register, scopes }: CommandsServiceParts,
  account: Account,
  command: StoredCommand,
): Promise<boolean> {
  if (command.actorId === account.id) return true;
  const about = await caseOf(register, command);
  if (about === null) return false;
  return scopes.readable(account, about.caseKind, about.caseId).then(
    () => true,
    (error: unknown) => {
      if (error instanceof ApiError) return false;
      throw error;
    },
  );
}

/** A command about a letter is seen by those who see its case. */
async function caseOf(
  register: CommandsServiceParts['register'],
  { caseKind, caseId }: StoredCommand,
): Promise<CaseReference | null> {
  return caseKind === 'mail' ? register.deliveryScope(caseId) : { caseKind, caseId };
}

/** Where what takes commands is read. */
const resources: Readonly<Record<DoorKind, string>> = {
  petition: '/v1/petitions',
  conference: '/v1/conferences',
  report: '/v1/reports',
  mail: '/v1/deliveries',
};

function toCommandResponse(command: StoredCommand): CommandResponse {
  const { id, kind, caseKind, caseId, outcome } = command;
  return {
    commandId: id,
    status: outcome?.kind ?? 'pending',
    kind,
    subject: `${resources[caseKind]}/${caseId}`,
    receivedAt: new Date(command.receivedAt).toISOString(),
    decidedAt: outcome === null ? null : new Date(outcome.at).toISOString(),
    ...refusalOf(command),
  };
}

function refusalOf({
  id,
  kind,
  outcome,
}: StoredCommand): Pick<CommandResponse, 'code' | 'message' | 'rule' | 'article'> {
  if (outcome?.kind !== 'refused') return { code: null, message: null, rule: null, article: null };
  const { code, rule } = outcome;
  const { message } = errorResponse(new CommandRefused({ code, rule }, { id, kind })).body;
  return { code, message, rule, article: citationOf(rule) };
}

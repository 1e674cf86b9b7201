import type { CaseKind, Instant } from '@dialogue/domain';
import type { Account, CommandSupplement, Register } from '@dialogue/persistence';

import type { Scopes } from '../auth/scope.js';
import type { DoorService } from '../door/door.service.js';
import type { Giver } from '../http/command-giver.js';
import { pendingCommand, type PendingCommand } from '../http/pending.interceptor.js';
import type { BesideCommand, CommandRow } from './command-row.js';

/** A request to change something: who, under which key of their own, with what. */
export interface Wish<Body> extends Giver {
  readonly body: Body;
}

/** What every command of a case stands on. */
export interface CarryOutParts {
  readonly register: Register;
  readonly scopes: Scopes;
  readonly door: DoorService;
  readonly now: () => Instant;
}

/** Puts under the seal what comes beside a command. */
export type Seal = (caseId: string, account: Account, beside: BesideCommand) => Promise<CommandSupplement>;

/** Which command of which case, with its row in the table, and how the case is read once it is decided. */
interface Task<Response> {
  readonly caseKind: CaseKind;
  readonly caseId: string;
  readonly kind: string;
  readonly row: CommandRow;
  readonly read: (caseId: string, account: Account) => Promise<Response>;
  /** Seals what comes beside the command; a kind of case without such commands needs none. */
  readonly seal?: Seal;
}

/**
 * Checks that the account may act on the case, sends the command through the door, and answers with the case as it is
 * afterwards, or that the command is not decided yet.
 */
export async function carryOut<Response>(
  parts: CarryOutParts,
  { caseKind, caseId, kind, row, read, seal }: Task<Response>,
  { account, body, idempotencyKey }: Wish<object>,
): Promise<Response | PendingCommand> {
  const { register, scopes, door, now } = parts;
  await (row.actors === 'cooperating'
    ? scopes.contributable(account, caseId)
    : scopes.actionable(account, caseKind, caseId));
  const { commandId, isDecided } = await door.submit({
    ...{ caseKind, caseId, kind, accountId: account.id, idempotencyKey, body },
    prepare: async () => {
      const { command, words, beside } = await row.split(body, { account, caseId, register, scopes, now });
      const prepared = { payload: { ...command }, words };
      if (beside === undefined || seal === undefined) return prepared;
      return { ...prepared, supplement: await seal(caseId, account, beside) };
    },
  });
  return isDecided ? read(caseId, account) : pendingCommand(commandId);
}

import type { CaseKind, Instant } from '@dialogue/domain';
import type { Account, CommandSupplement, Register } from '@dialogue/persistence';

import { isPermitted } from '../auth/permissions.js';
import type { Scopes } from '../auth/scope.js';
import type { CommandResult, DoorService } from '../door/door.service.js';
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

/** Which command of which case, with its row in the table. */
interface Task {
  readonly caseKind: CaseKind;
  readonly caseId: string;
  readonly kind: string;
  readonly row: CommandRow;
  /** Seals what comes beside the command; a kind of case without such commands needs none. */
  readonly seal?: Seal;
}

/** The same, with how the case is read once the command is decided. */
interface ReadingTask<Response> extends Task {
  readonly read: (caseId: string, account: Account) => Promise<Response>;
}

/**
 * Checks that the account may act on the case, sends the command through the door, and answers with the case as it is
 * afterwards, or that the command is not decided yet.
 */
export async function carryOut<Response>(
  parts: CarryOutParts,
  { read, ...task }: ReadingTask<Response>,
  wish: Wish<object>,
): Promise<Response | PendingCommand> {
  const { commandId, isDecided } = await submitCommand(parts, task, wish);
  return isDecided ? read(task.caseId, wish.account) : pendingCommand(commandId);
}

/** Checks that whoever gives the command may act on the case, and sends it through the door. */
export async function submitCommand(
  parts: CarryOutParts,
  { caseKind, caseId, kind, row, seal }: Task,
  { account, body, idempotencyKey, linkId }: Wish<object>,
): Promise<CommandResult> {
  const { register, scopes, door, now } = parts;
  await requireActor(scopes, { account, linkId }, { caseKind, caseId, row });
  return door.submit({
    ...{ caseKind, caseId, kind, accountId: account.id, linkId, idempotencyKey, body },
    prepare: async () => {
      const { command, words, beside } = await row.split(body, { account, caseId, register, scopes, now });
      const prepared = { payload: { ...command }, words };
      if (beside === undefined) return prepared;
      const sealed = seal === undefined || !isToSeal(beside) ? {} : await seal(caseId, account, beside);
      return { ...prepared, supplement: { ...sealed, ...namedBy({ account, linkId }, beside.files) } };
    },
  });
}

/** D11.1b: what is of bodies that cooperate is theirs; everything else is of whoever leads. @throws ApiError */
async function requireActor(
  scopes: Scopes,
  { account, linkId }: { readonly account: Account; readonly linkId: string | undefined },
  { caseKind, caseId, row }: Pick<Task, 'caseKind' | 'caseId' | 'row'>,
): Promise<void> {
  if (row.actors === 'cooperating') await scopes.contributable(account, caseId);
  // D13.3: by the link of its reminder alone: no account gets to see a conference so that it did not see before.
  else if (row.actors === 'front' && linkId !== undefined) await scopes.situationReportable(account, caseId);
  else await scopes.actionable(account, caseKind, caseId);
}

function isToSeal({ representative, parts }: BesideCommand): boolean {
  return representative !== undefined || parts !== undefined;
}

/** Files as the door takes them: of who sent them; and whoever may read all of the case may name what it has already. */
export function namedBy(
  { account, linkId }: { readonly account: Account; readonly linkId?: string | undefined },
  files: BesideCommand['files'],
): Pick<CommandSupplement, 'files'> {
  if (files === undefined) return {};
  const isOfCaseToo = isPermitted(account.role, 'petition:readIdentity');
  return { files: { ...files, of: linkId == null ? { account: account.id } : { link: linkId }, isOfCaseToo } };
}

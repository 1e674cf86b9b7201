import { openIdentity, type Account, type IdentityStore, type PossibleDuplicate } from '@dialogue/persistence';

import { readersOfProtected } from '../auth/permissions.js';
import { carryOut, type Seal, type Wish } from '../cases/carry-out.js';
import type { WorkflowLinks } from '../cases/case.response.js';
import type { ListParts } from '../cases/case-list.js';
import { historyPage, type HistoryQuery } from '../cases/history-page.js';
import type { HistoryPageResponse } from '../cases/case.response-schemas.js';
import type { ListCountsResponse } from '../cases/list-counts.response-schemas.js';
import type { CommandResult } from '../door/door.service.js';
import { ApiError } from '../errors/api-error.js';
import { pendingCommand, type PendingCommand } from '../http/pending.interceptor.js';
import { petitionCommands } from './command-table.js';
import type { PetitionRouteKind } from './petition-row.js';
import { petitionList } from './petition-list.js';
import { toPetitionResponse, toPetitionSummary } from './petition.response.js';
import type {
  IdentityResponse,
  PetitionDuplicatesResponse,
  PetitionPageResponse,
  PetitionResponse,
} from './petition.response-schemas.js';
import type { Opinion, PetitionFilters, PetitionQuery, Registration, Stub } from './petition.schemas.js';
import { registerPetition, registerRaised, registerStub, type RegistrationParts } from './registration.js';
import { sealBeside } from './seal-beside.js';

/** What the routes of petitions do. */
export interface PetitionsService {
  register(wish: Wish<Registration>): Promise<PetitionResponse | PendingPetition>;
  /** D4.1: of a state secret. */
  registerStub(wish: Wish<Stub>): Promise<PetitionResponse | PendingPetition>;
  /** D8.1f: of a conference that was held. */
  registerRaised(conferenceId: string, wish: Wish<Opinion>): Promise<PetitionResponse | PendingPetition>;
  carryOut(kind: PetitionRouteKind, id: string, wish: Wish<object>): Promise<PetitionResponse | PendingCommand>;
  petition(account: Account, id: string): Promise<PetitionResponse>;
  petitions(account: Account, query: PetitionQuery): Promise<PetitionPageResponse>;
  counts(account: Account, query: PetitionFilters): Promise<ListCountsResponse>;
  csv(account: Account, query: PetitionFilters): Promise<string>;
  history(account: Account, id: string, query: HistoryQuery): Promise<HistoryPageResponse>;
  identity(account: Account, id: string): Promise<IdentityResponse>;
  duplicates(account: Account, id: string): Promise<PetitionDuplicatesResponse>;
}

/** A petition that is written but not taken by its workflow yet. */
interface PendingPetition extends PendingCommand {
  readonly petition: { readonly id: string; readonly number: string; readonly stage: string };
}

/** What the service stands on. */
export interface PetitionsServiceParts extends RegistrationParts, Pick<ListParts, 'cursors'> {
  readonly identities: IdentityStore;
  readonly links: WorkflowLinks;
}

export function createPetitionsService(parts: PetitionsServiceParts): PetitionsService {
  const seal: Seal = (petitionId, account, beside) => sealBeside(parts, { petitionId, account, beside });
  const read = (id: string, account: Account): Promise<PetitionResponse> => petitionOf(parts, id, account);
  const list = petitionList(parts);
  return {
    register: async (wish) => registered(parts, await registerPetition(parts, wish), wish.account),
    registerStub: async (wish) => registered(parts, await registerStub(parts, wish), wish.account),
    registerRaised: async (conferenceId, wish) =>
      registered(parts, await registerRaised(parts, conferenceId, wish), wish.account),
    carryOut: (kind, caseId, wish) =>
      carryOut(parts, { caseKind: 'petition', caseId, kind, row: petitionCommands[kind], read, seal }, wish),
    async petition(account, id) {
      await parts.scopes.readable(account, 'petition', id);
      return read(id, account);
    },
    petitions: list.page,
    counts: list.counts,
    csv: list.csv,
    history: (account, caseId, query) => historyPage(parts, account, { caseKind: 'petition', caseId, ...query }),
    identity: (account, id) => readIdentity(parts, account, id),
    duplicates: (account, id) => duplicatesOf(parts, account, id),
  };
}

async function registered(
  parts: PetitionsServiceParts,
  { commandId, caseId, isDecided }: CommandResult,
  account: Account,
): Promise<PetitionResponse | PendingPetition> {
  const petition = await petitionOf(parts, caseId, account);
  if (isDecided) return petition;
  return { ...pendingCommand(commandId), petition: { id: caseId, number: petition.number, stage: petition.stage } };
}

async function petitionOf(
  { register, links }: PetitionsServiceParts,
  id: string,
  account: Account,
): Promise<PetitionResponse> {
  const petition = await register.petition(id);
  if (petition === null) throw new ApiError('petition.not_found');
  return toPetitionResponse(petition, { links, account });
}

/** D8.1c: what the account may act on, and could merge it into. */
async function duplicatesOf(
  { scopes, register, links }: PetitionsServiceParts,
  account: Account,
  id: string,
): Promise<PetitionDuplicatesResponse> {
  await scopes.actionable(account, 'petition', id);
  const scope = await scopes.scopeOf(account);
  const found = await register.likelyDuplicates({ id, limit: 20, ...(scope === null ? {} : { scope }) });
  const shown = ({ petition, ...why }: PossibleDuplicate): PetitionDuplicatesResponse['items'][number] => ({
    ...toPetitionSummary(petition, links),
    ...why,
  });
  return { items: found.map(shown) };
}

/** D11.1d: the store writes who read it before it gives anything away. */
async function readIdentity(parts: PetitionsServiceParts, account: Account, id: string): Promise<IdentityResponse> {
  const { isProtected } = await parts.scopes.actionable(account, 'petition', id);
  if (isProtected && !readersOfProtected.includes(account.role))
    throw new ApiError('identity.protected', { rule: 'D11.1d' });
  const sealed = await parts.identities.readIdentity(id, account.id, 'read');
  if (sealed === null) throw new ApiError('identity.not_found');
  return { ...openIdentity(sealed, id, parts.sealingKey) };
}

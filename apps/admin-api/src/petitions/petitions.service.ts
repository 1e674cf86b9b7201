import { dateAt, type Instant, type OrganisationCode } from '@dialogue/domain';
import {
  openIdentity,
  sealIdentity,
  type Account,
  type IdentityStore,
  type NewSubmission,
  type Organisation,
  type Register,
  type SealingKey,
} from '@dialogue/persistence';

import { isWithin, type Scopes } from '../auth/scope.js';
import type { DoorService, PreparedCommand } from '../door/door.service.js';
import { ApiError } from '../errors/api-error.js';
import { apiErrorSentences } from '../errors/errors.vi.js';
import type { Giver } from '../http/command-giver.js';
import { pendingCommand, type PendingCommand } from '../http/pending.interceptor.js';
import { commandTable, type RoutedCommandKind } from './command-table.js';
import { toPetitionResponse, toPetitionSummary, type WorkflowLinks } from './petition.response.js';
import type { IdentityResponse, PetitionPageResponse, PetitionResponse } from './petition.response-schemas.js';
import type { PetitionQuery, Registration } from './petition.schemas.js';

/** A request to change something: who, under which key of their own, with what. */
interface Wish<Body> extends Giver {
  readonly body: Body;
}

/** What the routes of petitions do. */
export interface PetitionsService {
  register(wish: Wish<Registration>): Promise<PetitionResponse | PendingPetition>;
  carryOut(kind: RoutedCommandKind, id: string, wish: Wish<object>): Promise<PetitionResponse | PendingCommand>;
  petition(account: Account, id: string): Promise<PetitionResponse>;
  petitions(account: Account, query: PetitionQuery): Promise<PetitionPageResponse>;
  identity(account: Account, id: string): Promise<IdentityResponse>;
}

/** A petition that is written but not taken by its workflow yet. */
interface PendingPetition extends PendingCommand {
  readonly petition: { readonly id: string; readonly number: string; readonly stage: string };
}

/** What the service stands on. */
export interface PetitionsServiceParts {
  readonly register: Register;
  readonly identities: IdentityStore;
  readonly scopes: Scopes;
  readonly door: DoorService;
  readonly sealingKey: SealingKey;
  readonly links: WorkflowLinks;
  readonly now: () => Instant;
}

export function createPetitionsService(parts: PetitionsServiceParts): PetitionsService {
  return {
    register: (wish) => registerPetition(parts, wish),
    carryOut: (kind, id, wish) => carryOut(parts, { kind, id }, wish),
    async petition(account, id) {
      await parts.scopes.readable(account, id);
      return petitionOf(parts, id);
    },
    petitions: (account, query) => listPetitions(parts, account, query),
    identity: (account, id) => readIdentity(parts, account, id),
  };
}

async function registerPetition(
  parts: PetitionsServiceParts,
  wish: Wish<Registration>,
): Promise<PetitionResponse | PendingPetition> {
  const { account, body, idempotencyKey } = wish;
  const prepare = (petitionId: string): Promise<PreparedCommand> => prepareRegistration(parts, wish, petitionId);
  const request = {
    caseKind: 'petition',
    caseId: null,
    kind: 'register',
    accountId: account.id,
    idempotencyKey,
    body,
    prepare,
  } as const;
  const { commandId, caseId, isDecided } = await parts.door.submit(request);
  const petition = await petitionOf(parts, caseId);
  if (isDecided) return petition;
  return { ...pendingCommand(commandId), petition: { id: caseId, number: petition.number, stage: petition.stage } };
}

async function prepareRegistration(
  parts: PetitionsServiceParts,
  { account, body }: Wish<Registration>,
  petitionId: string,
): Promise<PreparedCommand> {
  const { petitioner } = body;
  const submission = await submissionOf(parts, body, petitionId);
  const scope = await parts.scopes.scopeOf(account);
  // The lead office that the register names, not the one that the request does: nobody makes themselves the lead.
  const lead = await leadOfficeOf(parts, {}, submission.organisation);
  if (!isWithin(scope, submission.organisation, lead)) throw new ApiError('auth.out_of_scope');
  const { name, address = null, phone = null, email = null, representative = null } = petitioner;
  const sealedIdentity = sealIdentity({ name, address, phone, email, representative }, petitionId, parts.sealingKey);
  return { payload: {}, words: null, newCase: { submission, sealedIdentity } };
}

async function submissionOf(
  parts: PetitionsServiceParts,
  body: Registration,
  petitionId: string,
): Promise<NewSubmission> {
  const { title, content, category, isCollective, source, petitioner } = body;
  const organisation = (await organisationInForce(parts, body.organisation, 'organisation')).code;
  return {
    ...{ id: petitionId, title, content, category, isCollective, source, organisation },
    leadOffice: await leadOfficeOf(parts, body, organisation),
    receivedOn: body.receivedOn ?? dateAt(parts.now()),
    // D8.1f: what came after the cut-off or was raised at the conference is answered in writing.
    isWrittenAnswerRequired: body.isWrittenAnswerRequired || source === 'late' || source === 'atConference',
    isReachableByMail: petitioner.email !== undefined,
  };
}

/** D7: the office that the register names for the organisation; where it names none, the organisation leads itself. */
async function leadOfficeOf(
  parts: PetitionsServiceParts,
  { leadOffice }: Pick<Registration, 'leadOffice'>,
  organisation: OrganisationCode,
): Promise<OrganisationCode> {
  if (leadOffice !== undefined) return (await organisationInForce(parts, leadOffice, 'leadOffice')).code;
  const lines = await parts.register.organisationLines(organisation, dateAt(parts.now()));
  return lines?.leadOffice ?? organisation;
}

async function carryOut(
  parts: PetitionsServiceParts,
  { kind, id }: { readonly kind: RoutedCommandKind; readonly id: string },
  { account, body, idempotencyKey }: Wish<object>,
): Promise<PetitionResponse | PendingCommand> {
  await parts.scopes.actionable(account, id);
  const context = {
    role: account.role,
    organisationInForce: (code: OrganisationCode, field: string) => organisationInForce(parts, code, field),
  };
  const { commandId, isDecided } = await parts.door.submit({
    ...{ caseKind: 'petition', caseId: id, kind, accountId: account.id, idempotencyKey, body },
    prepare: async () => {
      const { command, words } = await commandTable[kind].split(body, context);
      return { payload: { ...command }, words };
    },
  });
  return isDecided ? petitionOf(parts, id) : pendingCommand(commandId);
}

async function organisationInForce(
  { register, now }: PetitionsServiceParts,
  code: OrganisationCode,
  field: string,
): Promise<Organisation> {
  const organisation = await register.organisation(code);
  if (organisation !== null && isInForce(organisation, dateAt(now()))) return organisation;
  throw new ApiError('organisation.unknown', {
    fields: [{ path: field, message: apiErrorSentences['organisation.unknown'] }],
  });
}

function isInForce({ validFrom, validTo }: Organisation, on: string): boolean {
  return (validFrom === null || validFrom <= on) && (validTo === null || on <= validTo);
}

async function petitionOf({ register, links }: PetitionsServiceParts, id: string): Promise<PetitionResponse> {
  const petition = await register.petition(id);
  if (petition === null) throw new ApiError('petition.not_found');
  return toPetitionResponse(petition, links);
}

async function listPetitions(
  parts: PetitionsServiceParts,
  account: Account,
  query: PetitionQuery,
): Promise<PetitionPageResponse> {
  const { limit, cursor, ...filters } = query;
  const scope = await parts.scopes.scopeOf(account);
  const filter = Object.fromEntries(
    Object.entries({ ...filters, scope: scope ?? undefined }).filter(([, value]) => value !== undefined),
  );
  const { rows, nextCursor } = await parts.register.petitions(
    filter,
    cursor === undefined ? { limit } : { limit, cursor },
  );
  return { items: rows.map(toPetitionSummary), nextCursor };
}

/** D11.1d: the store writes who read it before it gives anything away. */
async function readIdentity(parts: PetitionsServiceParts, account: Account, id: string): Promise<IdentityResponse> {
  await parts.scopes.actionable(account, id);
  const sealed = await parts.identities.readIdentity(id, account.id, 'read');
  if (sealed === null) throw new ApiError('identity.not_found');
  return { ...openIdentity(sealed, id, parts.sealingKey) };
}

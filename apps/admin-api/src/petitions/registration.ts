import { dateAt, type ConferenceReference, type Instant, type LocalDate } from '@dialogue/domain';
import {
  fingerprintsOf,
  sealIdentity,
  type NewCase,
  type NewSubmission,
  type Register,
  type SealingKey,
} from '@dialogue/persistence';

import type { Scopes } from '../auth/scope.js';
import { leadOfficeOf, organisationInForce } from '../cases/bodies.js';
import { namedBy, type Wish } from '../cases/carry-out.js';
import { requireField } from '../cases/fields.js';
import type { CommandResult, DoorService, PreparedCommand } from '../door/door.service.js';
import { ApiError } from '../errors/api-error.js';
import type { Opinion, Registration, Stub } from './petition.schemas.js';

/** What taking a petition in stands on. */
export interface RegistrationParts {
  readonly register: Register;
  readonly scopes: Scopes;
  readonly door: DoorService;
  readonly sealingKey: SealingKey;
  readonly now: () => Instant;
}

/** Writes a petition that came to the lead office, and begins its case. */
export function registerPetition(parts: RegistrationParts, wish: Wish<Registration>): Promise<CommandResult> {
  const { account, body, idempotencyKey } = wish;
  return parts.door.submit({
    ...{ caseKind: 'petition', caseId: null, kind: 'register', accountId: account.id, idempotencyKey, body },
    prepare: async (petitionId) => ({
      ...(await prepareRegistration(parts, wish, petitionId)),
      ...filedWith(wish),
    }),
  });
}

/** D11.1d: what comes with a petition may name the person; the office gives agencies what they may see with the assignment. */
function filedWith({
  account,
  body: { files: ids },
}: Wish<Registration>): Pick<PreparedCommand, 'words' | 'supplement'> {
  if (ids.length === 0) return { words: null };
  return { words: { files: ids }, supplement: namedBy({ account }, { ids, isForAgency: false }) };
}

/** Writes that there is a state secret and who keeps it, and begins its case (D4.1). */
export function registerStub(parts: RegistrationParts, wish: Wish<Stub>): Promise<CommandResult> {
  const { account, body, idempotencyKey } = wish;
  return parts.door.submit({
    ...{ caseKind: 'petition', caseId: null, kind: 'register', accountId: account.id, idempotencyKey, body },
    route: 'stub',
    prepare: (petitionId) => prepareStub(parts, wish, petitionId),
  });
}

/** D8.1f: writes what was said at a conference, and begins its case: accepted as it came, to be answered in writing. */
export async function registerRaised(
  parts: RegistrationParts,
  conferenceId: string,
  wish: Wish<Opinion>,
): Promise<CommandResult> {
  const { account, body, idempotencyKey } = wish;
  await parts.scopes.actionable(account, 'conference', conferenceId);
  return parts.door.submit({
    ...{ caseKind: 'petition', caseId: null, kind: 'register', accountId: account.id, idempotencyKey, body },
    route: `conference/${conferenceId}/recordOpinionRaised`,
    prepare: (petitionId) => prepareRaised(parts, { ...wish, conferenceId }, petitionId),
  });
}

/** A petition, ready for the door. */
interface PreparedPetition extends PreparedCommand {
  readonly newCase: Required<Extract<NewCase, { readonly caseKind: 'petition' }>> & {
    readonly sealedIdentity: Uint8Array;
  };
}

/** What checks of a petition stand on. */
type CheckParts = Omit<RegistrationParts, 'door'>;

/** Checks what somebody hands in, and seals who it is: of one petition, and of each row of a file. */
export async function prepareRegistration(
  parts: CheckParts,
  wish: Pick<Wish<Registration>, 'account' | 'body'>,
  petitionId: string,
): Promise<PreparedPetition> {
  const { body } = wish;
  const submission: NewSubmission = {
    ...submissionOf(body, petitionId, body.receivedOn ?? dateAt(parts.now())),
    ...(await addressOf(parts, wish)),
  };
  return { payload: {}, words: null, newCase: newPetition(parts, submission, body) };
}

/** D4.1: of a state secret its number and its keeper; neither a text nor a person. */
async function prepareStub(parts: CheckParts, wish: Wish<Stub>, petitionId: string): Promise<PreparedCommand> {
  const { number, keeper, category, receivedOn = dateAt(parts.now()) } = wish.body;
  const submission: NewSubmission = {
    ...{ id: petitionId, title: number, content: '', category, receivedOn },
    ...{ isCollective: false, isReachableByMail: false, classification: 'stateSecret', stub: { number, keeper } },
    ...(await addressOf(parts, wish)),
  };
  return { payload: {}, words: null, newCase: { caseKind: 'petition', submission, sealedIdentity: null } };
}

/** To whom it is addressed, once the account may enter it there. */
async function addressOf(
  parts: CheckParts,
  { account, body }: Pick<Wish<Pick<Registration, Addressee>>, 'account' | 'body'>,
): Promise<Pick<NewSubmission, Addressee>> {
  const { source } = body;
  const organisation = (await organisationInForce(parts, body.organisation, 'organisation')).code;
  // The lead office that the register names, not the one that the request does: nobody makes themselves the lead.
  const named = await leadOfficeOf(parts, organisation);
  const { leadOffice = named } = body;
  if (leadOffice !== named) await organisationInForce(parts, leadOffice, 'leadOffice');
  if (!(await parts.scopes.covers(account, organisation, named))) throw new ApiError('auth.out_of_scope');
  // D8.1f: what came after the cut-off or was raised at the conference is answered in writing.
  const isWrittenAnswerRequired = body.isWrittenAnswerRequired || source === 'late' || source === 'atConference';
  return { source, organisation, leadOffice, isWrittenAnswerRequired };
}

async function prepareRaised(
  parts: RegistrationParts,
  { account, body, conferenceId }: Wish<Opinion> & { readonly conferenceId: string },
  petitionId: string,
): Promise<PreparedCommand> {
  const { stage, number, on, heldOn, organisation, leadOffice } = await parts.scopes.actionable(
    account,
    'conference',
    conferenceId,
  );
  if (stage !== 'held') throw new ApiError('conference.not_held');
  await requireField(parts, body.field);
  const conference: ConferenceReference = { id: conferenceId, number, on };
  const submission: NewSubmission = {
    ...submissionOf(body, petitionId, body.receivedOn ?? receiptOf({ on: heldOn ?? on, today: dateAt(parts.now()) })),
    ...{ source: 'atConference', organisation, leadOffice, isWrittenAnswerRequired: true },
  };
  return {
    payload: { raised: { conference, field: body.field } },
    words: null,
    newCase: newPetition(parts, submission, body),
  };
}

/** What was raised at the conference came in on its day, also when it is written down on a later one. */
function receiptOf({ on, today }: { readonly on: LocalDate; readonly today: LocalDate }): LocalDate {
  return on < today ? on : today;
}

type SubmittedWords = Pick<
  Registration,
  'title' | 'content' | 'category' | 'isCollective' | 'classification' | 'petitioner'
>;
type Addressee = 'source' | 'organisation' | 'leadOffice' | 'isWrittenAnswerRequired';

function submissionOf(
  { title, content, category, isCollective, classification, petitioner }: SubmittedWords,
  id: string,
  receivedOn: LocalDate,
): Omit<NewSubmission, Addressee> {
  const isReachableByMail = petitioner.email !== undefined;
  return { id, title, content, category, isCollective, classification, receivedOn, isReachableByMail };
}

function newPetition(
  { sealingKey }: Pick<RegistrationParts, 'sealingKey'>,
  submission: NewSubmission,
  { petitioner }: SubmittedWords,
): PreparedPetition['newCase'] {
  const { name, address = null, phone = null, email = null, representative = null } = petitioner;
  const identity = { name, address, phone, email, representative };
  const sealedIdentity = sealIdentity(identity, submission.id, sealingKey);
  return { caseKind: 'petition', submission, sealedIdentity, fingerprints: fingerprintsOf(identity, sealingKey) };
}

import { dateAt, type ConferenceReference, type Instant, type LocalDate } from '@dialogue/domain';
import { sealIdentity, type NewCase, type NewSubmission, type Register, type SealingKey } from '@dialogue/persistence';

import { isWithin, type Scopes } from '../auth/scope.js';
import { leadOfficeOf, organisationInForce } from '../cases/bodies.js';
import type { Wish } from '../cases/carry-out.js';
import type { CommandResult, DoorService, PreparedCommand } from '../door/door.service.js';
import { ApiError } from '../errors/api-error.js';
import type { Opinion, Registration } from './petition.schemas.js';

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
    prepare: (petitionId) => prepareRegistration(parts, wish, petitionId),
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
  readonly newCase: Extract<NewCase, { readonly caseKind: 'petition' }>;
}

/** Checks what somebody hands in, and seals who it is: of one petition, and of each row of a file. */
export async function prepareRegistration(
  parts: Omit<RegistrationParts, 'door'>,
  { account, body }: Pick<Wish<Registration>, 'account' | 'body'>,
  petitionId: string,
): Promise<PreparedPetition> {
  const { source } = body;
  const organisation = (await organisationInForce(parts, body.organisation, 'organisation')).code;
  // The lead office that the register names, not the one that the request does: nobody makes themselves the lead.
  const named = await leadOfficeOf(parts, organisation);
  const { leadOffice = named } = body;
  if (leadOffice !== named) await organisationInForce(parts, leadOffice, 'leadOffice');
  const scope = await parts.scopes.scopeOf(account);
  if (!isWithin(scope, organisation, named)) throw new ApiError('auth.out_of_scope');
  const submission: NewSubmission = {
    ...submissionOf(body, petitionId, body.receivedOn ?? dateAt(parts.now())),
    ...{ source, organisation, leadOffice },
    // D8.1f: what came after the cut-off or was raised at the conference is answered in writing.
    isWrittenAnswerRequired: body.isWrittenAnswerRequired || source === 'late' || source === 'atConference',
  };
  return { payload: {}, words: null, newCase: newPetition(parts, submission, body) };
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

type SubmittedWords = Pick<Registration, 'title' | 'content' | 'category' | 'isCollective' | 'petitioner'>;
type Addressee = 'source' | 'organisation' | 'leadOffice' | 'isWrittenAnswerRequired';

function submissionOf(
  { title, content, category, isCollective, petitioner }: SubmittedWords,
  id: string,
  receivedOn: LocalDate,
): Omit<NewSubmission, Addressee> {
  const isReachableByMail = petitioner.email !== undefined;
  return { id, title, content, category, isCollective, receivedOn, isReachableByMail };
}

function newPetition(
  { sealingKey }: Pick<RegistrationParts, 'sealingKey'>,
  submission: NewSubmission,
  { petitioner }: SubmittedWords,
): PreparedPetition['newCase'] {
  const { name, address = null, phone = null, email = null, representative = null } = petitioner;
  const sealedIdentity = sealIdentity({ name, address, phone, email, representative }, submission.id, sealingKey);
  return { caseKind: 'petition', submission, sealedIdentity };
}

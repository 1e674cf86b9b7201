import { randomUUID } from 'node:crypto';

import {
  addDays,
  addWorkingDays,
  atHour,
  defaultPetitionTerms,
  petitionMachine,
  submitted,
  type Instant,
  type LocalDate,
  type OrganisationCode,
  type Petition,
  type PetitionCommand,
} from '@dialogue/domain';
import {
  createDataSource,
  createDoor,
  createLedger,
  sealIdentity,
  type Door,
  type Ledger,
} from '@dialogue/persistence';
import type { RealStack } from '@dialogue/testing/stack';

import { agency, document, today } from './petition.fixture.js';

/** An agency's answer that came to the door while nobody carried anything out. */
export interface WaitingAnswer {
  readonly petitionId: string;
  readonly commandId: string;
  readonly dueOn: LocalDate;
}

/**
 * A case whose register stands in the past: acknowledged 15 working days before the last working day, so that its
 * deadline has passed by now; with an answer at the door that nobody has told Temporal of, received at an instant that
 * is chosen by the end of the due day. Written by the register's own door and ledger, as on the days themselves.
 */
export async function answerFromAnOutage(
  { registerUrl }: RealStack,
  receivedAt: (endOfDueDay: Instant) => Instant,
): Promise<WaitingAnswer> {
  const dataSource = createDataSource({ url: registerUrl, poolSize: 2, applicationName: 'test' });
  await dataSource.initialize();
  try {
    const past = { door: createDoor(dataSource), ledger: createLedger(dataSource), petitionId: randomUUID() };
    const calendar = await past.ledger.loadCalendar({ from: addDays(today(), -120), until: today() });
    const dueOn = addWorkingDays(calendar, today(), -1);
    const receivedOn = addWorkingDays(calendar, dueOn, -defaultPetitionTerms.duties.answer.workingDays);
    await liveUntilAcknowledged(past, receivedOn, calendar);
    const answer = {
      answer: 'measure',
      document: documentOf(receivedOn),
      arrivedOn: null,
      nextReportOn: null,
    } as const;
    const at = receivedAt(atHour(addDays(dueOn, 1), 0));
    const commandId = await arrive(past, { kind: 'answer', ...answer }, at);
    return { petitionId: past.petitionId, commandId, dueOn };
  } finally {
    await dataSource.destroy();
  }
}

interface PastCase {
  readonly door: Door;
  readonly ledger: Ledger;
  readonly petitionId: string;
}

async function liveUntilAcknowledged(
  past: PastCase,
  receivedOn: LocalDate,
  calendar: Petition['calendar'],
): Promise<void> {
  const body = agency as OrganisationCode;
  const commands: readonly PetitionCommand[] = [
    { kind: 'register' },
    { kind: 'accept', field: 'economy' },
    { kind: 'assign', agency: body, agencyName: 'Sở Xây dựng', document: documentOf(receivedOn) },
    { kind: 'acknowledge', arrivalNumber: '1024', receivedOn, isEvidenced: false },
  ];
  let state: Petition | null = null;
  for (const [index, command] of commands.entries()) {
    const at = atHour(receivedOn, 8 + index);
    const commandId = await arrive(past, command, at, receivedOn);
    state ??= await firstState(past, calendar);
    const answer = petitionMachine.apply(state, command, at);
    if (!('value' in answer) || !('accepted' in answer.value))
      throw new Error(`not accepted: ${JSON.stringify(answer)}`);
    const reference = { caseKind: 'petition', caseId: past.petitionId } as const;
    await past.ledger.recordTransition({ ...answer.value.accepted, ...reference, sequence: index + 1, commandId });
    await past.door.markSignalled([commandId]);
    state = answer.value.accepted.state;
  }
}

async function firstState({ ledger, petitionId }: PastCase, calendar: Petition['calendar']): Promise<Petition> {
  const submission = await ledger.loadSubmission(petitionId);
  if (submission === null) throw new Error('the petition did not arrive');
  return submitted(submission, { terms: defaultPetitionTerms, calendar });
}

async function arrive(
  { door, petitionId }: PastCase,
  command: PetitionCommand,
  receivedAt: Instant,
  newOn?: LocalDate,
): Promise<string> {
  const id = randomUUID();
  const arriving: Parameters<Door['arrive']>[0] = {
    ...{ id, caseId: petitionId, kind: command.kind, bodyHash: 'of the past', words: null, actorId: null, receivedAt },
    caseKind: 'petition',
    payload: { ...command },
  };
  if (command.kind !== 'register' || newOn === undefined) await door.arrive(arriving);
  else
    await door.arrive(arriving, {
      caseKind: 'petition',
      submission: submissionOn(petitionId, newOn),
      sealedIdentity: nobody(petitionId),
    });
  return id;
}

type NewPetition = Extract<Parameters<Door['arrive']>[1], { readonly caseKind: 'petition' }>;

function submissionOn(id: string, receivedOn: LocalDate): NewPetition['submission'] {
  return {
    ...{ id, title: 'Đề nghị trả lời', content: 'Nội dung', category: 'resident', isCollective: false },
    ...{ source: 'outsideConference', receivedOn, isWrittenAnswerRequired: false, isReachableByMail: false },
    organisation: 'SL-UBND' as OrganisationCode,
    leadOffice: 'SL-VPUBND' as OrganisationCode,
  };
}

function nobody(petitionId: string): Uint8Array {
  const identity = { name: 'Lò Văn Thử', address: null, phone: null, email: null, representative: null };
  return sealIdentity(identity, petitionId, { keyId: 'primary', key: Buffer.alloc(32, 'test') });
}

function documentOf(signedOn: LocalDate): { readonly number: string; readonly signedOn: LocalDate } {
  return { ...document('345/UBND-TD'), signedOn };
}

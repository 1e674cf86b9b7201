import { randomUUID } from 'node:crypto';

import { launchOf } from '@dialogue/contracts';
import { atHour, defaultPetitionTerms, petitionMachine, submitted } from '@dialogue/domain';
import { createDataSource, createDoor, createLedger } from '@dialogue/persistence';

import { each } from './each.js';
import { newPetition } from './new-petition.js';
import { office } from './petition-life.js';

const atATime = 8;

/**
 * Petitions that were registered, assigned and acknowledged on a day in the past, written by the register's own door and
 * ledger as on that day, but for the letters, which have long left. Nobody has told Temporal of them yet.
 *
 * @param {string} registerUrl as the owner
 * @param {{ readonly count: number, readonly receivedOn: string, readonly calendar: object, readonly told?: (written: number) => void }} wanted
 * @returns {Promise<readonly string[]>} their ids
 */
export async function writePastPetitions(registerUrl, { count, told = () => undefined, ...day }) {
  const dataSource = createDataSource({ url: registerUrl, poolSize: atATime, applicationName: 'bench-past' });
  await dataSource.initialize();
  try {
    const past = { door: createDoor(dataSource), ledger: createLedger(dataSource), ...day };
    let written = 0;
    return await each(Array.from({ length: count }), atATime, async () => {
      const id = await writeOne(past);
      written += 1;
      told(written);
      return id;
    });
  } finally {
    await dataSource.destroy();
  }
}

/**
 * The working calendar between two days, as a case would be given it.
 *
 * @param {string} registerUrl
 * @param {{ readonly from: string, readonly until: string }} range
 */
export async function calendarOf(registerUrl, range) {
  const dataSource = createDataSource({ url: registerUrl, poolSize: 1, applicationName: 'bench-past' });
  await dataSource.initialize();
  try {
    return await createLedger(dataSource).loadCalendar(range);
  } finally {
    await dataSource.destroy();
  }
}

/**
 * Starts their workflows, which load them from the register and go on from there.
 *
 * @param {import('@temporalio/client').Client} client
 * @param {readonly string[]} ids
 * @param {(started: number) => void} told
 */
export async function startPetitions(client, ids, told = () => undefined) {
  let started = 0;
  await each(ids, atATime, async (id) => {
    const { workflowType, ...launch } = launchOf('petition', id);
    await client.workflow.start(workflowType, launch);
    started += 1;
    told(started);
  });
}

async function writeOne({ door, ledger, receivedOn, calendar }) {
  const [id, commandId] = [randomUUID(), randomUUID()];
  const at = atHour(receivedOn, 8);
  const arriving = { id: commandId, caseKind: 'petition', caseId: id, kind: 'register', bodyHash: 'of the past' };
  const command = { ...arriving, payload: { kind: 'register' }, words: null, actorId: null, receivedAt: at };
  await door.arrive(command, newPetition(id, receivedOn));
  const submission = await ledger.loadSubmission(id);
  let state = submitted(submission, { terms: defaultPetitionTerms, calendar });
  for (const [index, given] of commandsOn(receivedOn).entries()) {
    const { accepted } = petitionMachine.apply(state, given, at + index * 3_600_000).value;
    const entry = { ...accepted, notices: [], caseKind: 'petition', caseId: id, sequence: index + 1 };
    await ledger.recordTransition({ ...entry, commandId: index === 0 ? commandId : null });
    state = accepted.state;
  }
  await door.markSignalled([commandId]);
  return id;
}

function commandsOn(receivedOn) {
  const { agency, agencyName } = office;
  return [
    { kind: 'register' },
    { kind: 'accept', field: 'economy' },
    { kind: 'assign', agency, agencyName, document: { number: '345/UBND-TD', signedOn: receivedOn } },
    { kind: 'acknowledge', arrivalNumber: '1024', receivedOn, isEvidenced: false },
  ];
}

import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OutgoingLetter } from '@dialogue/activities';
import type { Petition, PetitionClassification } from '@dialogue/domain';
import {
  createContacts,
  createDataSource,
  createDeliveries,
  createDoor,
  createIdentityStore,
  createLedger,
  createLinkIssuer,
  sealIdentity,
  sealingKey,
} from '@dialogue/persistence';
import { databaseForTest, type TestDatabase } from '@dialogue/testing';
import { aCommand, aPetition, applied, aSubmission, at, petitionSteps } from '@dialogue/testing/builders';

import { createLetterWriter } from './letter-writer.js';

type Opened = ReturnType<typeof createDataSource>;

const key = sealingKey(new Uint8Array(32).fill(7));
const markers = {
  name: 'Canaryten',
  address: 'Canarydiachi',
  title: 'Canarytieude',
  text: 'Canarynoidung',
  phone: '0999000111',
};
const person = 'dan.canary@example.vn';

/** A whole petition from its registration to its closing, with the letters that it really owes on the way. */
describe('the letters of a whole petition', () => {
  let database: TestDatabase;
  let sources: { readonly api: Opened; readonly worker: Opened };

  beforeAll(async () => {
    database = await databaseForTest('sample');
    const [api, worker] = await Promise.all([opened(database.apiUrl), opened(database.workerUrl)]);
    sources = { api, worker };
  });
  afterAll(async () => {
    await Promise.all([sources.api.destroy(), sources.worker.destroy()]);
    await database.drop();
  });

  it.each([
    ['D11.1d: of a protected person', { command: aCommand('protectIdentity') }, []],
    ['D4.1: that is internal', { command: aCommand('classify', { classification: 'internal' }) }, []],
    ['D4.1: of which only a stub is known', { classification: 'stateSecret' }, []],
    ['D11.1d: of nobody special', {}, ['Canarytieude']],
  ] as const)('%s bear no marker but in the letter of the person', async (_what, wishes, allowed) => {
    const id = await told(wishes);

    const letters = await writtenOf(id);

    const toOthers = letters.filter(({ to }) => to !== person);
    expect(toOthers.length).toBeGreaterThan(8);
    for (const letter of toOthers) expect(foundIn(letter).filter((marker) => !isIn(allowed, marker))).toEqual([]);
    const toPerson = letters.filter(({ to }) => to === person);
    expect(toPerson.length > 0).toBe(!('classification' in wishes));
    for (const letter of toPerson) expect(foundIn(letter)).toContain(markers.name);
  });

  interface Wishes {
    readonly command?: ReturnType<typeof aCommand<'protectIdentity' | 'classify'>>;
    readonly classification?: PetitionClassification;
  }

  async function told({ command, classification }: Wishes): Promise<string> {
    const id = randomUUID();
    const isStub = classification !== undefined;
    await register(id, isStub);
    const steps = petitionSteps.closed.flatMap((step, place) =>
      place === 0 && command !== undefined ? [step, { command, at: at('2026-03-02', '10:00') }] : [step],
    );
    let state: Petition = aPetition({
      ...{ id, stage: 'submitted', isReachableByMail: !isStub },
      ...(isStub ? { classification } : {}),
    });
    for (const [place, step] of steps.entries()) {
      const transition = applied(state, step.command, step.at);
      const entry = { caseKind: 'petition', ...transition, caseId: id, commandId: null, sequence: place + 1 } as const;
      await createLedger(sources.worker).recordTransition(entry);
      ({ state } = transition);
    }
    return id;
  }

  async function register(id: string, isStub: boolean): Promise<void> {
    const { source, organisation, leadOffice, receivedOn, isWrittenAnswerRequired } = aSubmission();
    const given = { id, source, organisation, leadOffice, receivedOn, isWrittenAnswerRequired };
    const words = { title: markers.title, content: isStub ? '' : markers.text };
    const secret = { classification: 'stateSecret', stub: { number: '12/Canaryten', keeper: markers.name } } as const;
    const identity = {
      ...{ name: markers.name, address: markers.address, phone: markers.phone, email: person, representative: null },
    };
    await createDoor(sources.api).arrive(
      {
        ...{ id: randomUUID(), caseKind: 'petition', caseId: id, kind: 'register', bodyHash: 'hash', words: null },
        ...{ payload: { kind: 'register' }, actorId: null, receivedAt: at('2026-03-02') },
      },
      {
        caseKind: 'petition',
        submission: {
          ...{ ...given, ...words, category: 'resident', isCollective: false, isReachableByMail: !isStub },
          ...(isStub ? secret : {}),
        },
        sealedIdentity: isStub ? null : sealIdentity(identity, id, key),
      },
    );
  }

  async function writtenOf(caseId: string): Promise<readonly OutgoingLetter[]> {
    const rows = await sources.worker.query<{ id: string }[]>(
      'SELECT delivery.id FROM mail_deliveries delivery JOIN letters letter ON letter.id = letter_id WHERE case_id = $1',
      [caseId],
    );
    const write = createLetterWriter({
      deliveries: createDeliveries(sources.worker),
      contacts: createContacts(sources.worker),
      calendar: createLedger(sources.worker),
      links: createLinkIssuer(sources.worker),
      identities: createIdentityStore(sources.worker),
      sealingKey: key,
      publicUrl: 'https://doithoai.example.vn',
    });
    const letters: OutgoingLetter[] = [];
    for (const { id } of rows) {
      const letter = await write(id);
      if (letter !== null) letters.push(letter);
    }
    return letters;
  }
});

function opened(url: string): Promise<Opened> {
  return createDataSource({ url, poolSize: 2 }).initialize();
}

function foundIn({ subject, text, html }: OutgoingLetter): readonly string[] {
  return Object.values(markers).filter((marker) => `${subject}\n${text}\n${html}`.includes(marker));
}

function isIn(allowed: readonly string[], marker: string): boolean {
  return allowed.includes(marker);
}

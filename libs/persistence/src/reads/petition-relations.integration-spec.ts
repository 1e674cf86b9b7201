import { randomUUID } from 'node:crypto';

import { localDate, type Petition, type PetitionCommand, type Submission } from '@dialogue/domain';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aCommand, anOrganisation, aPetition, applied, at } from '@dialogue/testing/builders';

import { createDeliveries } from '../deliveries/deliveries.js';
import { createDoor } from '../door/door.js';
import { createIdentityStore } from '../identities/identity-store.js';
import { createLedger } from '../ledger/ledger.js';
import { aCommandOf, anAdmin, anEntry, openRegister, submitPetition, type TestRegister } from '../register.fixture.js';
import { createRegister } from './register.js';

const now = at('2026-03-24');
let register: TestRegister;
let admin: string;

beforeAll(async () => {
  register = await openRegister();
  admin = await anAdmin(register);
});
afterAll(async () => register.close());

interface Recorded {
  readonly state: Petition;
  readonly sequence: number;
}

/** A petition that is registered; with what else is said of its submission. */
async function begun(wishes: Partial<Submission> = {}): Promise<Recorded> {
  const id = await submitPetition(register.api, wishes);
  const first = { ...aPetition({ stage: 'submitted', ...wishes }), id };
  return next({ state: first, sequence: 0 }, aCommand('register'));
}

async function next({ state, sequence }: Recorded, command: PetitionCommand, commandId?: string): Promise<Recorded> {
  const transition = applied(state, command, now);
  const place = { sequence: sequence + 1, ...(commandId === undefined ? {} : { commandId }) };
  await createLedger(register.worker).recordTransition(anEntry(transition, place));
  return { state: transition.state, sequence: sequence + 1 };
}

function read(id: string): ReturnType<ReturnType<typeof createRegister>['petition']> {
  return createRegister(register.api).petition(id);
}

describe('the projection of marks', () => {
  it('D4.1, D8.2a: shows how a petition is classed', async () => {
    const classified = await next(await begun(), aCommand('classify', { authority: 'beyond' }));

    expect(await read(classified.state.id)).toMatchObject({
      ...{ classification: 'internal', urgency: 'urgent', authority: 'beyond', field: 'publicOrder' },
      flags: ['urgent', 'beyondAuthority', 'restricted'],
    });
  });

  it('D2.2: shows whether a letter reaches the new representative', async () => {
    const changed = await next(await begun(), aCommand('changeRepresentative', { isReachableByMail: false }));

    expect(await read(changed.state.id)).toMatchObject({ isReachableByMail: false });
  });

  it.each([
    ['D4.1: of an internal petition', aCommand('classify', { classification: 'internal' })],
    ['D11.1d: of a protected person', aCommand('protectIdentity')],
  ])('%s no letter bears the title', async (_what, command) => {
    const { state } = await next(await begun(), command);
    const [row] = await register.admin.query<{ id: string }[]>(
      'SELECT delivery.id FROM mail_deliveries delivery JOIN letters letter ON letter.id = letter_id WHERE case_id = $1',
      [state.id],
    );

    const delivery = await createDeliveries(register.worker).loadDelivery(row?.id ?? '');

    expect(delivery?.header).toMatchObject({ number: expect.stringContaining('KN-'), title: null });
  });

  it('D11.1d: tells a permission check that a person is protected', async () => {
    const { state } = await next(await begun(), aCommand('protectIdentity'));

    expect(await createRegister(register.api).petitionScope(state.id)).toMatchObject({ isProtected: true });
  });
});

describe('D11.1d: what is shown of a petition', () => {
  it.each(['withdraw', 'changeRepresentative', 'liftProtection'] as const)(
    'names nobody who signed to %s',
    async (kind) => {
      const sealed = await next(await begun(), aCommand('protectIdentity'));
      const words = { evidence: { number: '7/ĐN', signedOn: '2026-03-20', signatory: 'Lò Thị Kín' } };
      const command = aCommandOf(sealed.state.id, { kind, words });
      await createDoor(register.api).arrive(command);
      await next(sealed, aCommand(kind), command.id);

      const shown = await read(sealed.state.id);

      expect(shown?.documents).toMatchObject([{ number: '7/ĐN', signatory: null }]);
      expect(JSON.stringify(shown)).not.toContain('Lò Thị Kín');
    },
  );
});

describe('D4.1: a stub', () => {
  it('has a number and a keeper, and neither text nor person', async () => {
    const id = randomUUID();
    const { organisation, leadOffice } = aPetition();
    await createDoor(register.api).arrive(aCommandOf(id, { kind: 'register' }), {
      ...{ caseKind: 'petition', sealedIdentity: null },
      submission: {
        ...{ id, organisation, leadOffice, title: '12-BC/M', content: '', category: 'cadre', isCollective: false },
        ...{ source: 'outsideConference', receivedOn: localDate('2026-03-02'), isWrittenAnswerRequired: false },
        ...{
          isReachableByMail: false,
          classification: 'stateSecret',
          stub: { number: '12-BC/M', keeper: 'Văn thư mật' },
        },
      },
    });

    expect(await read(id)).toMatchObject({
      ...{ content: '', classification: 'stateSecret', stub: { number: '12-BC/M', keeper: 'Văn thư mật' } },
    });
    expect(await createLedger(register.worker).loadSubmission(id)).toMatchObject({ classification: 'stateSecret' });
    expect(await createIdentityStore(register.api).readIdentity(id, admin, 'read')).toBeNull();
  });
});

describe('D8.1c: petitions that belong together', () => {
  it('are named on both sides, and no longer once they part', async () => {
    const leading = await begun();
    const { number } = (await read(leading.state.id)) ?? { number: '' };
    const into = { id: leading.state.id, number };

    const merged = await next(await begun(), aCommand('merge', { into }));

    expect(await read(merged.state.id)).toMatchObject({ stage: 'merged', mergedInto: { ...into, stage: 'received' } });
    expect((await read(leading.state.id))?.followers.map(({ id }) => id)).toEqual([merged.state.id]);

    await next(merged, aCommand('unmerge'));

    expect(await read(merged.state.id)).toMatchObject({ stage: 'received', mergedInto: null });
    expect((await read(leading.state.id))?.followers).toEqual([]);
  });

  it('begin as matters of one letter when its split is recorded, and not before', async () => {
    const whole = await begun({ receivedOn: localDate('2026-03-02') });
    const part = randomUUID();
    const command = aCommandOf(whole.state.id, { kind: 'split' });
    await createDoor(register.api).arrive(command, null, {
      parts: [{ id: part, title: 'Nhà văn hóa', content: 'Bản chưa có.', sealedIdentity: Buffer.from('part') }],
    });
    const before = await read(part);

    await next(whole, aCommand('split', { parts: [part] }), command.id);

    expect(before).toBeNull();
    expect(await read(part)).toMatchObject({
      ...{ stage: 'submitted', title: 'Nhà văn hóa', receivedOn: '2026-03-02' },
      ...{ number: expect.stringMatching(/^KN-2026-\d{6}$/), splitFrom: { id: whole.state.id } },
    });
    expect((await read(whole.state.id))?.splitInto.map(({ id }) => id)).toEqual([part]);
    const sealed = await createIdentityStore(register.api).readIdentity(part, admin, 'read');
    expect(Buffer.from(sealed ?? []).toString()).toBe('part');
    expect(await register.admin.query('SELECT payload FROM outbox WHERE case_id = $1', [part])).toMatchObject([
      { payload: { kind: 'register', splitFrom: { id: whole.state.id } } },
    ]);
  });
});

describe('D2.2, D11.1d: who stands behind a petition', () => {
  it('is the new representative from the command on that was accepted, and not of one that was refused', async () => {
    const petition = await begun();
    const [refused, accepted] = ['refused', 'new'].map(() =>
      aCommandOf(petition.state.id, { kind: 'changeRepresentative' }),
    );
    if (refused === undefined || accepted === undefined) throw new Error('Two commands were made');
    const who = async (): Promise<string> =>
      Buffer.from(
        (await createIdentityStore(register.api).readIdentity(petition.state.id, admin, 'read')) ?? [],
      ).toString();
    await createDoor(register.api).arrive(refused, null, { sealedIdentity: Buffer.from('refused') });
    await createDoor(register.api).arrive(accepted, null, { sealedIdentity: Buffer.from('new') });
    const before = await who();

    await next(petition, aCommand('changeRepresentative'), accepted.id);

    expect([before, await who()]).toEqual(['sealed', 'new']);
  });
});

describe('D8.1c: likely duplicates', () => {
  const sample = async (wishes: object, mark?: string): Promise<string> => {
    const { state } = await begun(wishes);
    if (mark !== undefined)
      await register.admin.query('INSERT INTO petition_fingerprints VALUES ($1, $2)', [state.id, Buffer.from(mark)]);
    return state.id;
  };
  const found = async (id: string, scope?: readonly string[]): Promise<ReadonlyMap<string, boolean>> => {
    const rows = await createRegister(register.api).likelyDuplicates({
      ...{ id, limit: 100 },
      ...(scope === undefined ? {} : { scope }),
    });
    return new Map(rows.map(({ petition, isSamePerson }) => [petition.id, isSamePerson]));
  };

  it('are those in the same words, and those of the same person first', async () => {
    const id = await sample({}, 'person-1');
    const same = await sample({}, 'person-1');
    const alike = await sample({});

    const [first] = (await found(id)).entries();

    expect(first).toEqual([same, true]);
    expect((await found(id)).get(alike)).toBe(false);
  });

  it('are sought at the same head and within what the account may see', async () => {
    const id = await sample({});
    const elsewhere = await sample({ organisation: anOrganisation('SL-STC') });
    const here = await sample({});

    expect((await found(id)).has(elsewhere)).toBe(false);
    expect((await found(id, ['SL-VPUBND'])).has(here)).toBe(true);
    expect((await found(id, ['SL-STC'])).size).toBe(0);
  });

  it('D11.1d: do not tell that somebody who is protected has written before', async () => {
    const id = await sample({}, 'person-2');
    const sealed = await begun({});
    await register.admin.query('INSERT INTO petition_fingerprints VALUES ($1, $2)', [
      sealed.state.id,
      Buffer.from('person-2'),
    ]);
    await next(sealed, aCommand('protectIdentity'));

    expect((await found(id)).get(sealed.state.id)).toBe(false);
    expect((await found(sealed.state.id)).get(id)).toBe(false);
  });

  it('D11.1d: do not tell it either of what was split off and has not begun', async () => {
    const id = await sample({}, 'person-3');
    const sealed = await begun({});
    const part = await sample({}, 'person-3');
    await next(sealed, aCommand('protectIdentity'));
    await register.admin.query('UPDATE petition_submissions SET split_from = $2 WHERE id = $1', [
      part,
      sealed.state.id,
    ]);
    await register.admin.query('DELETE FROM petitions WHERE id = $1', [part]);

    expect((await found(part)).get(id)).toBe(false);
  });
});

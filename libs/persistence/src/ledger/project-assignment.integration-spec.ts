import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { PetitionProgress } from '@dialogue/domain';
import { aCommand, anOrganisation, applied, at, elapsed } from '@dialogue/testing/builders';

import { createRegister } from '../reads/register.js';
import { anEntry, openRegister, recordUntil, submitPetition, type TestRegister } from '../register.fixture.js';
import { createLedger, type Ledger } from './ledger.js';

describe('what people read of an assignment', () => {
  let register: TestRegister;
  let ledger: Ledger;
  let id: string;

  beforeAll(async () => {
    register = await openRegister();
    ledger = createLedger(register.worker);
  });
  afterAll(async () => register.close());
  beforeEach(async () => {
    id = await submitPetition(register.api);
  });

  it('D11.1c: shows what more time was asked for, and until when it was granted', async () => {
    const { state, sequence } = await recordUntil(register.worker, { id, stage: 'inProgress' });
    const asked = applied(state, aCommand('requestExtension'), at('2026-03-20'));
    await ledger.recordTransition(anEntry(asked, { sequence: sequence + 1 }));
    const before = await createRegister(register.api).petition(id);
    const granted = applied(asked.state, aCommand('grantExtension'), at('2026-03-23'));

    await ledger.recordTransition(anEntry(granted, { sequence: sequence + 2 }));

    const after = await createRegister(register.api).petition(id);
    expect(before?.assignments).toMatchObject([
      { extensionWantedOn: '2026-04-09', extendedTo: null, dueOn: '2026-03-26' },
    ]);
    expect(after?.assignments).toMatchObject([
      { extensionWantedOn: null, extendedTo: '2026-04-09', dueOn: '2026-04-09' },
    ]);
    expect(after?.duties.filter(({ doneAt }) => doneAt === null).map(({ kind }) => kind)).toEqual([
      'answer',
      'reportProgress',
    ]);
  });

  it('D11.1b, D11.1c: keeps the breach of a round that was given back', async () => {
    const { state, sequence } = await recordUntil(register.worker, { id, stage: 'inProgress' });
    const missed = elapsed(state, at('2026-03-27', '00:00'));
    for (const [index, transition] of missed.entries())
      await ledger.recordTransition(anEntry(transition, { sequence: sequence + index + 1 }));
    const back = applied(missed.at(-1)?.state ?? state, aCommand('returnAssignment'), at('2026-03-30'));

    await ledger.recordTransition(anEntry(back, { sequence: sequence + missed.length + 1 }));

    const read = await createRegister(register.api).petition(id);
    expect(read).toMatchObject({ stage: 'accepted', agency: null, flags: ['breached'] });
    expect(read?.assignments).toMatchObject([{ breachedOn: '2026-03-26', endedOn: '2026-03-30' }]);
  });

  it('D11.1b: shows who cooperates, until when, and what came of it', async () => {
    const { state, sequence } = await recordUntil(register.worker, { id, stage: 'accepted' });
    const bodies = ['SL-CA', 'SL-SYT'].map((code) => ({ code: anOrganisation(code), name: code }));
    const commands = [aCommand('assign', { cooperating: bodies }), aCommand('acknowledge'), aCommand('contribute')];
    let last = state;
    for (const [index, command] of commands.entries()) {
      const transition = applied(last, command, at(`2026-03-0${String(4 + index)}`));
      await ledger.recordTransition(anEntry(transition, { sequence: sequence + index + 1 }));
      last = transition.state;
    }

    const reads = createRegister(register.api);
    const read = await reads.petition(id);

    expect(read?.assignments[0]?.contributions).toMatchObject([
      { agency: { code: 'SL-CA' }, dueOn: '2026-03-19', contributedOn: '2026-03-06', document: { number: '31/CA-PV' } },
      { agency: { code: 'SL-SYT' }, dueOn: '2026-03-19', contributedOn: null, document: null },
    ]);
    expect(read?.duties.filter(({ kind, doneAt }) => kind === 'contribute' && doneAt === null)).toMatchObject([
      { body: { code: 'SL-SYT' } },
    ]);
    expect(await reads.petitionScope(id)).toMatchObject({
      cooperating: ['SL-CA', 'SL-SYT'],
      contributors: ['SL-CA', 'SL-SYT'],
    });
    expect(
      (await reads.petitions({ scope: ['SL-SYT'] }, { sort: 'newest', limit: 10 })).rows.map((each) => each.id),
    ).toEqual([id]);
  });

  it('D11.1b: letters to cooperating bodies go to them, and name the agency that leads', async () => {
    const { state, sequence } = await recordUntil(register.worker, { id, stage: 'accepted' });
    const cooperating = [{ code: anOrganisation('SL-SXD'), name: 'x' }];
    const assigned = applied(state, aCommand('assign', { cooperating }), at('2026-03-04'));

    await ledger.recordTransition(anEntry(assigned, { sequence: sequence + 1 }));

    const asked = (await createRegister(register.api).petition(id))?.letters.find(
      ({ kind }) => kind === 'cooperationAsked',
    );
    expect(asked?.deliveries.map(({ address }) => address)).toEqual([
      'giamdoc@sxd.sonla.example',
      'xuly@sxd.sonla.example',
    ]);
  });

  it('D11.1c: an answer and a resolution are two facts, each with its day, and counted apart', async () => {
    const { state, sequence } = await recordUntil(register.worker, { id, stage: 'answered' });
    const reads = createRegister(register.api);
    const found = async (progress: PetitionProgress): Promise<boolean> => {
      const { rows } = await reads.petitions({ progress: [progress] }, { limit: 100, sort: 'newest' });
      return rows.some((row) => row.id === id);
    };
    const unapproved = await found('unanswered');
    const approved = applied(state, aCommand('approveAnswer'), at('2026-03-23'));
    await ledger.recordTransition(anEntry(approved, { sequence: sequence + 1 }));
    const answered = [await reads.petition(id), await found('answered'), await found('resolved')];
    const resolved = applied(approved.state, aCommand('recordResolution'), at('2026-03-24'));

    await ledger.recordTransition(anEntry(resolved, { sequence: sequence + 2 }));

    const told = applied(resolved.state, aCommand('recordNoticeSent'), at('2026-03-24', '10:00'));
    await ledger.recordTransition(anEntry(told, { sequence: sequence + 3 }));
    expect(unapproved).toBe(true);
    expect(answered).toMatchObject([{ answeredOn: '2026-03-20', resolvedOn: null }, true, false]);
    expect(await reads.petition(id)).toMatchObject({ answeredOn: '2026-03-20', resolvedOn: '2026-03-24' });
    expect(await found('resolved')).toBe(true);
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { localDate } from '@dialogue/domain';
import { aCommand, applied, at, elapsed } from '@dialogue/testing/builders';

import { planConference } from '../conference.fixture.js';
import { createRegister } from '../reads/register.js';
import { anEntry, openRegister, recordUntil, submitPetition, type TestRegister } from '../register.fixture.js';
import { createLedger, type Ledger } from './ledger.js';

describe('what people read of a petition', () => {
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

  it('holds its whole life: rounds, answers, duties done', async () => {
    const { state, sequence } = await recordUntil(register.worker, { id, stage: 'closed' });

    const read = await createRegister(register.api).petition(id);
    expect(read).toMatchObject({
      stage: 'closed',
      sequence,
      endedAt: state.endedAt,
      nextDueOn: null,
      toldOn: state.toldOn,
    });
    expect(read?.assignments).toMatchObject([
      { round: 1, receivedOn: '2026-03-05', dueOn: '2026-03-26', isFirstAnswerLate: false, endedOn: '2026-03-25' },
    ]);
    expect(read?.answers).toMatchObject([{ number: 1, isApproved: true }]);
    expect(read?.duties.filter(({ doneAt }) => doneAt === null)).toEqual([]);
  });

  it('D11.1c: keeps a breach beside the answer that came late', async () => {
    const { state, sequence } = await recordUntil(register.worker, { id, stage: 'inProgress' });
    const missed = elapsed(state, at('2026-03-27', '00:00'));
    for (const [index, transition] of missed.entries()) {
      await ledger.recordTransition(anEntry(transition, { sequence: sequence + index + 1 }));
    }
    const overdue = await createRegister(register.api).petition(id);
    const late = applied(missed.at(-1)?.state ?? state, aCommand('answer'), at('2026-03-30'));

    await ledger.recordTransition(anEntry(late, { sequence: sequence + missed.length + 1 }));

    const read = await createRegister(register.api).petition(id);
    expect(overdue?.flags).toEqual(['overdue', 'breached']);
    expect(read?.assignments).toMatchObject([
      { breachedOn: '2026-03-26', isFirstAnswerLate: true, dueOn: '2026-03-26' },
    ]);
  });

  it('D11.1c: a reopened petition begins another round, and the first one stays', async () => {
    const { state, sequence } = await recordUntil(register.worker, { id, stage: 'closed' });
    const reopened = applied(state, aCommand('reopen'), at('2026-03-30'));
    await ledger.recordTransition(anEntry(reopened, { sequence: sequence + 1 }));
    const assigned = applied(
      reopened.state,
      aCommand('assign', { document: { number: '20/TB', signedOn: localDate('2026-03-31') } }),
      at('2026-03-31'),
    );

    await ledger.recordTransition(anEntry(assigned, { sequence: sequence + 2 }));

    const read = await createRegister(register.api).petition(id);
    expect(read).toMatchObject({ stage: 'assigned', field: 'economy', endedAt: null });
    expect(read?.assignments).toMatchObject([
      { round: 1, endedOn: '2026-03-25' },
      { round: 2, endedOn: null, receivedOn: null },
    ]);
  });

  it('D14.1: keeps what the host concluded when the petition is closed, and forgets it when it begins anew', async () => {
    const { state, sequence } = await recordUntil(register.worker, { id, stage: 'closed' });
    const closed = await createRegister(register.api).petition(id);
    const reopened = applied(state, aCommand('reopen'), at('2026-03-30'));

    await ledger.recordTransition(anEntry(reopened, { sequence: sequence + 1 }));

    expect(closed).toMatchObject({ stage: 'closed', conclusion: 'assign' });
    expect(await createRegister(register.api).petition(id)).toMatchObject({ stage: 'accepted', conclusion: null });
  });

  it.each([
    ['settled', 'settle', '2026-03-06'],
    ['declined', 'decline', undefined],
    ['deferred', 'defer', null],
    ['referred', 'refer', undefined],
  ] as const)('D10.1b, D10.1c: a petition that is %s', async (stage, conclusion, endedOn) => {
    await recordUntil(register.worker, { id, stage });

    const read = await createRegister(register.api).petition(id);

    expect(read).toMatchObject({ stage, conclusion, conference: null });
    expect(read?.assignments[0]?.endedOn).toBe(endedOn);
  });

  it('D10.1c: what another authority has answered was referred, not assigned', async () => {
    const { state, sequence } = await recordUntil(register.worker, { id, stage: 'referred' });
    const answered = applied(state, aCommand('recordReferralOutcome'), at('2026-03-25'));

    await ledger.recordTransition(anEntry(answered, { sequence: sequence + 1 }));

    expect(await createRegister(register.api).petition(id)).toMatchObject({ stage: 'answered', conclusion: 'refer' });
  });

  it('D8.1e, D8.1f: a late petition of a conference must be answered in writing', async () => {
    const { command, caseNumber } = await planConference(register.api, { on: localDate('2026-03-05') });
    const { state, sequence } = await recordUntil(register.worker, { id, stage: 'accepted' });
    const conference = { id: command.caseId, number: caseNumber ?? '', on: localDate('2026-03-05') };
    const attached = applied(state, aCommand('attachToConference', { conference }), at('2026-03-04'));

    await ledger.recordTransition(anEntry(attached, { sequence: sequence + 1 }));

    const read = await createRegister(register.api).petition(id);
    const detached = applied(attached.state, aCommand('detach'), at('2026-03-04', '10:00'));
    await ledger.recordTransition(anEntry(detached, { sequence: sequence + 2 }));
    expect(read).toMatchObject({
      source: 'late',
      isWrittenAnswerRequired: true,
      conference: { ...conference, path: 'written', isRaised: false },
    });
    expect(await createRegister(register.api).petition(id)).toMatchObject({
      conference: null,
      isWrittenAnswerRequired: true,
    });
  });

  it('includes its letters with what became of them', async () => {
    await recordUntil(register.worker, { id, stage: 'inProgress' });

    const petition = await createRegister(register.api).petition(id);

    const assigned = petition?.letters.find(({ kind }) => kind === 'assigned');
    expect(assigned?.deliveries).toMatchObject([
      {
        role: 'agencyHead',
        state: 'queued',
        address: 'giamdoc@stc.sonla.example',
        organisation: { name: 'Sở Tài chính' },
      },
      { role: 'handler', state: 'queued', address: 'xuly@stc.sonla.example' },
    ]);
  });
});

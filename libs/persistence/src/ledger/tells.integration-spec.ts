import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Tell } from '@dialogue/domain';
import { aConferenceCommand, aPetition, at, conferenceSteps } from '@dialogue/testing/builders';

import { continueConference, holdConference } from '../conference.fixture.js';
import { anEntry, openRegister, submitPetition, type TestRegister } from '../register.fixture.js';
import { createRelayStore, type OutboxRow } from '../relay/relay-store.js';
import { createLedger, type Ledger } from './ledger.js';

const moved: Tell = {
  caseKind: 'petition',
  caseId: '7f0c6a52-93a8-4d53-8d0b-6a1d5a3c0001',
  command: { kind: 'conferenceEnded', conferenceId: '2c1e8f04-51b7-4c0e-9a53-7d2f4b6c0001' },
};
const followed: Tell = {
  caseKind: 'conference',
  caseId: '2c1e8f04-51b7-4c0e-9a53-7d2f4b6c0001',
  command: aConferenceCommand('petitionFollowedUp'),
};

describe('what one case tells another', () => {
  let register: TestRegister;
  let ledger: Ledger;

  beforeAll(async () => {
    register = await openRegister();
    ledger = createLedger(register.worker);
  });
  afterAll(async () => register.close());

  async function drain(): Promise<readonly OutboxRow[]> {
    const rows: OutboxRow[] = [];
    const relay = createRelayStore(register.worker);
    const take = async (row: OutboxRow): Promise<void> => {
      rows.push(row);
      return Promise.resolve();
    };
    // One row of a case at a time: the next one comes with the next round.
    while ((await relay.claimOutbox(100, take)).sent > 0);
    return rows.filter(({ message }) => message.kind === 'signalCase');
  }

  async function anEntryThatTells(tells: readonly Tell[]): Promise<ReturnType<typeof anEntry>> {
    const id = await submitPetition(register.api);
    const state = aPetition({ id });
    const happened = { event: 'x', at: at('2026-03-02'), rule: 'D9', facts: {}, state, notices: [] } as const;
    return anEntry({ ...happened, tells }, { sequence: 1 });
  }

  it('goes to the relay once, however often it is recorded, each under an id of its own', async () => {
    const entry = await anEntryThatTells([moved, followed]);

    await ledger.recordTransition(entry);
    await ledger.recordTransition(entry);

    const rows = await drain();
    expect(rows.map(({ message }) => message)).toEqual([
      { kind: 'signalCase', ...moved },
      { kind: 'signalCase', ...followed },
    ]);
    expect(new Set(rows.map(({ commandId }) => commandId)).size).toBe(2);
  });

  it('belongs to what was recorded: the same place with other news is refused', async () => {
    const entry = await anEntryThatTells([moved]);
    await ledger.recordTransition(entry);

    await expect(ledger.recordTransition({ ...entry, tells: [followed] })).rejects.toMatchObject({
      name: 'LedgerConflict',
    });
  });

  it('D9: a conference that concludes tells its petition, and goes on from what it remembers', async () => {
    const petitionId = await submitPetition(register.api);
    const recorded = await holdConference(register, [
      ...conferenceSteps.preparing,
      { command: aConferenceCommand('petitionAttached', { petitionId }), at: at('2026-03-17') },
      { command: aConferenceCommand('recordHeld'), at: at('2026-04-16') },
    ]);
    await drain();
    const conclusions = [{ petitionId, conclusion: { kind: 'settle' } }] as const;

    const concluded = await continueConference(register.worker, recorded, [
      { command: aConferenceCommand('conclude', { conclusions }), at: at('2026-04-17') },
    ]);

    expect((await drain()).map(({ message }) => message)).toMatchObject([
      { caseKind: 'petition', caseId: petitionId, command: { kind: 'conferenceConcluded', heldOn: '2026-04-16' } },
    ]);
    expect(await ledger.loadCase({ caseKind: 'conference', caseId: recorded.state.id })).toMatchObject({
      state: concluded.state,
      sequence: concluded.sequence,
      lastAt: at('2026-04-17'),
    });
  });

  it('keeps its id when the register is restored from a backup and gives the same numbers out again', async () => {
    const entry = await anEntryThatTells([moved]);
    await ledger.recordTransition(entry);
    const [before] = await drain();
    await register.admin.query('DELETE FROM outbox');
    await register.admin.query('ALTER SEQUENCE outbox_id_seq RESTART WITH 1');

    await ledger.recordTransition({ ...(await anEntryThatTells([moved])) });

    const [after] = await drain();
    expect(after?.id).toBe(1);
    expect(after?.commandId).not.toBe(before?.commandId);
  });
});

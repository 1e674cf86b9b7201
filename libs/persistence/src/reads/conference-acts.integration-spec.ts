import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { localDate, type ConferenceCommand, type ConferenceStage, type ReportPeriod } from '@dialogue/domain';
import {
  aConferenceCommand,
  anOrganisation,
  appliedToConference,
  at,
  conferenceSteps,
} from '@dialogue/testing/builders';

import { holdConference, type RecordedConference } from '../conference.fixture.js';
import { createDoor } from '../door/door.js';
import { createLedger } from '../ledger/ledger.js';
import { aCommandOf, anEntry, openRegister, type TestRegister } from '../register.fixture.js';
import { policyProposals } from '../reports/policy-proposals.js';
import { sqlOf } from '../sql/sql.js';
import { createRegister, type Register } from './register.js';

const period: Pick<ReportPeriod, 'from' | 'cutOn' | 'code'> = {
  from: localDate('2026-04-01'),
  cutOn: localDate('2026-04-30'),
  code: '20260401-20260430',
};

describe('what was said and written from the day of a conference on', () => {
  let register: TestRegister;
  let reads: Register;

  beforeAll(async () => {
    register = await openRegister();
    reads = createRegister(register.api);
  });
  afterAll(async () => register.close());

  /** A conference of a stage, with commands that came through the door with their words. */
  async function conferenceWith(
    stage: ConferenceStage,
    ...said: readonly (readonly [ConferenceCommand, object, string])[]
  ): Promise<RecordedConference> {
    let recorded = await holdConference(register, conferenceSteps[stage]);
    for (const [command, words, day] of said) recorded = await say(recorded, command, { words, day });
    return recorded;
  }

  async function say(
    { state, sequence }: RecordedConference,
    command: ConferenceCommand,
    { words, day }: { readonly words: object; readonly day: string },
  ): Promise<RecordedConference> {
    const commandId = randomUUID();
    const { kind } = command;
    await createDoor(register.api).arrive(
      aCommandOf(state.id, {
        ...{ id: commandId, caseKind: 'conference', kind },
        ...{ payload: { ...command }, words: { ...words }, receivedAt: at(day) },
      }),
    );
    const transition = appliedToConference(state, command, at(day));
    const place = { sequence: sequence + 1, caseKind: 'conference', commandId } as const;
    await createLedger(register.worker).recordTransition(anEntry(transition, place));
    return { state: transition.state, sequence: sequence + 1 };
  }

  it('D9: names who registered to speak, in their order', async () => {
    const speaker = aConferenceCommand('registerSpeaker');
    const { state } = await conferenceWith(
      'preparing',
      [speaker, { speaker: 'first', content: 'roads' }, '2026-04-13'],
      [speaker, { speaker: 'second', content: 'water' }, '2026-04-14'],
    );

    expect((await reads.conference(state.id))?.speakers).toEqual([
      { place: 1, speaker: 'first', content: 'roads', petitionId: null, isAtConference: false },
      { place: 2, speaker: 'second', content: 'water', petitionId: null, isAtConference: false },
    ]);
  });

  it('D10.3b: keeps every version of the minutes as it was, with the signature of the one that was signed', async () => {
    const { state } = await conferenceWith(
      'preparing',
      [aConferenceCommand('recordHeld', { hasMinutes: true }), { minutes: 'as it went' }, '2026-04-16'],
      [aConferenceCommand('saveMinutes'), { text: 'in full', proceedings: { purpose: 'roads' } }, '2026-04-17'],
      [aConferenceCommand('signMinutes', { version: 2 }), {}, '2026-04-17'],
    );

    expect(await reads.conferenceMinutes(state.id)).toEqual([
      { version: 1, text: 'as it went', proceedings: null, savedAt: at('2026-04-16'), savedBy: null, signedOn: null },
      {
        ...{ version: 2, text: 'in full', proceedings: { purpose: 'roads' }, savedAt: at('2026-04-17') },
        ...{ savedBy: null, signedOn: '2026-04-17' },
      },
    ]);
    expect(
      await register.api.query('SELECT minutes_versions, signed_minutes_version FROM conferences WHERE id = $1', [
        state.id,
      ]),
    ).toEqual([{ minutes_versions: 2, signed_minutes_version: 2 }]);
  });

  it('D8.1a, D8.3b: says since when it has no day, and when the dialogue failed', async () => {
    const postponed = await conferenceWith('postponed');
    const failed = await conferenceWith('awaitingDirection');

    expect(await reads.conference(postponed.state.id)).toMatchObject({
      ...{ stage: 'postponed', postponedOn: '2026-03-18', failedOn: null, nextDueRule: 'D8.1a' },
    });
    expect(await reads.conference(failed.state.id)).toMatchObject({
      ...{ stage: 'awaitingDirection', postponedOn: null, failedOn: '2026-04-16', heldOn: null },
    });
  });

  it('D11.2a: shows proposals with the conference, and in the report of their days', async () => {
    const { state } = await conferenceWith('followUp', [
      aConferenceCommand('recordPolicyProposal'),
      { proposal: 'more money for roads', to: 'SL-TU' },
      '2026-04-20',
    ]);
    const collected = async (of: string, below: readonly string[], days = period): Promise<readonly string[]> =>
      (
        await policyProposals(sqlOf(register.api), {
          organisation: anOrganisation(of),
          below: below.map(anOrganisation),
          period: days,
        })
      ).map(({ proposal, to }) => `${proposal} ${String(to)}`);

    expect((await reads.conference(state.id))?.policyProposals).toMatchObject([
      { number: 1, text: 'more money for roads', at: at('2026-04-20') },
    ]);
    expect(await collected('SL-UBND', [])).toEqual(['more money for roads SL-TU']);
    expect(await collected('SL-TU', ['SL-UBND'])).toEqual(['more money for roads SL-TU']);
    expect(await collected('SL-TU', [])).toEqual([]);
    expect(await collected('SL-UBND', [], { ...period, cutOn: localDate('2026-04-19') })).toEqual([]);
  });

  it('D13.3: keeps remarks of supervision, also on a conference that is closed', async () => {
    const { state } = await conferenceWith('closed', [
      aConferenceCommand('recordSupervision'),
      { remark: 'two were not told' },
      '2026-05-04',
    ]);

    expect(await reads.conference(state.id)).toMatchObject({
      stage: 'closed',
      internalReviewOn: '2026-04-21',
      supervision: [{ number: 1, text: 'two were not told' }],
    });
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { localDate } from '@dialogue/domain';
import { aCommand, aConferenceCommand, applied, at, conferenceSteps } from '@dialogue/testing/builders';

import { continueConference, holdConference } from '../conference.fixture.js';
import { createRegister, type Register } from '../reads/register.js';
import { anEntry, openRegister, recordUntil, submitPetition, type TestRegister } from '../register.fixture.js';
import { createLedger } from './ledger.js';

describe('the petitions of a conference', () => {
  let register: TestRegister;
  let reads: Register;

  beforeAll(async () => {
    register = await openRegister();
    reads = createRegister(register.api);
  });
  afterAll(async () => register.close());

  async function anAcceptedPetition(): Promise<string> {
    const id = await submitPetition(register.api);
    await recordUntil(register.worker, { id, stage: 'accepted' });
    return id;
  }

  it('D9: are listed with what became of each, and those that left', async () => {
    const [kept, left] = [await anAcceptedPetition(), await anAcceptedPetition()];
    const attached = (petitionId: string, number: string): ReturnType<typeof aConferenceCommand<'petitionAttached'>> =>
      aConferenceCommand('petitionAttached', { petitionId, number });
    const recorded = await holdConference(register, [
      ...conferenceSteps.preparing,
      { command: attached(kept, 'KN-1'), at: at('2026-03-17') },
      { command: attached(left, 'KN-2'), at: at('2026-03-18') },
      { command: aConferenceCommand('petitionDetached', { petitionId: left }), at: at('2026-03-19') },
      { command: aConferenceCommand('recordHeld'), at: at('2026-04-16') },
      {
        command: aConferenceCommand('conclude', {
          conclusions: [{ petitionId: kept, conclusion: { kind: 'settle' } }],
        }),
        at: at('2026-04-17'),
      },
    ]);
    const before = await reads.conference(recorded.state.id);
    await continueConference(register.worker, recorded, [
      {
        command: aConferenceCommand('petitionFollowedUp', { petitionId: kept, on: localDate('2026-04-20') }),
        at: at('2026-04-20'),
      },
    ]);

    const after = await reads.conference(recorded.state.id);

    expect(before?.petitions).toMatchObject([
      { id: kept, conclusion: 'settle', attachedOn: '2026-03-17', followedUpOn: null, detachedOn: null },
      { id: left, conclusion: null, attachedOn: '2026-03-18', detachedOn: '2026-03-19' },
    ]);
    expect(after?.petitions[0]).toMatchObject({ followedUpOn: '2026-04-20' });
    expect((await reads.conferencePetitions(recorded.state.id)).map(({ id }) => id)).toEqual([kept]);
  });

  it('D8.1f: are named though the conference has not heard of them yet', async () => {
    const { state } = await holdConference(register, conferenceSteps.preparing);
    const id = await submitPetition(register.api);
    const conference = { id: state.id, number: state.number, on: state.on };
    const { state: petition, sequence } = await recordUntil(register.worker, { id, stage: 'accepted' });

    const attached = applied(petition, aCommand('attachToConference', { conference }), at('2026-03-20'));
    await createLedger(register.worker).recordTransition(anEntry(attached, { sequence: sequence + 1 }));

    expect(await reads.conferencePetitions(state.id)).toMatchObject([
      { id, path: 'briefing', isRaised: false, attachedOn: null, conclusion: null },
    ]);
    expect((await reads.petition(id))?.conference).toMatchObject({
      ...conference,
      title: 'Đối thoại định kỳ năm 2026',
      path: 'briefing',
      conclusion: null,
    });
  });
});

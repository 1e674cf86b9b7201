import { describe, expect, it } from '@jest/globals';
import { localDate } from '@dialogue/domain';
import { aConference, at } from '@dialogue/testing/builders';
import { beginConference, type ConferenceStory } from '@dialogue/testing/cases';

import { useStoryServer } from './case-stories.fixture.js';

const { server, told } = useStoryServer();

async function preparing(on: string): Promise<ConferenceStory> {
  const memory = { state: aConference({ stage: 'preparing' }), lastAt: at('2026-03-16') };
  return told(await beginConference(server(), { on, memory }));
}

describe('a conference from its day on', () => {
  it('D8.1a: that is postponed is reminded of, and counts from its next day', async () => {
    const conference = await preparing('2026-03-18');
    await conference.send('postpone');
    await conference.until('2026-04-18');
    await conference.send('reschedule', { on: localDate('2026-05-14'), startsAt: '08:00' });

    expect(conference.lines()).toEqual([
      '2026-03-18 08:30 postponed',
      '2026-04-01 08:00 urged setNewDate 0',
      '2026-04-15 08:00 urged setNewDate 10',
      '2026-04-18 09:00 rescheduled',
    ]);
    expect(conference.book.entries.at(-1)?.state).toMatchObject({ stage: 'preparing', postponement: null, moves: 1 });
  });

  it('D8.3b, D11.1b: that failed asks the superior again, misses what its petitions are owed, and ends by direction', async () => {
    const conference = await preparing('2026-04-15');
    await conference.send('petitionAttached');
    await conference.until('2026-04-16', '16:00');
    await conference.send('recordFailed');
    await conference.until('2026-05-06');
    await conference.send('recordDirection', { direction: { kind: 'close' } });
    await conference.handle.result();

    const lines = conference.lines().slice(conference.lines().indexOf('2026-04-16 16:00 failed'));
    expect(lines.filter((line) => !line.includes('urged followUp'))).toEqual([
      '2026-04-16 16:00 failed',
      '2026-04-23 08:00 urged awaitDirection 0',
      '2026-04-24 00:00 deadlineMissed followUpPetitions',
      '2026-05-05 08:00 urged awaitDirection 5',
      '2026-05-06 09:00 directionRecorded',
    ]);
    const { state, tells } = conference.book.entries.at(-1)!;
    expect(state).toMatchObject({ stage: 'closed', hasFinding: true, duties: [] });
    expect(tells).toMatchObject([{ command: { kind: 'conferenceEnded' } }]);
  });

  it('D10.3b: takes minutes version by version, and the signature of the newest', async () => {
    const conference = await preparing('2026-04-15');
    await conference.send('registerSpeaker');
    await conference.until('2026-04-16', '11:00');
    await conference.send('recordHeld', { hasMinutes: true });
    await conference.send('saveMinutes');
    await conference.send('signMinutes', { version: 2, signedOn: localDate('2026-04-16') });

    expect(conference.book.entries.at(-1)?.state).toMatchObject({
      speakers: 1,
      minutes: { versions: 2, signed: { version: 2 } },
    });
  });
});

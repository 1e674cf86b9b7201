import { describe, expect, it } from '@jest/globals';
import { localDate } from '@dialogue/domain';
import { aCalendar, at } from '@dialogue/testing/builders';

import { eventTypes, eventTypesOf } from './case-stories.fixture.js';
import { useStories } from './petition-stories.fixture.js';

const { comesBack } = useStories();

describe('a petition that comes back twelve days after its deadline', () => {
  it('D11.1c: records the miss first, drops stale reminders and climbs every escalation once', async () => {
    const petition = await comesBack('2026-04-07');

    await petition.start();
    await petition.until('2026-04-07', '10:00');

    expect(petition.lines()).toEqual([
      '2026-03-27 00:00 deadlineMissed answer',
      '2026-04-07 08:30 urged answer 1 3 7 dropped -5 -2',
    ]);
    const { notices } = petition.book.entries[1]!;
    expect(notices.map(({ key }) => key)).toEqual(
      petition.shift.days(['answer/4/2026-03-26/1', 'answer/4/2026-03-26/3', 'answer/4/2026-03-26/7']),
    );
  });

  it('D11.1c: takes an answer that came in its last second as in time, and urges nobody for it', async () => {
    const petition = await comesBack('2026-04-07');

    await petition.send('answer', {}, { receivedAt: at('2026-03-26', '23:59:59') });
    await petition.settle();

    expect(petition.lines()).toEqual([
      '2026-03-26 23:59 answered',
      '2026-04-01 00:00 deadlineMissed approve',
      '2026-04-07 08:30 urged approve 1 dropped -1',
    ]);
    expect(petition.book.entries[0]?.facts).toMatchObject({ isLate: false });
  });

  it('D11.1c: takes an answer that came with the first instant after it as late, after the miss', async () => {
    const petition = await comesBack('2026-04-07');

    await petition.send('answer', {}, { receivedAt: at('2026-03-27', '00:00') });
    await petition.settle();

    expect(petition.lines()).toEqual([
      '2026-03-27 00:00 deadlineMissed answer',
      '2026-03-27 00:00 answered',
      '2026-04-02 00:00 deadlineMissed approve',
      '2026-04-07 08:30 urged approve 1 dropped -1',
    ]);
    expect(petition.book.entries[1]?.facts).toMatchObject({ isLate: true });
  });

  it('D11.1c: decides commands in their order, each at the instant at which it came', async () => {
    const petition = await comesBack('2026-04-07');

    await petition.signal('answer', {}, { receivedAt: at('2026-03-26', '10:00') });
    await petition.signal('sendBackAnswer', {}, { receivedAt: at('2026-03-27', '10:00') });
    await petition.send('answer', {}, { receivedAt: at('2026-04-06', '10:00') });

    expect(petition.lines().slice(0, 4)).toEqual([
      '2026-03-26 10:00 answered',
      '2026-03-27 10:00 answerSentBack',
      '2026-04-04 00:00 deadlineMissed answer',
      '2026-04-06 10:00 answered',
    ]);
    expect(petition.book.entries[3]?.state.assignment).toMatchObject({ breachedOn: null, isFirstAnswerLate: false });
  });

  it('D11.1c: misses nothing that an edition has moved of which it hears only now', async () => {
    const daysOff = [...aCalendar().daysOff, localDate('2026-03-25')];
    const petition = await comesBack('2026-03-27', { edition: { edition: 2, daysOff } });

    await petition.send('calendarChanged', { edition: 2 });
    await petition.settle();

    expect(petition.lines()).toEqual([
      '2026-03-27 08:30 calendarChanged',
      '2026-03-27 08:30 urged answer -2 dropped -5',
    ]);
    expect(petition.book.entries[0]?.facts).toMatchObject({ moved: 1, edition: 2 });
  });

  it('takes a command that claims to be older than the last event as coming right after it', async () => {
    const petition = await comesBack('2026-03-20');

    await petition.send('withdraw', {}, { receivedAt: at('2026-03-01') });

    expect(petition.lines()).toEqual(['2026-03-05 09:00 withdrawn']);
  });

  it('takes a command that claims to come from the future as coming now', async () => {
    const petition = await comesBack('2026-03-18');

    await petition.send('withdraw', {}, { receivedAt: at('2026-12-01') });

    expect(petition.lines()).toEqual(['2026-03-18 08:30 withdrawn']);
  });
});

describe('while the register is away', () => {
  it('D11.1c: a turn waits for it past the next instant, and then goes on where it was', async () => {
    const petition = await comesBack('2026-03-26');
    await petition.start();
    await petition.until('2026-03-26', '23:00');
    petition.book.isAway = true;
    await petition.until('2026-03-27', '09:00');
    petition.book.isAway = false;

    await petition.until('2026-03-27', '09:05');

    expect(petition.lines().slice(1)).toEqual([
      '2026-03-27 00:00 deadlineMissed answer',
      expect.stringMatching(/^2026-03-27 09:0[0-2] urged answer 1$/),
    ]);
    expect(await eventTypesOf(petition)).not.toContain(eventTypes.workflowTaskFailed);
  });

  it('D11.1c: an answer given in time stays in time', async () => {
    const petition = await comesBack('2026-03-26');
    await petition.start();
    await petition.until('2026-03-26', '21:00');
    petition.book.isAway = true;
    await petition.signal('answer');
    await petition.until('2026-03-27', '04:00');
    petition.book.isAway = false;

    await petition.until('2026-03-27', '09:00');

    expect(petition.lines().slice(1)).toEqual(['2026-03-26 21:00 answered']);
    expect(petition.book.entries.at(-1)?.facts).toMatchObject({ isLate: false });
  });

  it('a command is tried again and again, and recorded once', async () => {
    const petition = await comesBack('2026-03-18');
    petition.book.isAway = true;
    await petition.signal('withdraw');
    await petition.until('2026-03-18', '12:00');
    petition.book.isAway = false;

    await petition.until('2026-03-18', '12:05');

    expect(petition.lines()).toEqual(['2026-03-18 08:30 withdrawn']);
    expect(petition.book.calls.loadCase).toBeGreaterThan(100);
  });
});

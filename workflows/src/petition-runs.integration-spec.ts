import { describe, expect, it } from '@jest/globals';
import { aDocument, aPetition, at } from '@dialogue/testing/builders';

import { useStories } from './petition-stories.fixture.js';

const { begin, acknowledged, comesBack } = useStories();

describe('a command', () => {
  it('that is signalled five times is recorded once', async () => {
    const petition = await begin({ on: '2026-03-02' });
    for (let times = 0; times < 5; times += 1) await petition.signal('register', {}, { commandId: 'the-same' });

    await petition.settle();

    expect(petition.lines()).toEqual(['2026-03-02 08:30 registered']);
    expect(petition.book.calls.recordTransition).toBe(1);
  });

  it('that is signalled again after its run has ended is not recorded again', async () => {
    const petition = await begin({ on: '2026-03-02' });
    await petition.send('register');
    await petition.send('withdraw', {}, { commandId: 'the-same' });
    await petition.handle.result();

    await petition.signal('withdraw', {}, { commandId: 'the-same' });
    await petition.handle.result();

    expect(petition.lines()).toHaveLength(2);
    expect(petition.book.refusals).toEqual([]);
  });

  it('D11.3: that a rule refuses leaves its reason, and no transition', async () => {
    const petition = await comesBack('2026-03-10');

    await petition.send('approveAnswer', {}, { commandId: 'too-early', receivedAt: at('2026-03-09', '10:00') });

    expect(petition.lines()).toEqual([]);
    expect(petition.book.refusals).toEqual([
      expect.objectContaining({
        commandId: 'too-early',
        code: 'petition.transition_refused',
        rule: 'D11.3',
        at: petition.shift.instant(at('2026-03-09', '10:00')),
      }),
    ]);
  });

  it('that was decided elsewhere meanwhile is dropped, and the sequence keeps no gap', async () => {
    const petition = await begin({ on: '2026-03-02' });
    await petition.send('register');
    petition.book.decideElsewhere('decided');

    await petition.signal('accept', {}, { commandId: 'decided' });
    await petition.settle();
    expect(await petition.handle.query('state')).toMatchObject({ stage: 'received' });
    await petition.send('accept');

    expect(petition.book.entries.map(({ event, sequence }) => [event, sequence])).toEqual([
      ['registered', 1],
      ['accepted', 2],
    ]);
  });
});

describe('a long history', () => {
  it('is continued as new while commands are waiting, and none is lost, doubled or out of order', async () => {
    const petition = await begin({ on: '2026-03-02', historyLimit: 15 });
    const expected: string[] = [];
    petition.book.beforeAnswer = async () => {
      for (let number = 0; number < 12; number += 1) {
        expected.push(`letter-${number}`);
        await petition.signal('noteDelivery', { deliveryId: `letter-${number}` }, { commandId: `note-${number}` });
      }
    };
    await petition.send('register');
    await petition.settle();
    for (let number = 0; number < 12; number += 1)
      await petition.signal('noteDelivery', { deliveryId: `letter-${number}` }, { commandId: `note-${number}` });
    await petition.settle();

    expect(petition.book.entries.slice(1).map(({ facts }) => facts['deliveryId'])).toEqual(expected);
    expect(petition.book.entries.map(({ sequence }) => sequence)).toEqual(
      expected.map((_, index) => index + 1).concat(13),
    );
    expect(petition.book.calls).toMatchObject({ recordTransition: 13, loadCase: 1 });
    const { events } = await petition.handle.fetchHistory();
    expect(events?.[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId).not.toBe('');
  });

  it('D11.1c: is continued as new without a rung lost or climbed twice', async () => {
    const petition = await acknowledged('2026-01-27', { historyLimit: 10 });

    await petition.until('2026-03-06');

    expect(petition.lines().slice(4)).toEqual([
      '2026-02-10 08:00 urged answer -5',
      '2026-02-13 08:00 urged answer -2',
      '2026-02-25 00:00 deadlineMissed answer',
      '2026-02-25 08:00 urged answer 1',
      '2026-02-27 08:00 urged answer 3',
      '2026-03-05 08:00 urged answer 7',
    ]);
    expect(petition.book.calls).toMatchObject({ recordTransition: 10, loadCase: 1 });
  });
});

describe('a closed petition', () => {
  const memory = { state: aPetition({ stage: 'closed' }), lastAt: at('2026-03-25') };

  it('ends at once when it is started again', async () => {
    const petition = await begin({ on: '2026-04-07', memory });

    await petition.start();
    await petition.handle.result();

    expect(petition.book.entries).toEqual([]);
    expect(petition.book.calls).toMatchObject({ loadCase: 1, recordTransition: 0 });
  });

  it('D11.3: refuses what does not revive it, and ends again', async () => {
    const petition = await begin({ on: '2026-04-07', memory });

    await petition.send('withdraw');
    await petition.handle.result();

    expect(petition.book.refusals).toMatchObject([{ code: 'petition.transition_refused' }]);
  });

  it('D11.3: is revived by reopening, with its deadlines', async () => {
    const petition = await begin({ on: '2026-04-07', memory });

    await petition.send('reopen');
    await petition.until('2026-04-15', '12:00');

    expect(petition.lines()).toEqual([
      '2026-04-07 08:30 reopened',
      '2026-04-13 08:00 urged assign -1',
      '2026-04-15 00:00 deadlineMissed assign',
      '2026-04-15 08:00 urged assign 1',
    ]);
  });
});

describe('a calendar that ends too early', () => {
  it('D11.1c: is loaded further when a count asks for it, and the count goes on', async () => {
    const petition = await acknowledged('2026-01-27', { sliceUntil: '2026-02-05' });

    await petition.until('2026-02-25', '00:01');

    expect(petition.lines().slice(3)).toEqual([
      '2026-01-27 09:00 acknowledged',
      '2026-02-10 08:00 urged answer -5',
      '2026-02-13 08:00 urged answer -2',
      '2026-02-25 00:00 deadlineMissed answer',
    ]);
    expect(petition.book.calls.loadCalendar).toBe(1);
    expect(petition.book.entries.at(-1)?.state.calendar.from).toBe(petition.book.entries[0]?.state.calendar.from);
  });

  it('D11.1c: is loaded for the next rung, too', async () => {
    const petition = await begin({ on: '2026-03-02', sliceUntil: '2026-03-05' });
    await petition.send('register');

    await petition.until('2026-03-06', '09:00');

    expect(petition.lines()).toEqual([
      '2026-03-02 08:30 registered',
      '2026-03-04 08:00 urged screen -1',
      '2026-03-06 00:00 deadlineMissed screen',
      '2026-03-06 08:00 urged screen 1',
    ]);
    expect(petition.book.calls.loadCalendar).toBe(1);
  });
});

describe('a document from before the petition', () => {
  it('D11.1b: is refused, and the petition waits on', async () => {
    const petition = await begin({ on: '2026-03-02' });
    await petition.send('register');
    await petition.send('accept');

    await petition.send('assign', { document: aDocument('1/TB', '2026-02-27') });

    expect(petition.book.refusals).toMatchObject([{ code: 'petition.date_before_case', rule: 'D11.1b' }]);
  });
});

import { randomUUID } from 'node:crypto';

import { describe, expect, it } from '@jest/globals';
import { localDate } from '@dialogue/domain';
import { aConference, aDocument, aPetition, at } from '@dialogue/testing/builders';
import {
  beginConference,
  beginStory,
  type ConferenceBeginning,
  type ConferenceStory,
  type PetitionStory,
  type StoryBeginning,
} from '@dialogue/testing/cases';

import { useStoryServer } from './case-stories.fixture.js';
import { beginBeside } from './duty-days.fixture.js';

const { server, told } = useStoryServer();
const conferenceDay = '2026-03-17';
const petitionDay = '2026-03-05';

/** Planned and approved for 16 April; nothing is due on the day of the story. */
async function preparing(beginning: Partial<ConferenceBeginning> = {}): Promise<ConferenceStory> {
  const memory = { state: aConference({ stage: 'preparing' }), lastAt: at('2026-03-16') };
  return told(await beginConference(server(), { on: conferenceDay, memory, ...beginning }));
}

/** Received on Monday 2 March; nothing is due on the day of the story. */
async function accepted(beginning: Partial<StoryBeginning> = {}): Promise<PetitionStory> {
  const memory = { state: aPetition({ stage: 'accepted' }), lastAt: at('2026-03-04') };
  return told(await beginStory(server(), { on: petitionDay, memory, ...beginning }));
}

/** From which stages a signal is taken, said once more than in the code; what it makes of the case, and its event. */
type Passages = Readonly<Record<string, readonly [from: string, to: string, event: string]>>;

const ofConference = {
  requestOpinions: ['preparing', 'preparing', 'opinionsRequested'],
  postpone: ['preparing', 'postponed', 'postponed'],
  reschedule: ['preparing postponed', 'preparing', 'rescheduled'],
  cancel: ['preparing postponed', 'cancelled', 'cancelled'],
} as const satisfies Passages;

const ofPetition = {
  assign: ['accepted', 'assigned', 'assigned'],
  acknowledge: ['assigned', 'inProgress', 'acknowledged'],
  answer: ['assigned inProgress', 'answered', 'answered'],
  withdraw: ['accepted assigned inProgress answered', 'withdrawn', 'withdrawn'],
} as const satisfies Passages;

/** By the stage in which a case begins, what becomes of signals in this order. */
function outcomeOf(passages: Passages, order: readonly string[], begunIn: string): unknown {
  let stage = begunIn;
  const events: string[] = [];
  for (const kind of order) {
    const [from = '', to = '', event = ''] = passages[kind] ?? [];
    if (!from.split(' ').includes(stage)) continue;
    stage = to;
    events.push(event);
  }
  return { order, events, refused: order.length - events.length, stage: events.length === 0 ? undefined : stage };
}

function ordersOf<Kind>(some: readonly Kind[]): readonly (readonly Kind[])[] {
  if (some.length === 0) return [[]];
  return some.flatMap((first) => ordersOf(some.filter((kind) => kind !== first)).map((rest) => [first, ...rest]));
}

/** What a case has come to, once each of the signals has its one outcome. */
async function leftBy(
  { book }: ConferenceStory | PetitionStory,
  { order, ids }: { readonly order: readonly string[]; readonly ids: readonly string[] },
): Promise<unknown> {
  for (const id of ids) await book.decided(id);
  const { entries, refusals } = book;
  const outcomes = [...entries, ...refusals].flatMap(({ commandId }) => commandId ?? []);
  expect(outcomes.toSorted()).toEqual(ids.toSorted());
  const events = entries.map(({ event }) => event);
  return { order, events, refused: refusals.length, stage: entries.at(-1)?.state.stage };
}

describe('signals of a conference', () => {
  it.each(['requestOpinions', 'sendInvitations', 'petitionAttached', 'postpone', 'cancel'] as const)(
    'D8.1: %s that comes five times is recorded once',
    async (kind) => {
      const conference = await preparing();
      const commandId = randomUUID();

      for (let time = 0; time < 4; time += 1) await conference.signal(kind, {}, { commandId });
      await conference.settle();
      await conference.signal(kind, {}, { commandId });
      await conference.settle();

      expect(conference.book.entries.map((entry) => entry.commandId)).toEqual([commandId]);
      expect(conference.book.refusals).toEqual([]);
    },
  );

  it('D8.1: have one outcome each in whatever order they come, and none is lost', async () => {
    const kinds = ['requestOpinions', 'postpone', 'reschedule', 'cancel'] as const;
    const begun = await beginBeside(ordersOf(kinds), async (_order, clock) => preparing(clock));

    const sent = new Map<ConferenceStory, string[]>();
    for (const [order, conference] of begun)
      for (const kind of order) sent.set(conference, [...(sent.get(conference) ?? []), await conference.signal(kind)]);

    expect(begun).toHaveLength(24);
    for (const [order, conference] of begun) {
      const left = await leftBy(conference, { order, ids: sent.get(conference) ?? [] });
      expect(left).toEqual(outcomeOf(ofConference, order, 'preparing'));
    }
  });
});

describe('signals of a petition', () => {
  it('D11.1c: have one outcome each in whatever order they come, and none is lost', async () => {
    const kinds = ['assign', 'acknowledge', 'answer', 'withdraw'] as const;
    const wishes = { document: aDocument('12/UBND', petitionDay), receivedOn: localDate(petitionDay) };
    const begun = await beginBeside(ordersOf(kinds), async (_order, clock) => accepted(clock));

    const sent = new Map<PetitionStory, string[]>();
    for (const [order, petition] of begun)
      for (const kind of order)
        sent.set(petition, [...(sent.get(petition) ?? []), await petition.signal(kind, wishes)]);

    expect(begun).toHaveLength(24);
    for (const [order, petition] of begun) {
      const left = await leftBy(petition, { order, ids: sent.get(petition) ?? [] });
      expect(left).toEqual(outcomeOf(ofPetition, order, 'accepted'));
    }
  });
});

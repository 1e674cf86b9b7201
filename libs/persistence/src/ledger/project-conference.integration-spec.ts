import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aBody, aConferenceCommand, at, conferenceSteps } from '@dialogue/testing/builders';

import { holdConference } from '../conference.fixture.js';
import { createRegister, type Register } from '../reads/register.js';
import { openRegister, type TestRegister } from '../register.fixture.js';
import { createLedger } from './ledger.js';

describe('what people read of a conference', () => {
  let register: TestRegister;
  let reads: Register;

  beforeAll(async () => {
    register = await openRegister();
    reads = createRegister(register.api);
  });
  afterAll(async () => register.close());

  it('holds its whole life: plan, bodies, documents, duties done', async () => {
    const { state, sequence } = await holdConference(register, conferenceSteps.closed);

    const read = await reads.conference(state.id);

    expect(read).toMatchObject({
      stage: 'closed',
      sequence,
      place: 'Hội trường Ủy ban nhân dân tỉnh',
      contents: 'Đất đai, nước sạch.',
      organisation: { code: 'SL-UBND', name: 'Ủy ban nhân dân tỉnh Sơn La' },
      on: '2026-04-16',
      startsAt: '08:00',
      invitedOn: '2026-04-08',
      heldOn: '2026-04-16',
      conclusionNotice: { number: '98/TB-UBND', signedOn: '2026-04-20' },
      resultReport: { number: '99/BC-UBND', signedOn: '2026-04-21' },
      nextDueOn: null,
      flags: [],
      endedAt: at('2026-04-22'),
    });
    expect(read?.duties).toHaveLength(16);
    expect(read?.duties.filter(({ doneAt }) => doneAt === null)).toEqual([]);
    expect(read?.history.map(({ event }) => event).at(-1)).toBe('closed');
    expect(read?.letters.map(({ kind }) => kind)).toContain('invitation');
  });

  it('D8.1a: the milestones of a plan that came late are due at once, and marked so', async () => {
    const plan = { command: aConferenceCommand('plan'), at: at('2026-04-01') };
    const { state } = await holdConference(register, [plan]);

    const read = await reads.conference(state.id);

    const approval = read?.duties.find(({ kind }) => kind === 'approvePlan');
    expect(read).toMatchObject({
      stage: 'planning',
      flags: ['belated'],
      nextDueOn: '2026-04-01',
      nextDueRule: 'D8.1a',
      nextAnchorOn: '2026-04-16',
      nextEdition: 1,
    });
    expect(approval).toMatchObject({ isBelated: true, dueOn: '2026-04-01', doneAt: null });
  });

  it('D8.1b, D8.1g: each body keeps the day on which it was asked, and invited', async () => {
    const recorded = await holdConference(register, conferenceSteps.held);
    const more = aConferenceCommand('sendInvitations', { guests: [aBody('SL-SYT')] });
    const earlier = await holdConference(register, [
      ...conferenceSteps.preparing,
      { command: aConferenceCommand('sendInvitations'), at: at('2026-03-25') },
      { command: more, at: at('2026-03-26') },
    ]);

    const [held, twice] = [await reads.conference(recorded.state.id), await reads.conference(earlier.state.id)];

    expect(held?.bodies).toMatchObject([
      { organisation: { code: 'SL-STC' }, askedOn: '2026-03-20', invitedOn: '2026-04-08' },
      { organisation: { code: 'SL-SYT' }, askedOn: '2026-03-20', invitedOn: null },
      { organisation: { code: 'SL-MTTQ' }, askedOn: null, invitedOn: '2026-04-08' },
    ]);
    expect(twice?.bodies.map(({ invitedOn }) => invitedOn)).toEqual(['2026-03-25', '2026-03-26', '2026-03-25']);
  });

  it('a new day is where it stands; the plan stays as it was', async () => {
    const moved = { command: aConferenceCommand('reschedule'), at: at('2026-03-17') };
    const { state } = await holdConference(register, [...conferenceSteps.preparing, moved]);

    expect(await reads.conference(state.id)).toMatchObject({ on: '2026-05-14' });
    expect(await createLedger(register.worker).loadConferencePlan(state.id)).toMatchObject({ on: '2026-04-16' });
  });
});

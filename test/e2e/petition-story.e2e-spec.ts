import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { addDays, dateAt, localDate } from '@dialogue/domain';
import { readMail } from '@dialogue/testing';
import { startRealStack, waitFor, type ApiClient, type RealStack } from '@dialogue/testing/stack';

import {
  addresses,
  agency,
  bodies,
  document,
  evidence,
  give,
  historyRows,
  lettersSettled,
  registered,
} from './petition.fixture.js';

jest.setTimeout(240_000);

interface Duty {
  readonly kind: string;
  readonly dueOn: string;
  readonly dueText: string;
  readonly isOpen: boolean;
}

describe('a petition from registration to closing', () => {
  let stack: RealStack;
  let clerk: ApiClient;
  let id: string;
  let workflowId: string;
  let number: string;
  let due: Duty;

  beforeAll(async () => {
    stack = await startRealStack();
    clerk = await stack.logIn();
  });
  afterAll(async () => stack.stop());

  function mailsTo(address: string): readonly ReturnType<typeof readMail>[] {
    return stack.smtp.accepted.filter(({ to }) => to.includes(address)).map(({ raw }) => readMail(raw));
  }

  async function found(condition: string): Promise<void> {
    const query = `WorkflowId = '${workflowId}' AND ${condition}`;
    await waitFor(`a supervisor finds the case by ${condition}`, async () => {
      const { count } = await stack.temporalClient.workflow.count(query);
      return count === 1;
    });
  }

  it('D2.1, D11.1b: is registered, accepted, assigned, and everyone concerned gets a letter', async () => {
    id = await registered(clerk);
    workflowId = `petition/${id}`;
    await found(`CaseStage = 'received'`);
    await give(clerk, id, 'accept', bodies.accept);
    const assigned = await give(clerk, id, 'assign', bodies.assign);
    await found(`CaseStage = 'assigned' AND AgencyCode = '${agency}'`);
    await lettersSettled(stack, id);
    number = String(assigned.body['number']);

    expect(assigned.body).toMatchObject({ stage: 'assigned', agency: { code: agency }, sequence: 3 });
    expect(mailsTo(addresses.handler)).toHaveLength(1);
    expect(mailsTo(addresses.agencyHead)).toHaveLength(1);
    expect(mailsTo('nguoi.dan@petitioner.example')).toHaveLength(3);
  });

  it('D11.1c: counts the working days from the receipt that the agency acknowledged', async () => {
    const { body } = await give(clerk, id, 'acknowledge', bodies.acknowledge);
    due = (body['duties'] as Duty[]).find(({ kind }) => kind === 'answer')!;

    expect(body).toMatchObject({ stage: 'inProgress', flags: expect.not.arrayContaining(['overdue']) });
    expect(due.isOpen).toBe(true);
    // Half-open: a store on SQLite compares instants as texts, and does not find what is equal.
    const dayAfter = addDays(localDate(due.dueOn), 1);
    await found(`NextDeadline > '${due.dueOn}T00:00:00+07:00' AND NextDeadline < '${dayAfter}T00:00:00+07:00'`);
  });

  it('D11.1c: reminds before the deadline, and on the due day itself nothing is overdue', async () => {
    // From whatever hour it is now to noon of the due day: what follows must not run into its midnight.
    const days = (Date.parse(`${due.dueOn}T12:00:00+07:00`) - Date.now()) / 86_400_000;
    const now = await stack.advance(workflowId, days);
    await lettersSettled(stack, id);

    expect(dateAt(now.getTime())).toBe(due.dueOn);
    const events = (await historyRows(stack, id)).map(({ event }) => event);
    expect(events).not.toContain('deadlineMissed');
    expect(events.filter((event) => event === 'urged')).toHaveLength(2);
    const topic = `[${number}] Nhắc việc: báo cáo giải quyết kiến nghị, phản ánh (hạn ${due.dueText})`;
    // By what they say: letters of different days go out side by side.
    const reminders = mailsTo(addresses.handler).filter(({ subject }) => subject === topic);
    expect(reminders).toHaveLength(2);
    expect(mailsTo(addresses.agencyHead).filter(({ subject }) => subject === topic)).toHaveLength(1);
    for (const { text, html } of reminders) {
      expect(text).toContain(due.dueText);
      expect(html).toContain(due.dueText);
      expect(text).toContain('Điều 11');
      expect(text).toContain(`/v1/petitions/${id}`);
    }
  });

  it('D11.1c, D11.3: misses the deadline at 00:00 of the day after, and climbs the ladder', async () => {
    await stack.advance(workflowId, 30);
    await lettersSettled(stack, id);

    const rows = await historyRows(stack, id);
    const missed = rows.filter(({ event }) => event === 'deadlineMissed');
    expect(missed).toMatchObject([{ facts: { duty: 'answer', dueOn: due.dueOn, isBreach: true } }]);
    expect(missed[0]!.at.toISOString()).toBe(
      new Date(`${addDays(localDate(due.dueOn), 1)}T00:00:00+07:00`).toISOString(),
    );
    const climbed = rows.filter(({ event }) => event === 'urged').map(({ facts }) => facts['rungs']);
    expect(climbed.slice(0, 6)).toEqual(['-5', '-2', '1', '3', '7', '12']);
    const overdue = `[${number}] Quá hạn: báo cáo giải quyết kiến nghị, phản ánh (hạn ${due.dueText})`;
    const subjectsTo = (address: string): readonly string[] => mailsTo(address).map(({ subject }) => subject);
    expect(subjectsTo(addresses.agencyHead).filter((subject) => subject === overdue)).toHaveLength(1);
    expect(subjectsTo(addresses.leadOffice).filter((subject) => subject === overdue)).toHaveLength(1);
    // The host's organisation is also above this agency: every rung but the reminders and the first.
    expect(subjectsTo(addresses.host).filter((subject) => subject === overdue)).toHaveLength(climbed.length - 3);
    await found(`CaseFlags = 'overdue' AND CaseFlags = 'breached'`);
  });

  it('counts a late answer as late, once', async () => {
    const { body } = await give(clerk, id, 'answer', bodies.answer);

    expect(body).toMatchObject({ stage: 'answered', answers: [{ isLate: true }] });
    const counts = await clerk.get(`/v1/organisations/${agency}/counts`);
    expect(counts.body).toMatchObject({ received: 1, answeredInTime: 0, answeredLate: 1, overdue: 0, breached: 1 });
  });

  it('D10.1a, D11.1c: is approved, told by e-mail, resolved and closed', async () => {
    const approved = await give(clerk, id, 'approve-answer', { evidence: evidence('91/TTr-VP') });
    const [answer] = approved.body['answers'] as [{ readonly answeredOn: string }];
    await give(clerk, id, 'record-notice-sent', { number: '56/TB-VP', sentOn: answer.answeredOn, means: 'email' });
    await give(clerk, id, 'record-resolution', { evidence: evidence('90/BB-SXD') });
    const closed = await give(clerk, id, 'close', {});
    await lettersSettled(stack, id);
    await found(`CaseStage = 'closed' AND ExecutionStatus = 'Completed'`);

    expect(closed.body).toMatchObject({ stage: 'closed', duties: expect.arrayContaining([]) });
    expect(mailsTo('nguoi.dan@petitioner.example').at(-1)!.text).toContain(document('87/SXD-QLN').number);
    const counts = await clerk.get('/v1/organisations/SL-UBND/counts?by=organisation');
    expect(counts.body).toMatchObject({ received: 1, answeredLate: 1, resolved: 1 });
  });

  it('has a history without a gap whose time never runs backwards', async () => {
    const rows = await historyRows(stack, id);
    const instants = rows.map(({ at }) => at.getTime());

    expect(rows.map(({ sequence }) => sequence)).toEqual(rows.map((_, index) => index + 1));
    expect(instants).toEqual([...instants].sort((one, other) => one - other));
    expect(rows.filter(({ command_id: command }) => command !== null).map(({ event }) => event)).toEqual([
      ...['registered', 'accepted', 'assigned', 'acknowledged', 'answered'],
      ...['answerApproved', 'noticeSent', 'resolved', 'closed'],
    ]);
  });
});

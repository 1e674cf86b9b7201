import { readFile } from 'node:fs/promises';

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { readMail, smtp as say } from '@dialogue/testing';
import {
  historyOf,
  startRealStack,
  waitFor,
  workflowIds,
  type ApiClient,
  type RealStack,
} from '@dialogue/testing/stack';

import { bodies, document, give, lettersSettled, registered, registration, today } from './petition.fixture.js';

jest.setTimeout(240_000);

/** One for each place where people write something; found anywhere else, each says where it came from. */
const markers = {
  name: 'zqxname',
  representative: 'zqxrepresentative',
  address: 'zqxaddress',
  phone: '0987613254',
  mailbox: 'zqxmailbox',
  title: 'zqxtitle',
  content: 'zqxcontent',
  remark: 'zqxremark',
  reason: 'zqxreason',
  answer: 'zqxanswer',
  signatory: 'zqxsignatory',
  unknownField: 'zqxunknownfield',
} as const;

const email = `${markers.mailbox}@petitioner.example`;
const evidence = { ...document('12/BC-SXD'), signatory: `Ông ${markers.signatory}` };
const remark = `Ghi chú ${markers.remark}`;
const given = registration(
  { title: `Đề nghị ${markers.title}`, content: `Nội dung ${markers.content}`, isCollective: true },
  {
    name: `Lò ${markers.name} Thử`,
    representative: `Ông ${markers.representative}`,
    address: `Bản ${markers.address}`,
    phone: markers.phone,
    email,
  },
);

describe('the words and data of people', () => {
  let stack: RealStack;
  let clerk: ApiClient;
  let id: string;

  beforeAll(async () => {
    stack = await startRealStack();
    clerk = await stack.logIn();
    await liveThroughAllOfIt();
    await meetErrors();
  });
  afterAll(async () => stack.stop());

  async function liveThroughAllOfIt(): Promise<void> {
    id = await registered(clerk, given);
    const noticeSent = {
      ...{ number: '56/TB-VP', means: 'email', remark },
      // Of the day on which it is said: not before the answer's, should midnight come in between.
      get sentOn() {
        return today();
      },
    };
    const answer = { ...bodies.answer, text: `Sở đã ${markers.answer}`, evidence, remark };
    const steps: readonly (readonly [string, object])[] = [
      ['accept', { ...bodies.accept, remark }],
      ['assign', { ...bodies.assign, remark }],
      ['acknowledge', { ...bodies.acknowledge, evidence, remark }],
      ['answer', answer],
      ['send-back-answer', { reason: `Đề nghị bổ sung ${markers.reason}`, evidence }],
      ['answer', answer],
      ['approve-answer', { evidence, remark }],
      ['record-notice-sent', noticeSent],
      ['record-resolution', { evidence, remark }],
      ['close', { remark }],
      ['reopen', { reason: `Tình tiết mới ${markers.reason}`, evidence }],
      ['withdraw', { reason: `Đã xong ${markers.reason}`, evidence }],
    ];
    for (const [command, body] of steps) await give(clerk, id, command, body);
    await lettersSettled(stack, id);
  }

  /** What goes wrong is logged: the API's, the mail server's, PostgreSQL's and Temporal's troubles, with words on the way. */
  async function meetErrors(): Promise<void> {
    await clerk.post('/v1/petitions', registration({ [markers.unknownField]: markers.content }));
    await clerk.post('/v1/petitions', `{"title":"${markers.title}`);
    await clerk.post(`/v1/petitions/${id}/close`, { remark });
    await clerk.get(`/v1/petitions?text=${markers.title}`);
    await clerk.get(`/v1/petitions/${id}/identity`);
    await meetErrorsOfTheWorker();
    stack.lines.apiToPostgres.turn('refuse');
    const unavailable = await clerk.post('/v1/petitions', given);
    stack.lines.apiToPostgres.turn('pass');
    expect(unavailable.status).toBe(503);
  }

  /** A mail server that repeats what it was told, and a ledger that cannot record. */
  async function meetErrorsOfTheWorker(): Promise<void> {
    let answer = `450 4.2.1 <${email}>: ${markers.name} is busy`;
    stack.smtp.follow(({ command, argument }) => {
      if (command !== 'RCPT' || !argument.includes(email)) return null;
      const lines = answer;
      answer = `550 5.1.1 <${email}>: ${markers.name} is unknown here`;
      return say.reply(lines);
    });
    stack.lines.apiToTemporal.turn('refuse');
    const other = await registered(clerk, given);
    stack.lines.apiToTemporal.turn('pass');
    await failToRecord(other);
    await waitFor('its letters are refused', async () => {
      const refused = await stack.register.count('SELECT count(*) FROM mail_deliveries WHERE smtp_code = 550');
      return refused === 2;
    });
    await lettersSettled(stack, other);
  }

  /** In the middle of its transaction, so that it does not matter who told Temporal of the command, and when. */
  async function failToRecord(petitionId: string): Promise<void> {
    const held = await stack.register.holdLedgerOf(petitionId);
    const body = { procedure: 'complaint', reason: markers.reason };
    const redirected = clerk.post(`/v1/petitions/${petitionId}/redirect`, body);
    await waitFor('the worker records', async () => (await stack.register.waitingTransactions('dialogue-worker')) > 0);
    stack.lines.workerToPostgres.turn('refuse');
    await waitFor('the worker has failed to record', async () =>
      (await readFile(stack.worker.logFile, 'utf8')).includes(`petition/${petitionId}`),
    );
    await held.release();
    stack.lines.workerToPostgres.turn('pass');
    await redirected;
  }

  it('stand in the register, where they belong', async () => {
    const petition = await clerk.get(`/v1/petitions/${id}`);
    const identity = await clerk.get(`/v1/petitions/${id}/identity`);

    expect(foundIn(JSON.stringify([petition.body, identity.body]))).toEqual(
      Object.keys(markers).filter((name) => name !== 'unknownField'),
    );
  });

  it('stand in no history of any workflow', async () => {
    const ids = await workflowIds(stack.temporalClient);
    const events = (await Promise.all(ids.map((each) => historyOf(stack.temporalClient, each)))).flat();
    const text = events.map((event) => event.text).join('\n');

    expect(foundIn(text)).toEqual([]);
    // That the search would have found something: ids and codes are there, also inside of payloads.
    expect(ids).toContain(`petition/${id}`);
    expect(ids.filter((each) => each.startsWith('mail/')).length).toBeGreaterThan(10);
    expect(text).toContain(`"agency":"SL-SXD"`);
  });

  it.each(['api', 'worker'] as const)('stand in no log of the %s', async (app) => {
    const log = await readFile(stack[app].logFile, 'utf8');

    expect(foundIn(log)).toEqual([]);
    // That there was something to log.
    expect(log).toMatch(/petition.*[0-9a-f-]{36}/);
    expect(log).toContain('"level":"warn"');
  });

  it('stand in no head of a mail but the address, and of the words only the title in its text', () => {
    const mails = stack.smtp.received.map(({ raw }) => readMail(raw));
    const heads = mails.map(({ head, headers }) => `${head}\n${[...headers.values()].join('\n')}`);
    const texts = mails.map(({ text, html }) => `${text}\n${html}`);

    expect(new Set(heads.flatMap(foundIn))).toEqual(new Set(['mailbox']));
    expect(new Set(heads.flatMap((head) => head.split(/\r?\n/)).filter((line) => foundIn(line).length > 0))).toEqual(
      new Set([`To: ${email}`, email]),
    );
    const others = stack.smtp.received.flatMap(({ to }, index) =>
      to.includes(email) ? [] : foundIn(texts[index] ?? ''),
    );
    expect(new Set(others)).toEqual(new Set(['title']));
    expect(new Set(texts.flatMap(foundIn))).toEqual(new Set(['name', 'title']));
  });
});

function foundIn(text: string): readonly string[] {
  const lower = text.toLowerCase();
  return Object.entries(markers).flatMap(([name, marker]) => (lower.includes(marker) ? [name] : []));
}

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { randomScript } from '@dialogue/testing';
import {
  accountForLetters,
  oweManyLetters,
  sendThroughKilledWorkers,
  startRealStack,
  type LettersAccount,
  type RealStack,
} from '@dialogue/testing/stack';

import { registered } from './petition.fixture.js';

jest.setTimeout(400_000);

const letters = 300;
/** Of the server's troubles. Another seed is another evening; each must end the same way. */
const seed = 'thu-2026';

describe('300 letters through killed workers, to a server in every kind of trouble', () => {
  let stack: RealStack;
  let account: LettersAccount;

  beforeAll(async () => {
    stack = await startRealStack({
      isDirect: true,
      smtpQuery: 'pool=true&maxConnections=20&maxMessages=25',
      environments: { worker: { MAILS_PER_SECOND: '200', MAIL_FIRST_PAUSE_MS: '50' } },
    });
    const clerk = await stack.logIn();
    const caseIds = [await registered(clerk), await registered(clerk), await registered(clerk)];
    stack.smtp.follow(randomScript(seed));
    await oweManyLetters(stack, { caseIds, count: letters });
    await sendThroughKilledWorkers(stack, { kills: 4, steps: 350, limitMs: 300_000 });
    account = await accountForLetters(stack);
  });
  afterAll(async () => stack.stop());

  it('never come twice', () => {
    expect(account.twice).toEqual([]);
  });

  it('are missing only where the register says uncertain, refused or dropped', () => {
    expect(account.lost).toEqual([]);
    expect(account.untrue).toEqual([]);
  });

  it('met troubles of every kind, and most of them arrived', () => {
    const { sent = 0, refused = 0, uncertain = 0 } = account.states;

    expect(Math.min(refused, uncertain)).toBeGreaterThan(0);
    expect(sent).toBeGreaterThan(letters / 2);
    expect(Object.keys(account.states).toSorted()).toEqual(['refused', 'sent', 'uncertain']);
  });

  it('shared connections', () => {
    const connections = new Set(stack.smtp.accepted.map(({ connection }) => connection));

    expect(connections.size).toBeLessThan(stack.smtp.accepted.length);
  });

  it('D11.3: the lead office is told of each that did not arrive, unless it tells of another', async () => {
    const [untold] = await stack.register.rows<{ count: string }>(
      `SELECT count(*) FROM mail_deliveries delivery JOIN letters letter ON letter.id = delivery.letter_id
       WHERE state IN ('refused', 'uncertain') AND letter.kind <> 'deliveryTrouble'
         AND NOT EXISTS (SELECT FROM letters told WHERE told.kind = 'deliveryTrouble' AND told.case_id = letter.case_id
           AND told.content ->> 'deliveryId' = delivery.id::text AND told.content ->> 'outcome' = delivery.state)`,
    );

    expect(untold).toEqual({ count: '0' });
  });
});

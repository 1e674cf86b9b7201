import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { startRealStack, waitFor, type ApiClient, type RealStack } from '@dialogue/testing/stack';

import { spendEvening, type MailEvening } from './mail-evening.fixture.js';
import { addresses, give } from './petition.fixture.js';

jest.setTimeout(180_000);

describe('a mail server in trouble', () => {
  let stack: RealStack;
  let clerk: ApiClient;
  let evening: MailEvening;

  beforeAll(async () => {
    stack = await startRealStack();
    clerk = await stack.logIn();
    evening = await spendEvening(stack, clerk);
  });
  afterAll(async () => stack.stop());

  it('leaves a letter without an answer uncertain, shown, and never sends it again by itself', async () => {
    for (const person of ['confirmed', 'resent'] as const) {
      await evening.becomes(person, 'uncertain');
      await waitFor('the case shows it', async () =>
        JSON.stringify(await evening.flagsOf(person)).includes('mailTrouble'),
      );
      expect(evening.received(person)).toBe(1);
      expect(evening.accepted(person)).toBe(0);
    }
  });

  it('lets a person say that the letter has arrived: nothing is sent, the trouble is over', async () => {
    const { id } = await evening.deliveryTo('confirmed');

    const { status } = await clerk.post(`/v1/deliveries/${id}/confirm-sent`, {});

    expect(status).toBe(200);
    expect(await evening.deliveryTo('confirmed')).toMatchObject({ state: 'sent' });
    await waitFor(
      'the case is out of trouble',
      async () => JSON.stringify(await evening.flagsOf('confirmed')) === '[]',
    );
    expect(evening.received('confirmed')).toBe(1);
  });

  it('lets a person have it sent again: exactly one more goes out', async () => {
    const { id } = await evening.deliveryTo('resent');

    const { status } = await clerk.post(`/v1/deliveries/${id}/resend`, {});

    expect(status).toBe(200);
    await evening.becomes('resent', 'sent');
    await waitFor('the case is out of trouble', async () => JSON.stringify(await evening.flagsOf('resent')) === '[]');
    expect(evening.received('resent')).toBe(2);
    expect(evening.accepted('resent')).toBe(1);
  });

  it.each([
    ['busy421', 2],
    ['busy450', 2],
    ['slow', 1],
  ] as const)('sends once in the end what met %s', async (person, attempts) => {
    expect(await evening.deliveryTo(person)).toMatchObject({ state: 'sent', attempts });
    expect(evening.received(person)).toBe(1);
    expect(await evening.flagsOf(person)).toEqual([]);
  });

  it('sends once in the end what found no server at all, and no case waited for it', async () => {
    expect((await evening.deliveryTo('down')).attempts).toBeGreaterThanOrEqual(2);
    expect(evening.received('down')).toBe(1);
    expect(await evening.flagsOf('down')).toEqual([]);
  });

  it('D11.3: takes 550 for final, shows it and tells the lead office', async () => {
    expect(await evening.deliveryTo('unknown550')).toMatchObject({ state: 'refused', attempts: 1, smtp_code: 550 });
    expect(await evening.flagsOf('unknown550')).toEqual(['mailTrouble']);
    expect(evening.received('unknown550')).toBe(0);
    const told = stack.smtp.accepted.filter(({ to }) => to.includes(addresses.leadOffice));
    // Of the two uncertain ones and of this one.
    expect(told).toHaveLength(3);
  });

  it('answers for every letter: what is sent was received, and the cases go on', async () => {
    await give(clerk, evening.petitionOf('unknown550'), 'accept', { field: 'economy' });
    const sent = await stack.register.count(`SELECT count(*) FROM mail_deliveries WHERE state = 'sent'`);
    // The one that a person vouched for was received, but never answered.
    expect(stack.smtp.accepted).toHaveLength(sent - 1);
  });
});

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { startRealStack, waitFor, type ApiClient, type RealStack } from '@dialogue/testing/stack';

import { spendEvening, type MailEvening } from './mail-evening.fixture.js';
import { addresses, decision, give, lettersSettled } from './petition.fixture.js';

jest.setTimeout(240_000);

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
      await waitFor('the case shows it', () => evening.isInTrouble(person));
      expect(evening.received(person)).toBe(1);
      expect(evening.accepted(person)).toBe(0);
    }
  });

  it('lets a person say that the letter has arrived: nothing is sent, the trouble is over', async () => {
    const { id } = await evening.deliveryTo('confirmed');

    const { status } = await decision(clerk, `/v1/deliveries/${id}/confirm-sent`, { body: {} });

    expect(status).toBe(200);
    expect(await evening.deliveryTo('confirmed')).toMatchObject({ state: 'sent' });
    await waitFor('the case is out of trouble', async () => !(await evening.isInTrouble('confirmed')));
    expect(evening.received('confirmed')).toBe(1);
  });

  it('lets a person have it sent again: exactly one more goes out', async () => {
    const { id } = await evening.deliveryTo('resent');

    const { status } = await decision(clerk, `/v1/deliveries/${id}/resend`, { body: {} });

    expect(status).toBe(200);
    await evening.becomes('resent', 'sent');
    await waitFor('the case is out of trouble', async () => !(await evening.isInTrouble('resent')));
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
    expect(await evening.isInTrouble(person)).toBe(false);
  });

  it('sends once in the end what found no server at all, and no case waited for it', async () => {
    expect((await evening.deliveryTo('down')).attempts).toBeGreaterThanOrEqual(2);
    expect(evening.received('down')).toBe(1);
    expect(await evening.isInTrouble('down')).toBe(false);
  });

  it('D11.3: takes 550 for final, shows it and tells the lead office', async () => {
    expect(await evening.deliveryTo('unknown550')).toMatchObject({ state: 'refused', attempts: 1, smtp_code: 550 });
    expect(evening.received('unknown550')).toBe(0);
    await waitFor('the case shows it', () => evening.isInTrouble('unknown550'));
    await lettersSettled(stack);
    const told = stack.smtp.accepted.filter(({ to }) => to.includes(addresses.leadOffice));
    // Of the two uncertain ones and of this one.
    expect(told).toHaveLength(3);
  });

  it('answers for every letter: what is sent was received, and the cases go on', async () => {
    await lettersSettled(stack);
    const sent = await stack.register.count(`SELECT count(*) FROM mail_deliveries WHERE state = 'sent'`);
    const accepted = stack.smtp.accepted.length;
    // With this command new letters are on their way.
    const { body } = await give(clerk, evening.petitionOf('unknown550'), 'accept', { field: 'economy' });

    // The one that a person vouched for was received, but never answered.
    expect(accepted).toBe(sent - 1);
    expect(body).toMatchObject({ stage: 'accepted' });
  });

  it('D11.3: lets a person have a refused letter sent again, once the server takes it: the trouble is over', async () => {
    const { id } = await evening.deliveryTo('unknown550');
    stack.smtp.follow(null);

    const { status } = await decision(clerk, `/v1/deliveries/${id}/resend`, { body: {} });
    await evening.becomes('unknown550', 'sent');
    await waitFor('the case is out of trouble', async () => !(await evening.isInTrouble('unknown550')));
    const again = await decision(clerk, `/v1/deliveries/${id}/resend`, { body: {} });

    expect([status, again.status]).toEqual([200, 409]);
    expect(stack.smtp.accepted.filter(({ raw }) => raw.includes(`<${id}@`))).toHaveLength(1);
  });
});

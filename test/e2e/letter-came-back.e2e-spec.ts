import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { bounceReading } from '@dialogue/contracts';
import { readMail, startImapServer, type TestImapServer } from '@dialogue/testing';
import { startRealStack, waitFor, type ApiClient, type RealStack } from '@dialogue/testing/stack';

import { addresses, agency, bodies, decision, document, give, lettersSettled, registered } from './petition.fixture.js';

jest.setTimeout(240_000);

/** What the register says of the assignment's letter to the agency. */
interface Delivery {
  readonly id: string;
  readonly state: string;
  readonly bounce_status: string | null;
}

describe('a letter that comes back', () => {
  let stack: RealStack;
  let mailbox: TestImapServer;
  let clerk: ApiClient;
  let petition: string;

  beforeAll(async () => {
    mailbox = await startImapServer();
    stack = await startRealStack({ environments: { worker: { IMAP_URL: mailbox.url } } });
    clerk = await stack.logIn();
    petition = await registered(clerk);
    await give(clerk, petition, 'accept', bodies.accept);
    await give(clerk, petition, 'assign', { agency, document: document('345/UBND-TD') });
    await lettersSettled(stack);
  });
  afterAll(async () => {
    await stack.stop();
    await mailbox.close();
  });

  async function toTheHandler(): Promise<Delivery> {
    const [delivery] = await stack.register.rows<Delivery>(
      `SELECT delivery.id, state, bounce_status FROM mail_deliveries delivery JOIN letters ON letters.id = letter_id
       WHERE case_id = $1 AND letters.kind = 'assigned' AND address = $2`,
      [petition, addresses.handler],
    );
    if (delivery === undefined) throw new Error('no letter was owed to the handler');
    return delivery;
  }

  async function isInTrouble(): Promise<boolean> {
    const { body } = await clerk.get(`/v1/petitions/${petition}`);
    return (body['flags'] as readonly string[]).includes('mailTrouble');
  }

  /** What a server sends back of a letter, as it came to it. */
  function reportOf(messageId: string, to: string): string {
    return [
      'From: MAILER-DAEMON@mx.example',
      'To: office@dialogue.example',
      'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
      '',
      '--b',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mx.example',
      '',
      `Final-Recipient: rfc822; ${to}`,
      'Action: failed',
      'Status: 5.1.1',
      `Diagnostic-Code: smtp; 550 5.1.1 <${to}> User unknown`,
      '',
      '--b',
      'Content-Type: text/rfc822-headers',
      '',
      `Message-ID: ${messageId}`,
      '',
      '--b--',
      '',
    ].join('\r\n');
  }

  async function read(): Promise<void> {
    await stack.temporalClient.schedule.getHandle(bounceReading.scheduleId).trigger();
  }

  it('D11.3: is told to its case, once, also when the worker is killed while it reads', async () => {
    const { id } = await toTheHandler();
    const mail = stack.smtp.accepted.map(({ raw }) => readMail(raw)).find(({ messageId }) => messageId.includes(id));
    mailbox.put(reportOf(mail?.messageId ?? '', addresses.handler));
    mailbox.put(reportOf(mail?.messageId ?? '', 'somebody@else.example'));

    await read();
    await stack.worker.kill();
    await stack.worker.start();

    await waitFor('the letter has come back', async () => (await toTheHandler()).state === 'bounced');
    await waitFor('the case shows it', isInTrouble);
    await waitFor('both reports are seen', () => Promise.resolve(mailbox.lying().every(({ isSeen }) => isSeen)));
    expect(await toTheHandler()).toMatchObject({ state: 'bounced', bounce_status: '5.1.1' });
    expect(
      await stack.register.count(
        `SELECT count(*) FROM case_events WHERE event = 'deliveryNoted' AND facts ->> 'outcome' = 'bounced'`,
      ),
    ).toBe(1);
  });

  it('D11.3: stands in the list beside the deadline that it speaks of', async () => {
    const { body } = await clerk.get('/v1/deliveries?state=bounced');

    expect(body['items']).toMatchObject([
      {
        ...{ letterKind: 'assigned', state: 'bounced', fallback: null },
        deadline: { duty: 'receipt', dueOn: expect.stringMatching(/^\d{4}-/) },
        bounce: { status: '5.1.1', isPermanent: true, text: expect.stringContaining('User unknown') },
      },
    ]);
    expect(JSON.stringify(body['items'])).not.toContain(`<${addresses.handler}>`);
  });

  it('keeps aside what speaks of somebody else', async () => {
    const { body } = await clerk.get('/v1/deliveries/bounce-reports');

    expect(body['counts']).toMatchObject({ bounced: 1, otherRecipient: 1, unknown: 0 });
  });

  it('D11.3: is told by phone, and is no trouble any more', async () => {
    const { id } = await toTheHandler();
    const told = { means: 'phone', told: 'Chánh Văn phòng Sở', toldOn: document('1').signedOn };

    const { status, body } = await decision(clerk, `/v1/deliveries/${id}/fallback`, { body: told });

    expect([status, body]).toMatchObject([200, { state: 'bounced', fallback: told }]);
    await waitFor('the case is out of trouble', async () => !(await isInTrouble()));
    expect((await clerk.get('/v1/deliveries?state=bounced')).body['items']).toEqual([]);
    expect((await clerk.get('/v1/deliveries?state=bounced&told=true')).body['items']).toHaveLength(1);
  });

  it('is corrected with a reason only, and taken back', async () => {
    const { id } = await toTheHandler();
    const told = { means: 'paper', told: 'Văn thư Sở', toldOn: document('1').signedOn };

    const refused = await decision(clerk, `/v1/deliveries/${id}/fallback`, { body: told });
    const corrected = await decision(clerk, `/v1/deliveries/${id}/fallback`, {
      body: { ...told, reason: 'Ghi nhầm.' },
    });
    const back = await decision(clerk, `/v1/deliveries/${id}/withdraw-fallback`, { body: { reason: 'Nhầm thư.' } });

    expect(refused).toMatchObject({ status: 422, body: { code: 'delivery.fallback_reason_missing' } });
    expect(corrected).toMatchObject({ status: 200, body: { fallback: { means: 'paper', reason: 'Ghi nhầm.' } } });
    expect(back).toMatchObject({ status: 200, body: { fallback: null } });
    await waitFor('the case is in trouble again', isInTrouble);
  });
});

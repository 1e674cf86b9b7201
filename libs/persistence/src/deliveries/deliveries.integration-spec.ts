import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { anOrganisation, conferenceSteps, reportSteps } from '@dialogue/testing/builders';

import { holdConference } from '../conference.fixture.js';
import { createLedger } from '../ledger/ledger.js';
import { listDeliveries } from '../reads/delivery-list.js';
import { openRegister, submitPetition, type TestRegister } from '../register.fixture.js';
import { continueReport, openingDay, writeReport, yearPeriod } from '../report.fixture.js';
import { createDeliveries, type Deliveries } from './deliveries.js';
import { firstDelivery, letLeasePass, newsOf, owedDelivery, stateOf } from './delivery.fixture.js';

const [token, other] = [randomUUID(), randomUUID()];
const leaseMs = 60_000;

describe('a delivery', () => {
  let register: TestRegister;
  let deliveries: Deliveries;
  let id: string;

  beforeAll(async () => {
    register = await openRegister('sample');
    deliveries = createDeliveries(register.worker);
  });
  afterAll(async () => register.close());
  beforeEach(async () => {
    id = await owedDelivery(register, { kind: 'accepted' });
  });

  it('is everything that a letter is written from', async () => {
    expect(await deliveries.loadDelivery(id)).toMatchObject({
      state: 'queued',
      letter: { kind: 'accepted' },
      rule: 'D11.3',
      role: 'leadOffice',
      recipient: {
        kind: 'officeHolder',
        address: 'doithoai@vpubnd.sonla.example',
        postKind: 'clerk',
        organisation: { code: 'SL-VPUBND' },
      },
      header: {
        title: 'Đường vào bản hỏng',
        organisation: { name: 'Ủy ban nhân dân tỉnh Sơn La' },
        leadOffice: { code: 'SL-VPUBND' },
      },
    });
    expect(await deliveries.loadDelivery(randomUUID())).toBeNull();
  });

  it('D8.1g: of a conference comes with place, contents and programme', async () => {
    const programme = 'Khai mạc; đối thoại; kết luận';
    const { state } = await holdConference(register, conferenceSteps.held, { programme });
    const invitation = await firstDelivery(register, state.id, 'invitation');

    expect(await deliveries.loadDelivery(invitation)).toMatchObject({
      letter: { kind: 'invitation' },
      recipient: { kind: 'officeHolder' },
      header: {
        caseKind: 'conference',
        caseId: state.id,
        number: state.number,
        title: 'Đối thoại định kỳ năm 2026',
        receivedOn: null,
        leadOffice: { code: 'SL-VPUBND' },
      },
      details: {
        kind: 'conference',
        place: 'Hội trường Ủy ban nhân dân tỉnh',
        contents: 'Đất đai, nước sạch.',
        programme,
        hostName: 'Ủy ban nhân dân tỉnh Sơn La',
      },
    });
  });

  it('D14.1: of a report comes with its frozen figures and text, and before them without', async () => {
    await createLedger(register.worker).openReports({ period: yearPeriod, on: openingDay });
    const caseId = 'SL-STC/2026-Y';
    await submitPetition(register.api, {
      organisation: anOrganisation('SL-STC'),
      leadOffice: anOrganisation('SL-STC'),
    });
    const collecting = await writeReport(register.worker, caseId, reportSteps.collecting);
    const opened = await deliveries.loadDelivery(await firstDelivery(register, caseId, 'reportOpened'));

    await continueReport(register.worker, collecting, reportSteps.sent.slice(1));

    const sent = await deliveries.loadDelivery(await firstDelivery(register, caseId, 'periodReport'));
    expect(opened).toMatchObject({ header: { caseKind: 'report', number: caseId, title: '2026-Y' }, details: null });
    expect(sent).toMatchObject({
      header: { caseId, organisation: { name: 'Sở Tài chính' } },
      details: { kind: 'report', figures: { received: 1 }, text: '', reporterName: 'Sở Tài chính' },
    });
  });

  it('D11.3: of every kind of case is listed with its case', async () => {
    const { state } = await holdConference(register, conferenceSteps.held);
    const invitation = await firstDelivery(register, state.id, 'invitation');
    const ofConference = { caseKind: 'conference', caseId: state.id, caseNumber: state.number };

    expect(await listDeliveries(register.api, { id: invitation, limit: 1, scope: ['SL-VPUBND'] })).toMatchObject([
      { ...ofConference, letterKind: 'invitation', organisationCode: 'SL-UBND', leadOfficeCode: 'SL-VPUBND' },
    ]);
    expect(await listDeliveries(register.api, { id: invitation, limit: 1, scope: ['SL-STC'] })).toEqual([]);
  });

  it('goes to one of two that claim it', async () => {
    const claims = await Promise.all([
      deliveries.claimDelivery(id, token, leaseMs),
      deliveries.claimDelivery(id, other, leaseMs),
    ]);

    expect([...claims].sort()).toEqual(['busy', 'claimed']);
  });

  it('goes to another when the lease is over before the text has begun to flow', async () => {
    await deliveries.claimDelivery(id, token, leaseMs);
    await letLeasePass(register, id);

    expect(await deliveries.claimDelivery(id, other, leaseMs)).toBe('claimed');
    await expect(deliveries.markSending(id, token)).rejects.toMatchObject({ name: 'ClaimLost' });
  });

  it('is not sent by an attempt whose lease is over, though nobody has taken it', async () => {
    await deliveries.claimDelivery(id, token, leaseMs);
    await letLeasePass(register, id);

    await expect(deliveries.markSending(id, token)).rejects.toMatchObject({ name: 'ClaimLost' });
  });

  it('is done once sent, however often the outcome is recorded', async () => {
    await deliveries.claimDelivery(id, token, leaseMs);
    await deliveries.markSending(id, token);
    const sent = { state: 'sent', smtpCode: 250, smtpAnswer: '2.0.0 Ok', messageId: `<${id}@sonla.example>` } as const;
    await deliveries.recordDeliveryOutcome(id, token, sent);

    await deliveries.recordDeliveryOutcome(id, token, sent);

    expect(await stateOf(register, id)).toBe('sent');
    expect(await deliveries.claimDelivery(id, other, leaseMs)).toBe('done');
    expect(await newsOf(register, id)).toEqual([]);
  });

  it('is free again when deferred', async () => {
    await deliveries.claimDelivery(id, token, leaseMs);
    await deliveries.recordDeliveryOutcome(id, token, { state: 'deferred', smtpCode: 450 });

    expect(await deliveries.claimDelivery(id, other, leaseMs)).toBe('claimed');
    expect((await deliveries.loadDelivery(id))?.attempts).toBe(2);
  });

  it('D11.3: refused for good, and its case hears of it once', async () => {
    await deliveries.claimDelivery(id, token, leaseMs);
    await deliveries.recordDeliveryOutcome(id, token, { state: 'refused', smtpCode: 550 });
    await deliveries.recordDeliveryOutcome(id, token, { state: 'refused', smtpCode: 550 });

    expect(await newsOf(register, id)).toEqual(['refused']);
    expect(await listDeliveries(register.api, { state: 'refused', id, limit: 10 })).toHaveLength(1);
  });

  it('a letter about trouble makes no new trouble', async () => {
    const trouble = await owedDelivery(register, { kind: 'deliveryTrouble', deliveryId: id, outcome: 'refused' });
    await deliveries.claimDelivery(trouble, token, leaseMs);
    await deliveries.recordDeliveryOutcome(trouble, token, { state: 'refused', smtpCode: 550 });

    expect([await stateOf(register, trouble), await newsOf(register, trouble)]).toEqual(['refused', []]);
  });

  it.each([
    ['queued', 'refused'],
    ['sending', 'uncertain'],
    ['sent', 'sent'],
  ] as const)('given up while %s is %s', async (before, after) => {
    if (before !== 'queued') {
      await deliveries.claimDelivery(id, token, leaseMs);
      await deliveries.markSending(id, token);
    }
    if (before === 'sent') await deliveries.recordDeliveryOutcome(id, token, { state: 'sent' });

    await deliveries.recordGivenUp(id);

    expect(await stateOf(register, id)).toBe(after);
  });
});

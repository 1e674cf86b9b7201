import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anOrganisation, conferenceSteps, reportSteps } from '@dialogue/testing/builders';

import { holdConference } from '../conference.fixture.js';
import { createLedger } from '../ledger/ledger.js';
import { listDeliveries } from '../reads/delivery-list.js';
import { openRegister, submitPetition, type TestRegister } from '../register.fixture.js';
import { continueReport, writeReport, yearPeriod } from '../report.fixture.js';
import { createDeliveries, type Deliveries } from './deliveries.js';
import { firstDelivery } from './delivery.fixture.js';

describe('a delivery', () => {
  let register: TestRegister;
  let deliveries: Deliveries;

  beforeAll(async () => {
    register = await openRegister('sample');
    deliveries = createDeliveries(register.worker);
  });
  afterAll(async () => register.close());

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
    await createLedger(register.worker).openReports({ period: yearPeriod });
    const caseId = 'SL-STC/2026-Y';
    await submitPetition(register.api, {
      organisation: anOrganisation('SL-STC'),
      leadOffice: anOrganisation('SL-STC'),
    });
    const collecting = await writeReport(register.worker, caseId, reportSteps.collecting);
    const opened = await deliveries.loadDelivery(await firstDelivery(register, caseId, 'reportOpened'));

    await continueReport(register.worker, collecting, reportSteps.sent.slice(1));

    const sent = await deliveries.loadDelivery(await firstDelivery(register, caseId, 'periodReport'));
    expect(opened).toMatchObject({
      header: { caseKind: 'report', number: caseId, title: '2026-Y' },
      details: { kind: 'report', figures: null, reporterName: 'Sở Tài chính' },
    });
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
});

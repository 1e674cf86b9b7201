import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { localDate, type LocalDate, type ReportCommand } from '@dialogue/domain';
import { anOrganisation, aReportCommand, at, reportSteps } from '@dialogue/testing/builders';

import { createRegister, type Register } from '../reads/register.js';
import { openRegister, submitPetition, type TestRegister } from '../register.fixture.js';
import { continueReport, writeReport, yearPeriod } from '../report.fixture.js';
import { createLedger, type Ledger } from './ledger.js';

describe('a period report', () => {
  let register: TestRegister;
  let reads: Register;
  let ledger: Ledger;

  beforeEach(async () => {
    register = await openRegister();
    reads = createRegister(register.api);
    ledger = createLedger(register.worker);
    await ledger.openReports({ period: yearPeriod });
  });
  afterEach(async () => register.close());

  async function receive(organisation: string, receivedOn: LocalDate = localDate('2026-03-02')): Promise<void> {
    const code = anOrganisation(organisation);
    await submitPetition(register.api, { organisation: code, leadOffice: code, receivedOn });
  }

  const step = (command: ReportCommand, day: string): { readonly command: ReportCommand; readonly at: number } => ({
    command,
    at: at(day),
  });

  it('is there before its workflow has taken it, with the figures of the moment', async () => {
    await receive('SL-STC');

    expect(await reads.report('SL-STC/2026-Y')).toMatchObject({
      stage: 'planned',
      sequence: 0,
      period: yearPeriod,
      organisation: { code: 'SL-STC', name: 'Sở Tài chính' },
      openedBy: null,
      figures: { received: 1 },
      figuresTakenAt: null,
      text: null,
      document: null,
      below: [],
      history: [],
    });
  });

  it('D14.1: shows the figures of the moment while it is written, and those that were taken from then on', async () => {
    await receive('SL-STC');
    const collecting = await writeReport(register.worker, 'SL-STC/2026-Y', reportSteps.collecting);
    const before = await reads.report('SL-STC/2026-Y');

    await continueReport(register.worker, collecting, [step(aReportCommand('submit'), '2026-12-01')]);
    await receive('SL-STC');

    const after = await reads.report('SL-STC/2026-Y');
    expect(before).toMatchObject({ stage: 'collecting', figures: { received: 1 }, figuresTakenAt: null });
    expect(before?.duties.map(({ kind }) => kind)).toEqual(['sendUpwards', 'sendReport']);
    expect(after).toMatchObject({
      stage: 'submitted',
      figures: { received: 1 },
      ownFigures: { received: 1 },
      figuresTakenAt: at('2026-12-01'),
    });
  });

  it('D14.1: a report that was given back is counted again when it is submitted again', async () => {
    const drafting = await writeReport(register.worker, 'SL-STC/2026-Y', reportSteps.drafting);
    await receive('SL-STC');
    const live = await reads.report('SL-STC/2026-Y');

    await continueReport(register.worker, drafting, [step(aReportCommand('submit'), '2026-12-02')]);

    const taken = await reads.report('SL-STC/2026-Y');
    expect(live).toMatchObject({ stage: 'drafting', figures: { received: 1 }, figuresTakenAt: null });
    expect(taken).toMatchObject({ figures: { received: 1 }, figuresTakenAt: at('2026-12-02') });
  });

  it('D14.1: is built from its own work and from what the level below has sent', async () => {
    await receive('SL-UBND');
    await receive('SL-STC');
    await receive('SL-SYT');
    await writeReport(register.worker, 'SL-STC/2026-Y', reportSteps.sent);
    await writeReport(register.worker, 'SL-SYT/2026-Y', reportSteps.approved);

    await writeReport(register.worker, 'SL-UBND/2026-Y', reportSteps.submitted);

    const read = await reads.report('SL-UBND/2026-Y');
    expect(read).toMatchObject({ figures: { received: 2 }, ownFigures: { received: 1 } });
    expect(read?.below.find(({ id }) => id === 'SL-STC/2026-Y')).toMatchObject({
      organisation: { name: 'Sở Tài chính' },
      stage: 'sent',
      figures: { received: 1 },
      sentAt: at('2026-12-02'),
    });
    expect(read?.below.find(({ id }) => id === 'SL-SYT/2026-Y')).toMatchObject({ stage: 'approved', figures: null });
  });
});

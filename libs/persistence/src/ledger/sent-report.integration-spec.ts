import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ReportCommand } from '@dialogue/domain';
import { aReportCommand, at, reportSteps } from '@dialogue/testing/builders';

import { createDoor } from '../door/door.js';
import { createRegister, type Register } from '../reads/register.js';
import { anEntry, aCommandOf, openRegister, type TestRegister } from '../register.fixture.js';
import { continueReport, writeReport, yearPeriod } from '../report.fixture.js';
import { createLedger, type Ledger } from './ledger.js';

describe('a report that is submitted', () => {
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

  const step = (command: ReportCommand, day: string): { readonly command: ReportCommand; readonly at: number } => ({
    command,
    at: at(day),
  });

  it('D14.1: once it is sent nobody changes its figures, not even the owner of the tables', async () => {
    const { state, sequence } = await writeReport(register.worker, 'SL-STC/2026-Y', reportSteps.sent);
    const changes = [
      `figures = '{}'`,
      `own_figures = '{}'`,
      `figures_taken_at = now()`,
      `sent_at = NULL, stage = 'drafting'`,
      `document_number = '1'`,
    ];

    for (const change of changes)
      await expect(register.admin.query(`UPDATE period_reports SET ${change}`)).rejects.toThrow('figures are frozen');
    await expect(register.admin.query('DELETE FROM period_reports')).rejects.toThrow('figures are frozen');

    // How its letters fare may still be told.
    const trouble = step(aReportCommand('noteDelivery'), '2026-12-03');
    await continueReport(register.worker, { state, sequence }, [trouble]);
    expect(await reads.report('SL-STC/2026-Y')).toMatchObject({
      stage: 'sent',
      flags: ['mailTrouble'],
      document: { number: '210/BC-STC', signedOn: '2026-12-02' },
      nextDueOn: null,
    });
  });

  it('D14.1: shows the text of the newest submission', async () => {
    const door = createDoor(register.api);
    const { state, sequence } = await writeReport(register.worker, 'SL-STC/2026-Y', reportSteps.drafting);
    const submit = { caseKind: 'report', kind: 'submit', payload: {} } as const;
    const first = await door.arrive(aCommandOf('SL-STC/2026-Y', { ...submit, words: { text: 'Bản đầu' } }));
    const { command } = await door.arrive(aCommandOf('SL-STC/2026-Y', { ...submit, words: { text: 'Bản sau' } }));
    await ledger.recordRefusal({
      ...{ caseKind: 'report', caseId: 'SL-STC/2026-Y', commandId: first.command.id, at: at('2026-12-02') },
      ...{ code: 'report.transition_refused', rule: 'D14.1' },
    });
    const submitted = { ...state, stage: 'submitted' } as const;
    const transition = { event: 'submitted', at: at('2026-12-02'), rule: 'D14.1', facts: {}, notices: [] } as const;

    await ledger.recordTransition(
      anEntry(
        { ...transition, state: submitted },
        { caseKind: 'report', sequence: sequence + 1, commandId: command.id },
      ),
    );

    expect(await reads.report('SL-STC/2026-Y')).toMatchObject({ text: 'Bản sau' });
  });

  it('D14.1: goes to those who must have it, with copies, each by its own delivery', async () => {
    await writeReport(register.worker, 'SL-STC/2026-Y', reportSteps.sent);

    const read = await reads.report('SL-STC/2026-Y');

    const sent = read?.letters.filter(({ kind }) => kind === 'periodReport') ?? [];
    const bodies = sent.map(({ deliveries }) => new Set(deliveries.map(({ organisation }) => organisation?.code)));
    expect(sent.map(({ key }) => key)).toEqual(['periodReport/addressees', 'periodReport/copies']);
    expect(bodies[0]).toEqual(new Set(['SL-TU', 'SL-UBND']));
    expect(bodies[1]).toContain('SL-BTGDV');
  });

  it('D11.3, D14.1: several bodies that lead to nobody are seen each by itself', async () => {
    await register.admin.query('UPDATE people SET email = NULL');
    await writeReport(register.worker, 'SL-STC/2026-Y', reportSteps.sent);

    const read = await reads.report('SL-STC/2026-Y');

    const addressed = read?.letters.find(({ key }) => key === 'periodReport/addressees');
    expect(addressed?.deliveries.map(({ organisation, state }) => [organisation?.code, state]).sort()).toEqual([
      ['SL-TU', 'unaddressed'],
      ['SL-UBND', 'unaddressed'],
    ]);
  });
});

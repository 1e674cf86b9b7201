import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { localDate, reportId, type OrganisationCode, type ReportPeriod } from '@dialogue/domain';
import { aCommand, aDocument, anOrganisation, aReportCommand, at, reportSteps } from '@dialogue/testing/builders';

import { anAdmin, openRegister, submitPetition, type TestRegister } from '../register.fixture.js';
import { writeReport } from '../report.fixture.js';
import { bodiesBelow, figuresFor, figuresOf } from '../reports/figures.js';
import { openByPeriod } from '../reports/openings.js';
import { sqlOf } from '../sql/sql.js';
import { createReorganisations } from './reorganisations.js';

const finance = anOrganisation('SL-STC');
const home = anOrganisation('SL-SNV');
const province = anOrganisation('SL-UBND');

describe('figures of a period in which one body took over from another', () => {
  let register: TestRegister;

  beforeAll(async () => {
    register = await openRegister();
    for (const organisation of [finance, finance, home])
      await submitPetition(register.api, {
        organisation,
        leadOffice: organisation,
        receivedOn: localDate('2026-03-02'),
      });
    const accountId = await anAdmin(register);
    // Finance ends on 29 April: the 30th is the first day of its successor.
    await createReorganisations(register.api).request({
      ...{ id: randomUUID(), accountId, today: localDate('2026-04-20'), check: () => undefined },
      reorganisation: {
        ...{ effectiveOn: localDate('2026-04-30'), document: aDocument('15/NQ', '2026-04-15'), reason: 'x' },
        changes: [{ kind: 'merge', from: [finance], into: { code: home } }],
      },
    });
  });
  afterAll(async () => register.close());

  function aPeriod(code: string, cutOn: string): ReportPeriod {
    const from = localDate('2026-03-01');
    return { kind: 'extraordinary', code, from, cutOn: localDate(cutOn), dueOn: localDate('2026-05-15') };
  }

  async function opened(period: ReportPeriod, ...organisations: readonly OrganisationCode[]): Promise<void> {
    for (const organisation of organisations)
      await openByPeriod(sqlOf(register.worker), {
        ...{ organisation, leadOffice: organisation, period, hasSuperior: true },
      });
  }

  async function received(organisation: OrganisationCode, period: ReportPeriod): Promise<number> {
    return (await figuresOf(sqlOf(register.api), organisation, period)).received;
  }

  it.each([
    ['2026-04-29', 2, 1, 'its last day: each has its own'],
    ['2026-04-30', 2, 3, 'the first day of the successor, which has both; the other reports no more'],
  ])('D14.1: cut on %s: %i and %i, on %s', async (cutOn, before, after, _reason) => {
    const period = aPeriod('C', cutOn);

    expect([await received(finance, period), await received(home, period)]).toEqual([before, after]);
    const below = await bodiesBelow(sqlOf(register.api), province, period);
    const sum = below.includes(finance) ? before + after : after;
    expect(sum).toBe(3);
  });

  it('D14.1: of two reports of the same period, each counts its own, and who took over adds both up once', async () => {
    const period = aPeriod('A', '2026-04-30');
    await opened(period, finance, home, province);
    await sent(finance, period);

    const sql = sqlOf(register.api);
    const { own, total } = await figuresFor(sql, { organisation: home, period });

    expect(own.received).toBe(1);
    expect(await bodiesBelow(sql, home, period)).toEqual([finance]);
    expect(total.received).toBe(3);
    expect(await bodiesBelow(sql, province, period)).not.toContain(finance);
  });

  it('D14.1: a report that passed to a successor still counts the body for which it opened', async () => {
    const period = aPeriod('B', '2026-04-29');
    await opened(period, finance, home);
    const id = reportId(finance, period.code);
    const handedOver = aCommand('organisationChanged', {
      successions: [{ from: finance, to: home, toName: 'Sở Nội vụ' }],
    });

    const { state } = await writeReport(register.worker, id, [
      ...reportSteps.collecting,
      { command: handedOver, at: at('2026-11-20') },
      { command: aReportCommand('submit'), at: at('2026-12-01') },
    ]);

    const [taken] = await register.admin.query<{ received: number }[]>(
      `SELECT (own_figures ->> 'received')::integer AS received FROM period_reports WHERE id = $1`,
      [id],
    );
    expect(state).toMatchObject({ organisation: 'SL-SNV', stage: 'submitted' });
    expect(taken).toEqual({ received: 2 });
    expect(await received(home, period)).toBe(1);
  });

  /** As if it had been written and sent. */
  async function sent(organisation: OrganisationCode, period: ReportPeriod): Promise<void> {
    const figures = JSON.stringify(await figuresOf(sqlOf(register.api), organisation, period));
    await register.admin.query(
      `INSERT INTO period_reports (id, stage, figures, own_figures, figures_taken_at, document_number, document_on, sent_at, last_sequence)
       VALUES ($1, 'sent', $2, $2, now(), '1/BC', '2026-05-02', now(), 1)`,
      [reportId(organisation, period.code), figures],
    );
  }
});

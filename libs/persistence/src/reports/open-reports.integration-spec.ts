import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { defaultReportTerms, localDate } from '@dialogue/domain';
import { anOrganisation } from '@dialogue/testing/builders';

import { createLedger, type Ledger } from '../ledger/ledger.js';
import { openRegister, type TestRegister } from '../register.fixture.js';
import { createRelayStore, type OutboxRow } from '../relay/relay-store.js';
import { openingDay, yearPeriod } from '../report.fixture.js';
import { sqlOf } from '../sql/sql.js';
import { levelBelow, reportingOrder } from './report-lines.js';

describe('the reports of a period', () => {
  let register: TestRegister;
  let ledger: Ledger;

  beforeAll(async () => {
    register = await openRegister('reference');
    ledger = createLedger(register.worker);
  });
  afterAll(async () => register.close());

  async function told(): Promise<readonly OutboxRow['message'][]> {
    const messages: OutboxRow['message'][] = [];
    await createRelayStore(register.worker).claimOutbox(1000, async ({ message }) => {
      messages.push(message);
      return Promise.resolve();
    });
    return messages;
  }

  it('D14.1: open for every body that reports on the day, each told once, however often they are opened', async () => {
    const first = await ledger.openReports({ period: yearPeriod });
    const messages = await told();
    const again = await ledger.openReports({ period: yearPeriod });

    expect(first.opened).toBe(first.reporting);
    expect(first.reporting).toBeGreaterThan(100);
    expect(messages).toHaveLength(first.opened);
    expect(messages).toContainEqual({
      kind: 'signalCase',
      caseKind: 'report',
      caseId: 'SL-STC/2026-Y',
      command: { kind: 'open' },
    });
    expect(again).toEqual({ reporting: first.reporting, opened: 0 });
    expect(await told()).toEqual([]);
  });

  it('D14.1: know whether another body builds on them, and which office writes them', async () => {
    expect(await ledger.loadReportOpening('SL-STC/2026-Y')).toMatchObject({
      id: 'SL-STC/2026-Y',
      period: yearPeriod,
      hasSuperior: true,
      names: { 'SL-STC': 'Sở Tài chính' },
      terms: null,
    });
    expect(await ledger.loadReportOpening('SL-UBND/2026-Y')).toMatchObject({
      hasSuperior: true,
      leadOffice: 'SL-VPUBND',
    });
    expect(await ledger.loadReportOpening('SL-TU/2026-Y')).toMatchObject({ hasSuperior: false });
    expect(await ledger.loadReportOpening('SL-TU/2030-Y')).toBeNull();
  });

  it('D14.1: do not open for a body that is no longer in force', async () => {
    await register.admin.query(
      `INSERT INTO report_lines (organisation_code, kind, to_code, source) VALUES ('SL-BDV', 'reportTo', 'SL-TU', 'test')`,
    );

    const order = await reportingOrder(sqlOf(register.worker), openingDay);
    const before = await reportingOrder(sqlOf(register.worker), localDate('2025-02-28'));

    expect([order.has(anOrganisation('SL-BDV')), before.has(anOrganisation('SL-BDV'))]).toEqual([false, true]);
  });

  it('D13.1: come with the terms of their organisation, whatever it has set for petitions', async () => {
    await register.admin.query(
      `INSERT INTO terms (id, organisation_code, valid_from, petition, report, reason)
       VALUES (gen_random_uuid(), 'SL-SYT', '2026-01-01', NULL, '{"upwardsWorkingDays": 8}', 'x'),
         (gen_random_uuid(), 'SL-SYT', '2026-06-01', '{}', NULL, 'x')`,
    );

    expect((await ledger.loadReportOpening('SL-SYT/2026-Y'))?.terms).toEqual({
      ...defaultReportTerms,
      version: 'SL-SYT/2026-01-01',
      upwardsWorkingDays: 8,
    });
  });

  it('D14.1: nobody of the level below comes into a report twice', async () => {
    const order = await reportingOrder(sqlOf(register.worker), openingDay);
    const times = new Map<string, number>();
    const count = (body: Parameters<typeof levelBelow>[1]): void => {
      times.set(body, (times.get(body) ?? 0) + 1);
      for (const below of levelBelow(order, body)) count(below);
    };

    count(anOrganisation('SL-TU'));

    expect([...times].filter(([, often]) => often > 1)).toEqual([]);
    expect(new Set(times.keys())).toEqual(new Set(order.keys()));
    expect(levelBelow(order, anOrganisation('SL-UBND'))).toContain(anOrganisation('SL-STC'));
  });
});

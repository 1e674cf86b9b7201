import { reportId, type LocalDate, type OrganisationCode, type ReportPeriod } from '@dialogue/domain';

import { organisationLines } from '../organisations/organisation-lines.js';
import { tellCase } from '../relay/tell-case.js';
import type { Sql } from '../sql/sql.js';
import { openByPeriod } from './openings.js';
import { hasSuperior, reportingOrder } from './report-lines.js';

/** Which period opens. */
export interface ReportsToOpen {
  readonly period: ReportPeriod;
}

/** How many organisations report, and for how many of them the report was new. */
export interface OpenedReports {
  readonly reporting: number;
  readonly opened: number;
}

/**
 * Inside one transaction: a report of the period for each body that reports on the day at which its figures are cut, each
 * told to open (D14.1).
 */
export async function openReports(sql: Sql, { period }: ReportsToOpen): Promise<OpenedReports> {
  const on = period.cutOn;
  const order = await reportingOrder(sql, on);
  let opened = 0;
  for (const organisation of order.keys()) {
    const leadOffice = await leadOfficeOf(sql, organisation, on);
    const opening = { organisation, leadOffice, period, hasSuperior: hasSuperior(order, organisation) };
    if (!(await openByPeriod(sql, opening))) continue;
    await tellCase(sql, { caseKind: 'report', caseId: reportId(organisation, period.code), command: { kind: 'open' } });
    opened += 1;
  }
  return { reporting: order.size, opened };
}

/** D7: a body without an office of its own writes its report itself. */
async function leadOfficeOf(sql: Sql, organisation: OrganisationCode, on: LocalDate): Promise<OrganisationCode> {
  return (await organisationLines(sql, organisation, on))?.leadOffice ?? organisation;
}

import {
  defaultReportTerms,
  localDate,
  planned,
  type LocalDate,
  type Report,
  type ReportCommand,
  type ReportOpening,
  type ReportPeriod,
} from '@dialogue/domain';
import { aCalendar, aReportOpening, appliedToReport } from '@dialogue/testing/builders';
import type { DataSource } from 'typeorm';

import type { StoredReportOpening } from './door/command.js';
import { createLedger } from './ledger/ledger.js';
import { recordSteps, type Step } from './register.fixture.js';

/** The day on which the reports of tests open. */
export const openingDay: LocalDate = localDate('2026-11-10');

export const yearPeriod: ReportPeriod = aReportOpening().period;

export interface RecordedReport {
  readonly state: Report;
  readonly sequence: number;
}

/** A report that the period opened, and what happened to it since. */
export async function writeReport(
  worker: DataSource,
  id: string,
  steps: readonly Step<ReportCommand>[],
): Promise<RecordedReport> {
  const opening = await createLedger(worker).loadReportOpening(id);
  if (opening === null) throw new Error('The report is not in the register');
  const state = planned(openingOnly(opening), { terms: defaultReportTerms, calendar: aCalendar() });
  return continueReport(worker, { state, sequence: 0 }, steps);
}

export async function continueReport(
  worker: DataSource,
  recorded: RecordedReport,
  steps: readonly Step<ReportCommand>[],
): Promise<RecordedReport> {
  return recordSteps(worker, { ...recorded, caseKind: 'report' }, { steps, apply: appliedToReport });
}

function openingOnly({ openedAt: _openedAt, terms: _terms, ...opening }: StoredReportOpening): ReportOpening {
  return opening;
}

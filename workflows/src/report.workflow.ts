import { continueAsNew, setCurrentDetails } from '@temporalio/workflow';

import type { CaseStart } from '@dialogue/contracts';
import {
  nextReportDuty,
  reportAllowedFrom,
  reportFlagsOf,
  reportMachine,
  type Report,
  type ReportCommand,
} from '@dialogue/domain';

import { ledgerOf } from './case-ledger.js';
import { runCase } from './case-loop.js';
import type { BesideState } from './case-page.vi.js';
import { publishFindable } from './case-search.js';
import { reportPage } from './report-page.vi.js';

/** A period report of one organisation, from its opening until it is sent (D14.1, D14.2). */
export async function reportWorkflow(start: CaseStart<Report, ReportCommand>): Promise<void> {
  const definition = {
    kind: 'report',
    machine: reportMachine,
    commandKinds: Object.keys(reportAllowedFrom),
    ledger: ledgerOf<Report>(),
    publish,
    waitingFor: reportPage.waitsFor,
  } as const;
  const carried = await runCase(definition, start);
  if (carried !== null) await continueAsNew<typeof reportWorkflow>({ ...start, carried });
}

function publish(state: Report, beside: BesideState): void {
  setCurrentDetails(reportPage.page(state, beside));
  publishFindable({
    stage: state.stage,
    organisation: state.organisation,
    reportPeriod: state.period.code,
    flags: reportFlagsOf(state),
    nextDuty: nextReportDuty(state),
  });
}

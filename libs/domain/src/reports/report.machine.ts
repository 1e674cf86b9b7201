import { counted, type CaseMachine, type Decision } from '../cases/case-machine.js';
import type { Instant } from '../time/instant.js';
import { reportAllowedFrom, type ReportCommand } from './report-commands.js';
import { decideReport, refusedReport } from './report-decisions.js';
import { isReportEnded, reportCase } from './report-facts.js';
import { reportSurroundings } from './report-surroundings.js';
import type { Report } from './report.js';

/** A period report from its opening until it is sent (D14.1, D14.2). */
export const reportMachine: CaseMachine<Report, ReportCommand> = {
  apply: (state, command, at) => counted(() => apply(state, command, at)),
  elapse: (state, until) => counted(() => reportCase.elapse(state, until)),
  urge: (state, now) => counted(() => reportCase.urge(state, now)),
  nextDueAt: (state) => reportCase.nextDueAt(state),
  recount: (state, basis, on) => counted(() => reportSurroundings.recount(state, basis, on)),
  isClosed: isReportEnded,
};

function apply(state: Report, command: ReportCommand, at: Instant): Decision<Report> {
  if (!reportAllowedFrom[command.kind].includes(state.stage)) return refusedReport(state, 'report.transition_refused');
  return decideReport(state, command, at);
}

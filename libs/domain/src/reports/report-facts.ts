import { caseDuties, type CaseDuties } from '../cases/case-duties.js';
import type { Transition } from '../cases/case-machine.js';
import type { Instant } from '../time/instant.js';
import { isFindingWhenMissed, reportDuties } from './report-terms.js';
import { reportFlags, type Report, type ReportDuty, type ReportDutyKind, type ReportFlag } from './report.js';

/** What a report is before its workflow has taken it, as the opener writes it (D14.1) or a request on demand (D14.2). */
export type ReportOpening = Pick<Report, 'id' | 'organisation' | 'leadOffice' | 'names' | 'period' | 'hasSuperior'>;

/** The first state of a case. */
export function planned(opening: ReportOpening, basis: Pick<Report, 'terms' | 'calendar'>): Report {
  return {
    ...opening,
    ...basis,
    stage: 'planned',
    submissions: 0,
    hasFinding: false,
    duties: [],
    dutiesSoFar: 0,
    endedAt: null,
    lettersInTrouble: [],
    troublesTold: 0,
  };
}

export function isReportEnded({ stage }: Pick<Report, 'stage'>): boolean {
  return stage === 'sent';
}

/** What a supervisor should notice at a glance. */
export function reportFlagsOf(state: Report): readonly ReportFlag[] {
  const flags: Readonly<Record<ReportFlag, boolean>> = {
    overdue: state.duties.some((duty) => duty.missedAt !== null),
    finding: state.hasFinding,
    provisional: state.duties.some((duty) => duty.isProvisional),
    mailTrouble: state.lettersInTrouble.length > 0,
  };
  return reportFlags.filter((flag) => flags[flag]);
}

/** How a report keeps its duties. */
export const reportCase: CaseDuties<Report, ReportDutyKind> = caseDuties<ReportDutyKind, Report>({
  definitions: reportDuties,
  withDuties: (state, duties, dutiesSoFar) => ({ ...state, duties, dutiesSoFar }),
  agencyOf: () => null,
  missed,
});

/** The open duty that is due first. */
export function nextReportDuty(state: Report): ReportDuty | null {
  return reportCase.nextDuty(state);
}

/** D14.1: a limit of the regulation that passed is a finding, and stays one after the report was sent. */
function missed(state: Report, duty: ReportDuty, at: Instant): Transition<Report> {
  const isFinding = isFindingWhenMissed(duty.kind, state.period);
  const miss = reportCase.recordMiss(state, duty, at);
  return {
    ...miss,
    facts: { ...miss.facts, period: state.period.code, isFinding },
    state: { ...miss.state, hasFinding: state.hasFinding || isFinding },
  };
}

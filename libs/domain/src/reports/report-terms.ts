import type { DutyDefinition, Ladder, Rung } from '../cases/duty.js';
import type { RuleId } from '../regulation/rule-id.js';
import type { ReportDutyKind, ReportPeriod, ReportTerms } from './report.js';

/** The duties of a report: which rule asks for them, who owes them, what a miss means. */
export const reportDuties: Readonly<Record<ReportDutyKind, DutyDefinition>> = {
  sendUpwards: { rule: 'D14.1', owedBy: 'leadOffice', whenMissed: 'recordMiss' },
  sendReport: { rule: 'D14.1', owedBy: 'leadOffice', whenMissed: 'recordMiss' },
};

/** Which rule asks for the report of a period: the half-year and the year, or whoever wants one besides. */
export function ruleOfPeriod({ kind }: Pick<ReportPeriod, 'kind'>): RuleId {
  return kind === 'extraordinary' ? 'D14.2' : 'D14.1';
}

/** D14.1: only the regulation's own day makes a finding; a day that was asked for (D14.2) or agreed does not. */
export function isFindingWhenMissed(duty: ReportDutyKind, { kind }: Pick<ReportPeriod, 'kind'>): boolean {
  return duty === 'sendReport' && kind !== 'extraordinary';
}

const reminders: readonly Rung[] = [
  { workingDays: -5, recipients: ['leadOffice'] },
  { workingDays: -2, recipients: ['leadOffice'] },
  { workingDays: -1, recipients: ['leadOffice'] },
];
const firstEscalation: Rung = { workingDays: 1, recipients: ['host', 'leadOffice', 'monitor'] };

/** From the limit of the report on, its own ladder goes on urging. */
const upwardsLadder: Ladder = { rungs: [...reminders, firstEscalation], thenEvery: null };

const limitLadder: Ladder = {
  rungs: [...reminders, firstEscalation, { workingDays: 3, recipients: ['superior'] }],
  thenEvery: { workingDays: 5, recipients: ['host'] },
};

/** The default days and ladders: the limits are the regulation's own (D14.1), these are habits of the office (D13.1). */
export const defaultReportTerms: ReportTerms = {
  version: 'default-1',
  upwardsWorkingDays: 5,
  duties: { sendUpwards: { ladder: upwardsLadder }, sendReport: { ladder: limitLadder } },
};

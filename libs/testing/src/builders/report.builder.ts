import {
  defaultReportTerms,
  periodOf,
  planned,
  reportId,
  reportMachine,
  type CalendarSlice,
  type Decision,
  type Instant,
  type Report,
  type ReportCommand,
  type ReportCommandKind,
  type ReportOpening,
  type ReportStage,
  type ReportTerms,
  type Transition,
} from '@dialogue/domain';

import { aCalendar } from './calendar.builder.js';
import { aDocument, anOrganisation } from './petition-command.builder.js';
import { at, valueOf } from './petition.builder.js';
import { aroundIt } from './surroundings.builder.js';

/** What a test may say of a report; the rest has defaults. */
export interface ReportWishes extends Partial<ReportOpening> {
  readonly stage?: ReportStage;
  readonly calendar?: CalendarSlice;
  readonly terms?: ReportTerms;
}

type CommandOf<Kind extends ReportCommandKind> = Extract<ReportCommand, { readonly kind: Kind }>;

/** The year report of 2026 of a department, which the People's Committee builds its own from. */
export function aReportOpening(overrides: Partial<ReportOpening> = {}): ReportOpening {
  const organisation = overrides.organisation ?? anOrganisation('SL-STC');
  const period = overrides.period ?? periodOf('year', 2026, aCalendar());
  return {
    id: reportId(organisation, period.code),
    organisation,
    leadOffice: organisation,
    names: { [organisation]: 'Sở Tài chính' },
    period,
    hasSuperior: true,
    ...overrides,
  };
}

/**
 * A report in a stage that it has really reached, by the commands of {@link reportSteps}: opened on Tuesday 10 November
 * 2026, due upwards on Wednesday 2 December, due on Wednesday the 9th. Tuesday 24 November is a holiday.
 */
export function aReport({
  stage = 'collecting',
  calendar = aCalendar(),
  terms = defaultReportTerms,
  ...opening
}: ReportWishes = {}): Report {
  const start = planned(aReportOpening(opening), { calendar, terms });
  return reportSteps[stage].reduce((state, step) => appliedToReport(state, step.command, step.at).state, start);
}

/** A command with valid arguments for the report that `aReport` builds, unless a test says otherwise. */
export function aReportCommand<Kind extends ReportCommandKind>(
  kind: Kind,
  overrides: Partial<Omit<CommandOf<Kind>, 'kind'>> = {},
): CommandOf<Kind> {
  const command: CommandOf<Kind> = defaults[kind];
  return { ...command, ...overrides };
}

/** What the machine says to a command on a calendar that reaches far enough. */
export function decidedOfReport(state: Report, command: ReportCommand, when: Instant): Decision<Report> {
  return valueOf(reportMachine.apply(state, command, when));
}

/** The transition of a command that must be accepted. */
export function appliedToReport(state: Report, command: ReportCommand, when: Instant): Transition<Report> {
  const decision = decidedOfReport(state, command, when);
  if ('refused' in decision)
    throw new Error(`${command.kind} from ${state.stage} was refused: ${decision.refused.code}`);
  return decision.accepted;
}

const defaults: { readonly [Kind in ReportCommandKind]: CommandOf<Kind> } = {
  open: { kind: 'open' },
  submit: { kind: 'submit' },
  return: { kind: 'return' },
  approve: { kind: 'approve' },
  send: { kind: 'send', document: aDocument('210/BC-STC', '2026-12-02') },
  ...aroundIt,
  adoptTerms: { kind: 'adoptTerms', terms: { ...defaultReportTerms, version: 'local-1' } },
  noteDelivery: { kind: 'noteDelivery', deliveryId: '01J0LETTER', outcome: 'refused' },
};

interface Step {
  readonly command: ReportCommand;
  readonly at: Instant;
}

function step(kind: ReportCommandKind, day: string): Step {
  return { command: aReportCommand(kind), at: at(day) };
}

const opened = [step('open', '2026-11-10')];
const submitted = [...opened, step('submit', '2026-12-01')];
const approved = [...submitted, step('approve', '2026-12-02')];

/** How a report comes to each stage, on which days. */
export const reportSteps: Readonly<Record<ReportStage, readonly Step[]>> = {
  planned: [],
  collecting: opened,
  drafting: [...submitted, step('return', '2026-12-01')],
  submitted,
  approved,
  sent: [...approved, step('send', '2026-12-02')],
};

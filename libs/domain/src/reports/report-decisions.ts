import type { Decision, Facts, Refusal, Transition } from '../cases/case-machine.js';
import { deliveryNoted } from '../cases/mail-trouble.js';
import type { NewDuty } from '../cases/duties.js';
import type { Instant } from '../time/instant.js';
import { dateAt, type LocalDate } from '../time/local-date.js';
import { addWorkingDays } from '../calendar/calendar-slice.js';
import type { DocumentReference } from '../petitions/petition.js';
import type { ReportCommand, ReportCommandKind } from './report-commands.js';
import { reportCase } from './report-facts.js';
import { reportSurroundings } from './report-surroundings.js';
import { ruleOfPeriod } from './report-terms.js';
import type { Report, ReportDutyKind } from './report.js';

/** A command of one kind, with the instant that it came and the day in Vietnam at that instant. */
interface Asked<Kind extends ReportCommandKind> {
  readonly state: Report;
  readonly command: Extract<ReportCommand, { readonly kind: Kind }>;
  readonly at: Instant;
  readonly on: LocalDate;
}

type Decide = { readonly [Kind in ReportCommandKind]: (asked: Asked<Kind>) => Decision<Report> };

/** What each command does, once its stage allows it. @throws CalendarExceeded when a count leaves the slice */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- ties the command to its decider below
export function decideReport<Kind extends ReportCommandKind>(
  state: Report,
  command: Extract<ReportCommand, { readonly kind: Kind }>,
  at: Instant,
): Decision<Report> {
  const decider: (asked: Asked<Kind>) => Decision<Report> = decisions[command.kind];
  return decider({ state, command, at, on: dateAt(at) });
}

/** A no, with the rule that asks for this report. */
export function refusedReport({ period }: Report, code: Refusal['code']): Decision<Report> {
  return { refused: { code, rule: ruleOfPeriod(period) } };
}

const decisions: Decide = {
  open,
  submit,
  return: giveBack,
  approve,
  send,
  ...reportSurroundings.decisions,
  noteDelivery: ({ state, command, at }) => ({ accepted: deliveryNoted(state, command, at) }),
};

/** D14.1, D14.2: the lead office is asked for the report, and from now on owes it. */
function open({ state, at, on }: Asked<'open'>): Decision<Report> {
  const { period } = state;
  const after = owingReport({ ...state, stage: 'collecting' }, on);
  const upwardsOn = reportCase.dutyOf(after, 'sendUpwards')?.dueOn ?? null;
  const facts = { period: period.code, dueOn: period.dueOn, upwardsOn, isBelated: period.dueOn < on };
  return happened('opened', { at, facts, state: after }, [
    { key: 'reportOpened', letter: { kind: 'reportOpened', period, upwardsOn }, recipients: ['leadOffice'] },
  ]);
}

/** D14.1: who has a superior owes it in time for the superior's own report; a day that was asked for stands alone. */
function owingReport(state: Report, on: LocalDate): Report {
  const { calendar, hasSuperior, period, terms } = state;
  const { dueOn } = period;
  const goesUpwards = hasSuperior && period.kind !== 'extraordinary';
  const upwards = goesUpwards
    ? owing(state, 'sendUpwards', {
        on,
        anchorOn: dueOn,
        dueOn: addWorkingDays(calendar, dueOn, -terms.upwardsWorkingDays),
      })
    : state;
  return owing(upwards, 'sendReport', { on, anchorOn: on, dueOn });
}

/** A day that has passed already is due at once, and marked so. */
function owing(
  state: Report,
  kind: ReportDutyKind,
  { on, anchorOn, dueOn }: { on: LocalDate; dueOn: LocalDate } & Pick<NewDuty<ReportDutyKind>, 'anchorOn'>,
): Report {
  const isBelated = dueOn < on;
  const begun = reportCase.owing(state, kind, { anchorOn, due: { on: isBelated ? on : dueOn } });
  const duty = reportCase.dutyOf(begun, kind);
  if (duty === null) return begun;
  return reportCase.withDuty(begun, {
    ...duty,
    rule: ruleOfPeriod(state.period),
    ...(isBelated ? { isBelated } : {}),
  });
}

/** The figures are taken with the submission; before the day at which they are cut they would not be complete. */
function submit({ state, at, on }: Asked<'submit'>): Decision<Report> {
  const { period } = state;
  if (on < period.cutOn) return refusedReport(state, 'report.period_running');
  const submissions = state.submissions + 1;
  const after: Report = { ...state, stage: 'submitted', submissions };
  return happened('submitted', { at, facts: { submissions }, state: after }, [
    {
      key: `reportSubmitted/${String(submissions)}`,
      letter: { kind: 'reportSubmitted', period },
      recipients: ['host'],
    },
  ]);
}

function giveBack({ state, at }: Asked<'return'>): Decision<Report> {
  const { period, submissions } = state;
  return happened('returned', { at, facts: { submissions }, state: { ...state, stage: 'drafting' } }, [
    {
      key: `reportReturned/${String(submissions)}`,
      letter: { kind: 'reportReturned', period },
      recipients: ['leadOffice'],
    },
  ]);
}

function approve({ state, at }: Asked<'approve'>): Decision<Report> {
  const { period, submissions } = state;
  return happened('approved', { at, facts: { submissions }, state: { ...state, stage: 'approved' } }, [
    {
      key: `reportApproved/${String(submissions)}`,
      letter: { kind: 'reportApproved', period },
      recipients: ['leadOffice'],
    },
  ]);
}

/** D14.1: to the committees and authorities of its own level and the next, with copies to those who supervise. */
function send({ state, command, at, on }: Asked<'send'>): Decision<Report> {
  const { period } = state;
  const { document } = command;
  const wrong = wrongDate(document, { notBefore: period.cutOn, on });
  if (wrong !== null) return refusedReport(state, wrong);
  const after: Report = { ...reportCase.discharged(state, 'sendUpwards', 'sendReport'), stage: 'sent', endedAt: at };
  const facts = {
    documentNumber: document.number,
    documentOn: document.signedOn,
    dueOn: period.dueOn,
    isLate: on > period.dueOn,
  };
  const letter = { kind: 'periodReport', period, document } as const;
  return happened('sent', { at, facts, state: after }, [
    { key: 'periodReport/addressees', letter, recipients: ['reportAddressee'] },
    { key: 'periodReport/copies', letter, recipients: ['reportCopy'] },
  ]);
}

/** A report cannot be signed before the figures that it gives, nor on a day to come. */
function wrongDate(
  { signedOn }: DocumentReference,
  { notBefore, on }: { notBefore: LocalDate; on: LocalDate },
): Refusal['code'] | null {
  if (signedOn > on) return 'report.date_in_future';
  return signedOn < notBefore ? 'report.date_before_case' : null;
}

function happened(
  event: string,
  what: { readonly at: Instant; readonly facts: Facts; readonly state: Report },
  notices: Transition<Report>['notices'],
): Decision<Report> {
  return { accepted: { event, rule: ruleOfPeriod(what.state.period), ...what, notices } };
}

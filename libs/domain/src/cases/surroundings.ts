import type { OrganisationCode } from '../organisations/organisation-code.js';
import type { RecipientRole } from '../organisations/recipients.js';
import type { DocumentReference } from '../petitions/petition.js';
import { CalendarExceeded } from '../errors/domain-error.js';
import type { RuleId } from '../regulation/rule-id.js';
import type { Instant } from '../time/instant.js';
import type { LocalDate } from '../time/local-date.js';
import type { CaseState, Decision, Facts } from './case-machine.js';
import { dutyName, type Duty, type Ladder } from './duty.js';
import type { DutyKind } from './letter.js';
import type { Notice } from './notice.js';
import type { Tell } from './tell.js';

/** What a case hears of the world around it: another calendar, other bodies, other terms. */
export type Surroundings<Terms> = CalendarChanged | OrganisationChanged | AdoptTerms<Terms>;

export const surroundingsKinds = ['calendarChanged', 'organisationChanged', 'adoptTerms'] as const;
export type SurroundingsKind = (typeof surroundingsKinds)[number];

/**
 * Whether a command changes what deadlines are: it is decided before time passes up to it, so that nothing is missed by a
 * count that no longer holds (D11.1c).
 */
export function precedesTime(command: unknown): boolean {
  return typeof command === 'object' && command !== null && 'kind' in command && command.kind === 'calendarChanged';
}

/** An edition of the working calendar was published: every open deadline is counted anew from its anchor. */
export interface CalendarChanged {
  readonly kind: 'calendarChanged';
  readonly edition: number;
}

/** Bodies were merged, split, abolished or renamed: open work passes to who succeeds them, from that day on. */
export interface OrganisationChanged {
  readonly kind: 'organisationChanged';
  readonly on: LocalDate;
  readonly successions: readonly Succession[];
  /** The decision on it. */
  readonly document: DocumentReference;
}

export interface Succession {
  readonly from: OrganisationCode;
  readonly to: OrganisationCode;
  readonly toName: string;
}

/** D13.1: the case goes on by other terms than those that it began with. */
export interface AdoptTerms<Terms> {
  readonly kind: 'adoptTerms';
  readonly terms: Terms;
}

/** The bodies that a case has one of each. */
const singleParts = ['organisation', 'leadOffice', 'agency'] as const;
type SinglePart = (typeof singleParts)[number];

/** As which of its bodies an organisation is in a case; `body`: one of several that owe the same kind of duty. */
export const bodyParts = [...singleParts, 'body'] as const;
export type BodyPart = (typeof bodyParts)[number];

/** Who is told of work that was handed over, on the side that takes it. */
const takingOver: Readonly<Record<BodyPart, readonly RecipientRole[]>> = {
  organisation: ['host'],
  leadOffice: ['leadOffice'],
  agency: ['handler', 'agencyHead'],
  body: ['handler', 'agencyHead'],
};

/** As much of the terms of any kind of case as counting anew needs. */
export interface CaseTerms {
  readonly version: string;
  readonly duties: Readonly<Partial<Record<DutyKind, { readonly ladder: Ladder }>>>;
}

/** A case that can be counted anew and handed over. */
export interface SurroundedCase<Terms extends CaseTerms> extends CaseState {
  readonly organisation: OrganisationCode;
  readonly leadOffice: OrganisationCode;
  readonly names: Readonly<Record<string, string>>;
  readonly duties: readonly Duty<DutyKind>[];
  readonly terms: Terms;
}

/** On what a case is counted anew: what is not given stays. */
export type Basis<State extends CaseState> = Partial<Pick<State, 'calendar' | 'terms'>>;

/** One open deadline that has moved. */
export interface DeadlineMove {
  readonly duty: DutyKind;
  /** Who owes it, where several bodies owe one of its kind. */
  readonly body?: OrganisationCode;
  readonly rule: RuleId;
  readonly anchorOn: LocalDate;
  readonly wasDueOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly isProvisional: boolean;
}

/** A case after a count: the state, and what has moved in it. */
export interface Recount<State> {
  readonly state: State;
  readonly moves: readonly DeadlineMove[];
}

/** What a kind of case adds to the practice that all share. */
export interface SurroundingsPractice<State> {
  /**
   * Every open duty counted anew on the calendar and by the terms of the state; `before` is the case with those that it had.
   * As many duties in the same order.
   */
  readonly recounted: (state: State, before: State, on: LocalDate) => State;
  /** The rule under which the history keeps that deadlines have moved. */
  readonly ruleOf: (state: State) => RuleId;
  readonly agencyOf: (state: State) => OrganisationCode | null;
  /** Bodies that have a part in the case beside its agency, whether they owe something now or not. */
  readonly partnersOf?: (state: State) => readonly OrganisationCode[];
  /** The same case with other codes of bodies, wherever it names one. */
  readonly withBodies: (state: State, succeeded: (code: OrganisationCode) => OrganisationCode) => State;
  /** What other cases hear when this one goes on by other terms. */
  readonly tellsOfTerms?: (state: State, before: State) => readonly Tell[];
}

type Counted = SurroundedCase<CaseTerms>;

interface Asked<State, Command> {
  readonly state: State;
  readonly command: Command;
  readonly at: Instant;
  readonly on: LocalDate;
}

/** How one kind of case takes what happens around it. */
export interface CaseSurroundings<State extends SurroundedCase<Terms>, Terms extends CaseTerms> {
  recount(state: State, basis: Basis<State>, on: LocalDate): Recount<State>;
  readonly decisions: {
    readonly calendarChanged: (asked: Asked<State, CalendarChanged>) => Decision<State>;
    readonly adoptTerms: (asked: Asked<State, AdoptTerms<Terms>>) => Decision<State>;
    readonly organisationChanged: (asked: Asked<State, OrganisationChanged>) => Decision<State>;
  };
}

type Practice<State> = SurroundingsPractice<State>;

/** One practice for conferences, petitions and reports; what is heard twice changes nothing the second time. */
export function caseSurroundings<Terms extends CaseTerms, State extends SurroundedCase<Terms>>(
  practice: SurroundingsPractice<State>,
): CaseSurroundings<State, Terms> {
  return {
    recount: (state, basis, on) => recount(practice, { ...state, ...basis }, { before: state, on }),
    decisions: {
      calendarChanged: (asked) => calendarChanged(practice, asked),
      adoptTerms: (asked) => adoptTerms(practice, asked),
      organisationChanged: (asked) => organisationChanged(practice, asked),
    },
  };
}

function recount<State extends Counted>(
  practice: Practice<State>,
  wanted: State,
  { before, on }: { readonly before: State; readonly on: LocalDate },
): Recount<State> {
  const state = practice.recounted(wanted, before, on);
  return { state, moves: before.duties.flatMap((duty, place) => movedTo(duty, state.duties[place])) };
}

function calendarChanged<State extends Counted>(
  practice: Practice<State>,
  { state, command, at, on }: Asked<State, CalendarChanged>,
): Decision<State> {
  const rule = practice.ruleOf(state);
  const { edition } = state.calendar;
  if ((state.countedWith ?? 0) >= command.edition) return unchanged(rule);
  // The case still holds an older edition: asking for as much as it has makes the loop load the newest.
  if (edition < command.edition) throw new CalendarExceeded(state.calendar.until);
  const { state: after, moves } = recount(practice, state, { before: state, on });
  const facts = { edition, ...factsOf(moves) };
  return {
    accepted: { event: 'calendarChanged', at, rule, facts, state: { ...after, countedWith: edition }, notices: [] },
  };
}

/** D13.1: shorter or longer, with the ladder and the recipients of the terms; what was reminded stays reminded. */
function adoptTerms<Terms extends CaseTerms, State extends SurroundedCase<Terms>>(
  practice: Practice<State>,
  { state, command: { terms }, at, on }: Asked<State, AdoptTerms<Terms>>,
): Decision<State> {
  if (terms.version === state.terms.version) return unchanged('D13.1');
  // Terms that were made before there was a kind of duty know no days for it: those of the case stay.
  const duties = { ...state.terms.duties, ...terms.duties };
  const wanted = { ...state, terms: { ...terms, duties } };
  const { state: counted, moves } = recount(practice, wanted, { before: state, on });
  const after = {
    ...counted,
    duties: counted.duties.map((duty) => withOvertaken(duty, duties[duty.kind]?.ladder)),
  };
  const facts = { version: terms.version, wasVersion: state.terms.version, ...factsOf(moves) };
  const tells = practice.tellsOfTerms?.(after, state) ?? [];
  const adopted = { event: 'termsAdopted', at, rule: 'D13.1', facts, state: after, notices: [] } as const;
  return { accepted: tells.length === 0 ? adopted : { ...adopted, tells } };
}

/** D11.3: open work is never without somebody who owes it; who takes it over is told what and until when. */
function organisationChanged<State extends Counted>(
  practice: Practice<State>,
  { state, command, at }: Asked<State, OrganisationChanged>,
): Decision<State> {
  const { successions, document, on } = command;
  const succeeded = (code: OrganisationCode): OrganisationCode =>
    successions.find(({ from }) => from === code)?.to ?? code;
  const [organisation, leadOffice] = [succeeded(state.organisation), succeeded(state.leadOffice)];
  const duties = state.duties.map((duty) => passedOn(duty, succeeded));
  const replaced = practice.withBodies({ ...state, organisation, leadOffice, duties }, succeeded);
  if (JSON.stringify(replaced) === JSON.stringify(state)) return unchanged('D11.3');
  const parts = [
    ...handedOver(partsOf(practice, state), partsOf(practice, replaced)),
    ...bodiesHandedOver(besides(practice, state), succeeded),
  ];
  const after = { ...replaced, names: { ...state.names, ...namesOf(successions) } };
  const facts = { changedOn: on, documentNumber: document.number, documentOn: document.signedOn, ...partFacts(parts) };
  const notices = parts.map((part) => handoverNotice(after, part, command));
  return { accepted: { event: 'organisationChanged', at, rule: 'D11.3', facts, state: after, notices } };
}

/** What the old ladder has urged is not urged again by rungs of the new one that lie before it. */
function withOvertaken(duty: Duty<DutyKind>, ladder: Ladder | undefined): Duty<DutyKind> {
  const last = Math.max(...duty.climbed);
  const overtaken = (ladder?.rungs ?? [])
    .map(({ workingDays }) => workingDays)
    .filter((workingDays) => workingDays <= last && !duty.climbed.includes(workingDays));
  return overtaken.length === 0 ? duty : { ...duty, climbed: [...duty.climbed, ...overtaken] };
}

type Parts = Readonly<Record<SinglePart, OrganisationCode | null>>;

function partsOf<State extends Counted>(practice: Practice<State>, state: State): Parts {
  return { organisation: state.organisation, leadOffice: state.leadOffice, agency: practice.agencyOf(state) };
}

function unchanged(rule: RuleId): { readonly refused: { readonly code: 'case.unchanged'; readonly rule: RuleId } } {
  return { refused: { code: 'case.unchanged', rule } };
}

function movedTo(before: Duty<DutyKind>, after: Duty<DutyKind> | undefined): readonly DeadlineMove[] {
  if (after === undefined || after.dueOn === before.dueOn) return [];
  const { kind: duty, rule, anchorOn, dueOn, isProvisional, body } = after;
  const owed = body === undefined ? { duty } : { duty, body };
  return [{ ...owed, rule, anchorOn, wasDueOn: before.dueOn, dueOn, isProvisional }];
}

/** Both dates of every move: `answer.wasDueOn`, `answer.dueOn`, or with the body that owes it: `attend.SL-STC.dueOn`. */
function factsOf(moves: readonly DeadlineMove[]): Facts {
  const dates = moves.flatMap(({ duty: kind, body, wasDueOn, dueOn }) => {
    const name = dutyName(body === undefined ? { kind } : { kind, body });
    return [[`${name}.wasDueOn`, wasDueOn] as const, [`${name}.dueOn`, dueOn] as const];
  });
  return { moved: moves.length, ...Object.fromEntries(dates) };
}

interface HandedOver {
  readonly part: BodyPart;
  readonly from: OrganisationCode;
  readonly to: OrganisationCode;
}

function handedOver(before: Parts, after: Parts): readonly HandedOver[] {
  return singleParts.flatMap((part) => {
    const [from, to] = [before[part], after[part]];
    return from === null || to === null || from === to ? [] : [{ part, from, to }];
  });
}

/** Each body once, however much of what several bodies owe it had to do. */
function bodiesHandedOver(
  bodies: ReadonlySet<OrganisationCode>,
  succeeded: (code: OrganisationCode) => OrganisationCode,
): readonly HandedOver[] {
  return [...bodies].flatMap((from): readonly HandedOver[] => {
    const to = succeeded(from);
    return from === to ? [] : [{ part: 'body', from, to }];
  });
}

/** Whoever owes something by itself, or has a part in the case of which nothing is owed yet. */
function besides<State extends Counted>(practice: Practice<State>, state: State): ReadonlySet<OrganisationCode> {
  const owing = state.duties.flatMap(({ body }) => (body === undefined ? [] : [body]));
  return new Set([...owing, ...(practice.partnersOf?.(state) ?? [])]);
}

function passedOn<Owed extends Duty<DutyKind>>(
  duty: Owed,
  succeeded: (code: OrganisationCode) => OrganisationCode,
): Owed {
  return duty.body === undefined ? duty : { ...duty, body: succeeded(duty.body) };
}

/** `agency.from`, `agency.to`; of several bodies `body.from` and `body.to` name all, in one order. */
function partFacts(parts: readonly HandedOver[]): Facts {
  const codesOf = (part: BodyPart, side: 'from' | 'to'): string =>
    parts.flatMap((each) => (each.part === part ? [each[side]] : [])).join(' ');
  const codes = bodyParts
    .filter((part) => parts.some((each) => each.part === part))
    .flatMap((part) => [
      [`${part}.from`, codesOf(part, 'from')] as const,
      [`${part}.to`, codesOf(part, 'to')] as const,
    ]);
  return Object.fromEntries(codes);
}

function namesOf(successions: readonly Succession[]): Readonly<Record<string, string>> {
  return Object.fromEntries(successions.map(({ to, toName }) => [to, toName]));
}

function handoverNotice(
  { duties }: Pick<Counted, 'duties'>,
  { part, from, to }: HandedOver,
  { on, document }: OrganisationChanged,
): Notice {
  const passed = part === 'body' ? duties.filter(({ body }) => body === to) : duties;
  const next = passed.reduce<Duty<DutyKind> | null>(
    (first, duty) => (first === null || duty.dueOn < first.dueOn ? duty : first),
    null,
  );
  const counted = next === null ? null : { rule: next.rule, anchorOn: next.anchorOn };
  return {
    key: `handover/${on}/${part}/${from}/${to}`,
    letter: {
      ...{ kind: 'handover', part, from, to, changedOn: on, document, dueOn: next?.dueOn ?? null, counted },
      isProvisional: next?.isProvisional ?? false,
      ...(part === 'body' ? { agency: to } : {}),
    },
    recipients: takingOver[part],
  };
}

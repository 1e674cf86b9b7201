import { addDays, type LocalDate } from '../time/local-date.js';
import { areEqual, isText, type ImportFault, type ImportFaultCode, type Numbered } from './import-faults.js';
import type { SuccessionKind } from './successions.js';

/** A unit or body as a line of a table says it. */
export interface OrganisationEntry {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly level: string;
  readonly parentCode: string | null;
  readonly unitCode: string | null;
  readonly leadOfficeCode: string | null;
  readonly monitorCode: string | null;
  readonly frontCode: string | null;
  readonly validFrom: LocalDate | null;
  readonly validTo: LocalDate | null;
  /** How it ended, where somebody took over from it. */
  readonly endedBy: SuccessionKind | null;
  /** The main one first. */
  readonly successors: readonly string[];
  readonly source: string;
}

/** What the register knows before. */
export interface KnownOrganisations {
  readonly organisations: ReadonlyMap<string, OrganisationEntry>;
  /** The last day of each level; null: it goes on. */
  readonly levels: ReadonlyMap<string, LocalDate | null>;
  /** What a reorganisation that was not withdrawn ends, or gives to. */
  readonly reorganised: ReadonlySet<string>;
  /** What open cases name: somebody is to hear of it when it ends. */
  readonly atWork: ReadonlySet<string>;
}

/** What is to be written, when there are no faults. */
export interface OrganisationPlan {
  readonly created: readonly OrganisationEntry[];
  readonly changed: readonly OrganisationEntry[];
  readonly unchanged: number;
  readonly faults: readonly ImportFault[];
}

/** Compares a whole table with the register, and every line with the table and the register together. */
export function planOrganisations(
  before: KnownOrganisations,
  given: readonly Numbered<OrganisationEntry>[],
): OrganisationPlan {
  const { organisations } = before;
  const after = new Map(organisations);
  for (const { entry } of given) after.set(entry.code, entry);
  const known = { ...before, organisations: after, before: organisations };
  const faults = [
    ...repeated(given),
    ...given.flatMap(({ line, entry }) => faultsOf(entry, known).map((fault) => ({ line, ...fault }))),
  ].toSorted((one, other) => one.line - other.line);
  const entries = [...new Map(given.map(({ entry }) => [entry.code, entry])).values()];
  const created = entries.filter(({ code }) => !organisations.has(code));
  const changed = entries.filter((entry) => {
    const before = organisations.get(entry.code);
    return before !== undefined && !areEqual(valuesOf(before), valuesOf(entry));
  });
  return { created, changed, unchanged: entries.length - created.length - changed.length, faults };
}

function valuesOf(entry: OrganisationEntry): readonly unknown[] {
  const { code, name, kind, level, validFrom, validTo, endedBy, successors, source } = entry;
  return [code, name, kind, level, ...linesOf(entry), validFrom, validTo, endedBy, successors, source];
}

function repeated(given: readonly Numbered<OrganisationEntry>[]): readonly ImportFault[] {
  const seen = new Set<string>();
  return given.flatMap(({ line, entry: { code } }) => {
    const isTwice = seen.has(code);
    seen.add(code);
    return isTwice ? [{ line, column: 'code', code: 'twice' as const }] : [];
  });
}

interface Found {
  readonly column: string;
  readonly code: ImportFaultCode;
}

/** The register as the table would leave it, and its bodies as they were. */
interface Compared extends KnownOrganisations {
  readonly before: KnownOrganisations['organisations'];
}

/** What may be wrong with an entry, one after the other: all of it is said. */
const checks: readonly ((entry: OrganisationEntry, known: Compared) => readonly (Found | false)[])[] = [
  ({ code, name, source }) => [
    !/^[A-Z0-9][A-Z0-9-]{0,31}$/.test(code) && fault('code', 'code_invalid'),
    !isText(name) && fault('name', 'text_invalid'),
    !isText(source) && fault('source', 'text_invalid'),
  ],
  (entry, { organisations }) =>
    lineColumns.map(
      (column, place) => !isKnown(linesOf(entry)[place] ?? null, organisations) && fault(column, 'unknown_reference'),
    ),
  (entry, { organisations }) => [
    entry.parentCode === entry.code && fault('parent_code', 'own_parent'),
    entry.parentCode !== entry.code && isBelowItself(entry, organisations) && fault('parent_code', 'below_itself'),
  ],
  ({ level, validFrom, validTo }, { levels }) => [
    validFrom !== null && validTo !== null && validTo < validFrom && fault('valid_to', 'ends_before_it_begins'),
    !levels.has(level) && fault('level', 'unknown_reference'),
    outlives(validTo, levels.get(level) ?? null) && fault('valid_to', 'level_over'),
  ],
  ({ code, validTo, endedBy, successors }, { organisations }) => [
    successors.length > 0 && validTo === null && fault('successors', 'successors_without_end'),
    successors.length > 0 !== (endedBy !== null) && fault('ended_by', 'ending_incomplete'),
    new Set([code, ...successors]).size <= successors.length && fault('successors', 'twice'),
    ...successors.map((successor) => successorFault(successor, validTo, organisations)),
  ],
  endingFaults,
];

function faultsOf(entry: OrganisationEntry, known: Compared): readonly Found[] {
  return checks.flatMap((check) => check(entry, known)).filter((found) => found !== false);
}

function fault(column: string, code: ImportFaultCode): Found {
  return { column, code };
}

const lineColumns = ['parent_code', 'unit_code', 'lead_office_code', 'monitor_code', 'front_code'] as const;

/** In the order of {@link lineColumns}. */
function linesOf(entry: OrganisationEntry): readonly (string | null)[] {
  const { parentCode, unitCode, leadOfficeCode, monitorCode, frontCode } = entry;
  return [parentCode, unitCode, leadOfficeCode, monitorCode, frontCode];
}

type Organisations = KnownOrganisations['organisations'];

function isKnown(code: string | null, organisations: Organisations): boolean {
  return code === null || organisations.has(code);
}

function isBelowItself({ code, parentCode }: OrganisationEntry, organisations: Organisations): boolean {
  const above = new Set<string>();
  for (let next = parentCode; next !== null && !above.has(next); next = organisations.get(next)?.parentCode ?? null)
    above.add(next);
  return above.has(code);
}

function outlives(validTo: LocalDate | null, levelEnd: LocalDate | null): boolean {
  return levelEnd !== null && (validTo === null || validTo > levelEnd);
}

/** Whoever takes over is there on the day after the last. */
function successorFault(code: string, validTo: LocalDate | null, organisations: Organisations): Found | false {
  const successor = organisations.get(code);
  if (successor === undefined) return fault('successors', 'unknown_reference');
  if (validTo === null) return false;
  const on = addDays(validTo, 1);
  const isThere =
    (successor.validFrom === null || successor.validFrom <= on) &&
    (successor.validTo === null || on <= successor.validTo);
  return !isThere && fault('successors', 'successor_not_in_force');
}

/** D11.3: what a reorganisation decided stays so, and no work is left with a body that ended without one. */
function endingFaults(entry: OrganisationEntry, { before, reorganised, atWork }: Compared): readonly (Found | false)[] {
  const { code, validTo, endedBy, successors } = entry;
  const was = before.get(code);
  if (was === undefined) return [];
  const isDecided = reorganised.has(code);
  const ends = validTo !== null && atWork.has(code);
  return [
    (isDecided || ends) && was.validTo !== validTo && fault('valid_to', 'reorganisation_needed'),
    isDecided && was.endedBy !== endedBy && fault('ended_by', 'reorganisation_needed'),
    isDecided && !areEqual(was.successors, successors) && fault('successors', 'reorganisation_needed'),
  ];
}

import type { LocalDate } from '../time/local-date.js';
import type { OrganisationCode } from './organisation-code.js';
import {
  beginningsOf,
  handingOf,
  isNewBody,
  type BodyChange,
  type Handing,
  type KnownBodies,
  type KnownBody,
  type NewBody,
  type Reorganisation,
  type Successor,
} from './reorganisation.js';

/** What may be wrong with a reorganisation; whoever shows it to people has a sentence for each. */
export const reorganisationProblemCodes = [
  'reorganisation.day_past',
  'reorganisation.body_unknown',
  'reorganisation.body_ended',
  'reorganisation.body_not_begun',
  'reorganisation.body_twice',
  'reorganisation.body_awaited',
  'reorganisation.unit_left_behind',
  'reorganisation.too_few',
  'reorganisation.cycle',
  'reorganisation.successor_ends',
  'reorganisation.successor_needed',
  'reorganisation.code_invalid',
  'reorganisation.code_taken',
  'reorganisation.name_missing',
  'reorganisation.level_unknown',
  'reorganisation.parent_missing',
] as const;
export type ReorganisationProblemCode = (typeof reorganisationProblemCodes)[number];

/** One thing that is wrong, with the place in what was asked for: `changes.0.from.1`. */
export interface ReorganisationProblem {
  readonly path: string;
  readonly code: ReorganisationProblemCode;
}

/** What a reorganisation is checked against. */
export interface ReorganisationBasis {
  readonly today: LocalDate;
  readonly bodies: KnownBodies;
  /** Levels that there are on the day. */
  readonly levels: ReadonlySet<string>;
}

/** All that is wrong with it, in the order of what was asked for; empty: it may be carried out. */
export function reorganisationProblems(
  reorganisation: Reorganisation,
  basis: ReorganisationBasis,
): readonly ReorganisationProblem[] {
  const { effectiveOn, changes } = reorganisation;
  const asked = { ...basis, on: effectiveOn, handings: changes.map(handingOf), reorganisation };
  return [
    ...(effectiveOn < basis.today ? [problem('effectiveOn', 'reorganisation.day_past')] : []),
    ...changes.flatMap((change, place) => problemsOfChange(change, place, asked)),
  ];
}

interface Asked extends ReorganisationBasis {
  readonly on: LocalDate;
  readonly handings: readonly Handing[];
  readonly reorganisation: Reorganisation;
}

function problemsOfChange(change: BodyChange, place: number, asked: Asked): readonly ReorganisationProblem[] {
  const { kind, from, into } = handingOf(change);
  const at = `changes.${String(place)}`;
  const isTooFew =
    (kind === 'split' && into.length < 2) || (kind === 'merge' && from.length < 2 && into.some(isNewBody));
  return [
    ...from.flatMap((code, index) => {
      const path = Array.isArray(change.from) ? `${at}.from.${String(index)}` : `${at}.from`;
      return endingProblems(code, asked).map((found) => problem(path, found));
    }),
    ...(isTooFew ? [problem(`${at}.${kind === 'split' ? 'into' : 'from'}`, 'reorganisation.too_few')] : []),
    ...(into.length === 0 && hasWork(from, asked) ? [problem(`${at}.into`, 'reorganisation.successor_needed')] : []),
    ...into.flatMap((successor, index) => {
      const path = kind === 'split' ? `${at}.into.${String(index)}` : `${at}.into`;
      if (isNewBody(successor))
        return newBodyProblems(successor, asked).map(([field, code]) => problem(`${path}.${field}`, code));
      return takingOverProblems(successor.code, into, asked).map((code) => problem(`${path}.code`, code));
    }),
  ];
}

function problem(path: string, code: ReorganisationProblemCode): ReorganisationProblem {
  return { path, code };
}

type Found = readonly ReorganisationProblemCode[];

/** What stands against the end of a body on the day before. */
function endingProblems(code: OrganisationCode, { bodies, handings, on }: Asked): Found {
  const body = bodies.get(code);
  if (body === undefined) return ['reorganisation.body_unknown'];
  return given({
    'reorganisation.body_ended': body.validTo !== null,
    'reorganisation.body_not_begun': body.validFrom !== null && body.validFrom >= on,
    'reorganisation.body_twice': endingsOf(handings).filter((ending) => ending === code).length > 1,
    // It would take over from somebody when it is no longer there.
    'reorganisation.body_awaited': body.takesOverOn !== null && body.takesOverOn >= on,
    'reorganisation.unit_left_behind': [...bodies.values()].some((other) =>
      isLeftBehind(other, code, { handings, on }),
    ),
  });
}

/** A body of a unit that ends, and of which nobody has said what becomes of it. */
function isLeftBehind(
  other: KnownBody,
  unit: OrganisationCode,
  { handings, on }: Pick<Asked, 'handings' | 'on'>,
): boolean {
  return other.unitCode === unit && isInForce(other, on) && !endingsOf(handings).includes(other.code);
}

/** What stands against a body of the register taking over. */
function takingOverProblems(
  code: OrganisationCode,
  into: readonly Successor[],
  { bodies, handings, on }: Asked,
): Found {
  const body = bodies.get(code);
  if (body === undefined) return ['reorganisation.body_unknown'];
  const isEnding = endingsOf(handings).includes(code);
  const comesBack = isEnding && leadsBack(code, handings);
  return given({
    'reorganisation.body_ended': body.validTo !== null && body.validTo < on,
    'reorganisation.body_not_begun': body.validFrom !== null && body.validFrom > on,
    'reorganisation.body_twice': into.filter((other) => other.code === code).length > 1,
    'reorganisation.cycle': comesBack,
    'reorganisation.successor_ends': isEnding && !comesBack,
  });
}

/** From successor to successor one comes back to the body itself. */
function leadsBack(code: OrganisationCode, handings: readonly Handing[]): boolean {
  const reached = new Set(successorsOf(code, handings));
  for (const body of reached) for (const next of successorsOf(body, handings)) reached.add(next);
  return reached.has(code);
}

function successorsOf(code: OrganisationCode, handings: readonly Handing[]): readonly OrganisationCode[] {
  return handings.flatMap(({ from, into }) => (from.includes(code) ? into.map((successor) => successor.code) : []));
}

/** What stands against a body that is to begin, by its field. */
function newBodyProblems(body: NewBody, asked: Asked): readonly (readonly [string, ReorganisationProblemCode])[] {
  const { bodies, levels, handings, reorganisation } = asked;
  const beginning = beginningsOf(reorganisation, bodies).find(({ code }) => code === body.code);
  const isTaken = bodies.has(body.code) || newCodes(handings).filter((code) => code === body.code).length > 1;
  const isTop = beginning === undefined || beginning.kind === topKind;
  return [
    ...only('code', 'reorganisation.code_invalid', !/^[A-Z0-9][A-Z0-9-]{0,31}$/.test(body.code)),
    ...only('code', 'reorganisation.code_taken', isTaken),
    ...only('name', 'reorganisation.name_missing', body.name.trim() === ''),
    ...only('level', 'reorganisation.level_unknown', beginning !== undefined && !levels.has(beginning.level)),
    ...only('parentCode', 'reorganisation.parent_missing', !isTop && beginning.parentCode === null),
    ...lineFields.flatMap((field) => {
      const code = body[field];
      return code === null ? [] : lineProblems(code, asked).map((found) => [field, found] as const);
    }),
  ];
}

/** Only the province has nothing above it. */
const topKind = 'tinh';

const lineFields = ['parentCode', 'unitCode', 'leadOfficeCode', 'monitorCode', 'frontCode'] as const;

/** What a new body is said to stand with is there on its first day. */
function lineProblems(code: OrganisationCode, { bodies, handings, on }: Asked): Found {
  if (newCodes(handings).includes(code)) return [];
  const body = bodies.get(code);
  if (body === undefined) return ['reorganisation.body_unknown'];
  return given({
    'reorganisation.body_ended': endingsOf(handings).includes(code) || (body.validTo !== null && body.validTo < on),
    'reorganisation.body_not_begun': body.validFrom !== null && body.validFrom > on,
  });
}

function hasWork(from: readonly OrganisationCode[], { bodies }: Asked): boolean {
  return from.some((code) => bodies.get(code)?.hasWork === true);
}

function isInForce({ validFrom, validTo }: KnownBody, on: LocalDate): boolean {
  return (validFrom === null || validFrom <= on) && (validTo === null || validTo >= on);
}

function endingsOf(handings: readonly Handing[]): readonly OrganisationCode[] {
  return handings.flatMap(({ from }) => from);
}

function newCodes(handings: readonly Handing[]): readonly OrganisationCode[] {
  return handings.flatMap(({ into }) => into.filter(isNewBody).map(({ code }) => code));
}

function given(holds: Partial<Readonly<Record<ReorganisationProblemCode, boolean>>>): Found {
  return reorganisationProblemCodes.filter((code) => holds[code] === true);
}

function only(
  field: string,
  code: ReorganisationProblemCode,
  holds: boolean,
): readonly (readonly [string, ReorganisationProblemCode])[] {
  return holds ? [[field, code]] : [];
}

import type { Succession } from '../cases/surroundings.js';
import type { DocumentReference } from '../petitions/petition.js';
import type { LocalDate } from '../time/local-date.js';
import type { OrganisationCode } from './organisation-code.js';
import type { SuccessionKind } from './successions.js';

/** Bodies that end and begin on one day, by one decision. */
export interface Reorganisation {
  /** The first day of the successors; the last one of those that end is the day before. */
  readonly effectiveOn: LocalDate;
  readonly document: DocumentReference;
  readonly reason: string;
  readonly changes: readonly BodyChange[];
}

/** What happens to one body, or to several that become one. */
export type BodyChange =
  | { readonly kind: 'merge'; readonly from: readonly OrganisationCode[]; readonly into: Successor }
  /** The first is the main one: it takes the open work and the figures of the past. */
  | { readonly kind: 'split'; readonly from: OrganisationCode; readonly into: readonly Successor[] }
  /** Null: nobody takes over, which is possible only where there is nothing to take over. */
  | { readonly kind: 'abolition'; readonly from: OrganisationCode; readonly into: Successor | null }
  | { readonly kind: 'renaming'; readonly from: OrganisationCode; readonly into: NewBody };

export type Successor = ExistingBody | NewBody;

export interface ExistingBody {
  readonly code: OrganisationCode;
}

/** A body that begins; what is null it has from the first of those that it takes over from. */
export interface NewBody {
  readonly code: OrganisationCode;
  readonly name: string;
  readonly kind: string | null;
  readonly level: string | null;
  readonly parentCode: OrganisationCode | null;
  readonly unitCode: OrganisationCode | null;
  readonly leadOfficeCode: OrganisationCode | null;
  readonly monitorCode: OrganisationCode | null;
  readonly frontCode: OrganisationCode | null;
}

/** As much of a body of the register as a reorganisation is checked against. */
export interface KnownBody extends Omit<NewBody, 'kind' | 'level'> {
  readonly kind: string;
  readonly level: string;
  readonly validFrom: LocalDate | null;
  readonly validTo: LocalDate | null;
  /** The last day on which it is to take over from another body; null: on none. */
  readonly takesOverOn: LocalDate | null;
  /** An open case names it, or it has a past that is counted in reports. */
  readonly hasWork: boolean;
}

export type KnownBodies = ReadonlyMap<OrganisationCode, KnownBody>;

/** A change of any kind as what it comes to: these end, and those take over, the main one first. */
export interface Handing {
  readonly kind: SuccessionKind;
  readonly from: readonly OrganisationCode[];
  readonly into: readonly Successor[];
}

/** A row of the register for a body that begins. */
export interface Beginning extends Omit<NewBody, 'kind' | 'level'> {
  readonly kind: string;
  readonly level: string;
  /** Whose lines, posts and addresses it goes on with. */
  readonly goesOnFrom: OrganisationCode;
}

export function handingOf(change: BodyChange): Handing {
  const { kind } = change;
  switch (kind) {
    case 'merge':
      return { kind, from: change.from, into: [change.into] };
    case 'split':
      return { kind, from: [change.from], into: change.into };
    case 'abolition':
      return { kind, from: [change.from], into: change.into === null ? [] : [change.into] };
    case 'renaming':
      return { kind, from: [change.from], into: [change.into] };
  }
}

export function isNewBody(successor: Successor): successor is NewBody {
  return 'name' in successor;
}

/** D11.3: what every open case hears: from whom its work passes to whom. */
export function successionsOf(
  { changes }: Pick<Reorganisation, 'changes'>,
  bodies: KnownBodies,
): readonly Succession[] {
  return changes.map(handingOf).flatMap(({ from, into: [main] }) => {
    if (main === undefined) return [];
    const toName = isNewBody(main) ? main.name : (bodies.get(main.code)?.name ?? main.code);
    return from.map((code) => ({ from: code, to: main.code, toName }));
  });
}

/**
 * The bodies that begin, each as the first of its predecessors was, unless told. Where that one stood with a body that ends
 * on the same day, the new one stands with its successor.
 */
export function beginningsOf({ changes }: Pick<Reorganisation, 'changes'>, bodies: KnownBodies): readonly Beginning[] {
  const handings = changes.map(handingOf);
  const succeeded = new Map(
    handings.flatMap(({ from, into: [main] }) => from.map((code) => [code, main?.code ?? code])),
  );
  return handings.flatMap(({ from: [first], into }) => {
    const before = first === undefined ? undefined : bodies.get(first);
    if (before === undefined) return [];
    return into.filter(isNewBody).map((body) => beginningOf(body, before, { bodies, succeeded }));
  });
}

interface Around {
  readonly bodies: KnownBodies;
  readonly succeeded: ReadonlyMap<OrganisationCode, OrganisationCode>;
}

function beginningOf(body: NewBody, before: KnownBody, { bodies, succeeded }: Around): Beginning {
  const after = (code: OrganisationCode | null): OrganisationCode | null =>
    code === null ? null : (succeeded.get(code) ?? code);
  return {
    code: body.code,
    name: body.name,
    kind: body.kind ?? before.kind,
    level: body.level ?? before.level,
    parentCode: body.parentCode ?? parentOf(body.code, before, { bodies, succeeded }),
    unitCode: body.unitCode ?? after(before.unitCode),
    leadOfficeCode: body.leadOfficeCode ?? after(before.leadOfficeCode),
    monitorCode: body.monitorCode ?? after(before.monitorCode),
    frontCode: body.frontCode ?? after(before.frontCode),
    goesOnFrom: before.code,
  };
}

/** Whatever is merged with its own parent is below what that one was below. */
function parentOf(code: OrganisationCode, before: KnownBody, { bodies, succeeded }: Around): OrganisationCode | null {
  const passed = new Set<OrganisationCode>();
  let { parentCode } = before;
  while (parentCode !== null && succeeded.get(parentCode) === code && !passed.has(parentCode)) {
    passed.add(parentCode);
    parentCode = bodies.get(parentCode)?.parentCode ?? null;
  }
  return parentCode === null ? null : (succeeded.get(parentCode) ?? parentCode);
}

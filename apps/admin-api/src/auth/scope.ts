import { dateAt, type CaseKind, type Instant, type LocalDate, type OrganisationCode } from '@dialogue/domain';
import type { Account, ConferenceScope, PetitionScope, Register, ReportScope } from '@dialogue/persistence';

import { frontOf } from '../cases/bodies.js';
import { ApiError } from '../errors/api-error.js';

/** What an account may see: these organisations, or null for all of them. */
export type Scope = readonly OrganisationCode[] | null;

/** A case of each kind, as far as a permission check needs it. */
export interface CaseScopes {
  readonly petition: PetitionScope;
  readonly conference: ConferenceScope;
  readonly report: ReportScope;
}

type ScopeReads = Pick<
  Register,
  | 'organisationSubtree'
  | 'organisationsWithin'
  | 'organisation'
  | 'organisationLines'
  | 'petitionScope'
  | 'conferenceScope'
  | 'reportScope'
>;

/** Decides for one request what its account may see and on which cases it may act. */
export interface Scopes {
  /** All that an account may see, for lists; whoever asks after a few bodies asks {@link Scopes.covers}. */
  scopeOf(account: Account): Promise<Scope>;
  /** Whether one of these bodies, at least, is within what the account may see. */
  covers(account: Account, ...codes: Codes): Promise<boolean>;
  /** @throws ApiError `petition.not_found` or the like, also when it exists, but outside of what the account may see. */
  readable<Kind extends CaseKind>(account: Account, kind: Kind, id: string): Promise<CaseScopes[Kind]>;
  /** As {@link readable}. @throws ApiError `auth.out_of_scope` when the account may read it, but not act on it. */
  actionable<Kind extends CaseKind>(account: Account, kind: Kind, id: string): Promise<CaseScopes[Kind]>;
  /** D11.1b: as {@link actionable}, for what is not of the agency that leads, but of those that cooperate with it. */
  contributable(account: Account, petitionId: string): Promise<PetitionScope>;
  /** D13.3: as {@link actionable}, for the report on the situation, which is of the Front of the level, too. */
  situationReportable(account: Account, conferenceId: string): Promise<ConferenceScope>;
}

export function createScopes(register: ScopeReads, now: () => Instant): Scopes {
  const parts: ScopeParts = { register, now };
  async function found<Kind extends CaseKind>(kind: Kind, id: string): Promise<CaseScopes[Kind]> {
    const practice: Practice<CaseScopes[Kind]> = practices[kind];
    const scope = await practice.read(register, id);
    if (scope === null) throw new ApiError(`${kind}.not_found`);
    return scope;
  }

  return {
    scopeOf: (account) => scopeOf(parts, account),
    covers: (account, ...codes) => covers(parts, account, codes),
    async readable(account, kind, id) {
      const scope = await found(kind, id);
      await requireReader(parts, account, { kind, scope });
      return scope;
    },
    async actionable(account, kind, id) {
      const scope = await found(kind, id);
      await requireActor(parts, account, { kind, scope, actors: actorsOf(account, scope) });
      return scope;
    },
    async contributable(account, petitionId) {
      const scope = await found('petition', petitionId);
      const actors = account.role === 'agency' ? scope.cooperating : actorsOf(account, scope);
      await requireActor(parts, account, { kind: 'petition', scope, actors });
      return scope;
    },
    async situationReportable(account, conferenceId) {
      const scope = await found('conference', conferenceId);
      const actors = [...actorsOf(account, scope), await frontOf(parts, scope.organisation)];
      await requireActor(parts, account, { kind: 'conference', scope, actors });
      return scope;
    },
  };
}

interface ScopeParts {
  readonly register: ScopeReads;
  readonly now: () => Instant;
}

async function scopeOf({ register, now }: ScopeParts, account: Account): Promise<Scope> {
  const { organisationCode: own } = account;
  return own === null ? null : subtreesOf(register, await rootsOf(register, account, own), dateAt(now()));
}

async function covers({ register, now }: ScopeParts, account: Account, codes: Codes): Promise<boolean> {
  const { organisationCode: own } = account;
  // Mostly it is the body of the account itself: nobody needs to be asked for that.
  if (own === null || codes.includes(own)) return true;
  const roots = await rootsOf(register, account, own);
  const within = await register.organisationsWithin({ codes: codes.filter(isBody), roots, on: dateAt(now()) });
  return within.length > 0;
}

interface FoundCase<Kind extends CaseKind> {
  readonly kind: Kind;
  readonly scope: CaseScopes[Kind];
}

async function requireReader<Kind extends CaseKind>(
  parts: ScopeParts,
  account: Account,
  { kind, scope }: FoundCase<Kind>,
): Promise<void> {
  const practice: Practice<CaseScopes[Kind]> = practices[kind];
  if (!(await covers(parts, account, practice.readers(scope)))) throw new ApiError(`${kind}.not_found`);
}

/** Whoever acts on a case is one of its readers: only who does not is asked whether the case is there for them at all. */
async function requireActor<Kind extends CaseKind>(
  parts: ScopeParts,
  account: Account,
  { actors, ...found }: FoundCase<Kind> & { readonly actors: Codes },
): Promise<void> {
  if (await covers(parts, account, actors)) return;
  await requireReader(parts, account, found);
  throw new ApiError('auth.out_of_scope');
}

/** Whether an account may enter cases of one of these organisations. */
export function isWithin(scope: Scope, ...codes: readonly (OrganisationCode | null)[]): boolean {
  return scope === null || codes.some((code) => code !== null && scope.includes(code));
}

type Codes = readonly (OrganisationCode | null)[];

/** How cases of one kind are found, and which bodies may read them. */
interface Practice<Found> {
  readonly read: (register: ScopeReads, id: string) => Promise<Found | null>;
  readonly readers: (found: Found) => Codes;
}

const practices: { readonly [Kind in CaseKind]: Practice<CaseScopes[Kind]> } = {
  petition: {
    read: (register, id) => register.petitionScope(id),
    // D11.1b: who cooperates looks on as whoever leads does.
    readers: ({ organisation, leadOffice, agencies, contributors }) => [
      organisation,
      leadOffice,
      ...agencies,
      ...contributors,
    ],
  },
  conference: {
    read: (register, id) => register.conferenceScope(id),
    // D7, D8.1b, D8.1g: who coordinates, was asked or invited may look at what it is about.
    readers: ({ organisation, leadOffice, coLeadOffice, bodies }) => [
      organisation,
      leadOffice,
      coLeadOffice,
      ...bodies,
    ],
  },
  report: {
    read: (register, id) => register.reportScope(id),
    readers: ({ organisation, leadOffice }) => [organisation, leadOffice],
  },
};

/**
 * An agency acts on what it was assigned, and answers where it was asked or invited (D8.1b, D10.3a); everybody else acts on
 * what is theirs to answer for, or to lead.
 */
function actorsOf({ role }: Account, found: CaseScopes[CaseKind]): Codes {
  if (role === 'agency') return 'agency' in found ? [found.agency] : 'bodies' in found ? found.bodies : [];
  // D7.1, D7.2: where two offices lead, both act.
  return [found.organisation, found.leadOffice, ...('coLeadOffice' in found ? [found.coLeadOffice] : [])];
}

/** From where an account looks. */
async function rootsOf(
  register: ScopeReads,
  { role }: Account,
  own: OrganisationCode,
): Promise<readonly OrganisationCode[]> {
  // D11.3: the board and the Front follow the work of their whole level, so they look from the body above them.
  const above = role === 'monitor' ? ((await register.organisation(own))?.parentCode ?? null) : null;
  return above === null ? [own] : [own, above];
}

async function subtreesOf(
  register: ScopeReads,
  roots: readonly OrganisationCode[],
  on: LocalDate,
): Promise<readonly OrganisationCode[]> {
  const subtrees = await Promise.all(roots.map((root) => register.organisationSubtree(root, on)));
  return [...new Set(subtrees.flat())];
}

function isBody(code: OrganisationCode | null): code is OrganisationCode {
  return code !== null;
}

import { dateAt, type CaseKind, type Instant, type LocalDate, type OrganisationCode } from '@dialogue/domain';
import type { Account, ConferenceScope, PetitionScope, Register, ReportScope } from '@dialogue/persistence';

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
  'organisationSubtree' | 'organisation' | 'petitionScope' | 'conferenceScope' | 'reportScope'
>;

/** Decides for one request what its account may see and on which cases it may act. */
export interface Scopes {
  scopeOf(account: Account): Promise<Scope>;
  /** @throws ApiError `petition.not_found` or the like, also when it exists, but outside of what the account may see. */
  readable<Kind extends CaseKind>(account: Account, kind: Kind, id: string): Promise<CaseScopes[Kind]>;
  /** As {@link readable}. @throws ApiError `auth.out_of_scope` when the account may read it, but not act on it. */
  actionable<Kind extends CaseKind>(account: Account, kind: Kind, id: string): Promise<CaseScopes[Kind]>;
  /** D11.1b: as {@link actionable}, for what is not of the agency that leads, but of those that cooperate with it. */
  contributable(account: Account, petitionId: string): Promise<PetitionScope>;
}

export function createScopes(register: ScopeReads, now: () => Instant): Scopes {
  async function scopeOf(account: Account): Promise<Scope> {
    if (account.organisationCode === null) return null;
    return subtreeOf(register, account, dateAt(now()));
  }

  async function seen<Kind extends CaseKind>(
    account: Account,
    kind: Kind,
    id: string,
  ): Promise<{ readonly found: CaseScopes[Kind]; readonly scope: Scope }> {
    const practice: Practice<CaseScopes[Kind]> = practices[kind];
    const [scope, found] = await Promise.all([scopeOf(account), practice.read(register, id)]);
    if (found === null || !isWithin(scope, ...practice.readers(found))) throw new ApiError(`${kind}.not_found`);
    return { found, scope };
  }

  return {
    scopeOf,
    readable: async (account, kind, id) => (await seen(account, kind, id)).found,
    async actionable(account, kind, id) {
      const { found, scope } = await seen(account, kind, id);
      return permitted(found, isWithin(scope, ...actorsOf(account, found)));
    },
    async contributable(account, petitionId) {
      const { found, scope } = await seen(account, 'petition', petitionId);
      const actors = account.role === 'agency' ? found.cooperating : actorsOf(account, found);
      return permitted(found, isWithin(scope, ...actors));
    },
  };
}

function permitted<Found>(found: Found, isActor: boolean): Found {
  if (!isActor) throw new ApiError('auth.out_of_scope');
  return found;
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

async function subtreeOf(
  register: ScopeReads,
  { role, organisationCode }: Account,
  on: LocalDate,
): Promise<readonly OrganisationCode[]> {
  if (organisationCode === null) return [];
  const own = await register.organisationSubtree(organisationCode, on);
  if (role !== 'monitor') return own;
  // D11.3: the board and the Front follow the work of their whole level, so they look from the body above them.
  const above = (await register.organisation(organisationCode))?.parentCode ?? null;
  return above === null ? own : [...new Set([...own, ...(await register.organisationSubtree(above, on))])];
}

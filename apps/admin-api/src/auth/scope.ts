import { dateAt, type Instant, type LocalDate, type OrganisationCode } from '@dialogue/domain';
import type { Account, PetitionScope, Register } from '@dialogue/persistence';

import { ApiError } from '../errors/api-error.js';

/** What an account may see: these organisations, or null for all of them. */
export type Scope = readonly OrganisationCode[] | null;

type ScopeReads = Pick<Register, 'organisationSubtree' | 'petitionScope' | 'organisation'>;

/** Decides for one request what its account may see and on which petitions it may act. */
export interface Scopes {
  scopeOf(account: Account): Promise<Scope>;
  /** @throws ApiError `petition.not_found` also when it exists, but outside of what the account may see. */
  readable(account: Account, petitionId: string): Promise<PetitionScope>;
  /** As {@link readable}. @throws ApiError `auth.out_of_scope` when the account may read it, but not act on it. */
  actionable(account: Account, petitionId: string): Promise<PetitionScope>;
}

export function createScopes(register: ScopeReads, now: () => Instant): Scopes {
  async function scopeOf(account: Account): Promise<Scope> {
    if (account.organisationCode === null) return null;
    return subtreeOf(register, account, dateAt(now()));
  }

  async function readable(account: Account, petitionId: string): Promise<{ petition: PetitionScope; scope: Scope }> {
    const [scope, petition] = await Promise.all([scopeOf(account), register.petitionScope(petitionId)]);
    if (petition === null || !isReadable(petition, scope)) throw new ApiError('petition.not_found');
    return { petition, scope };
  }

  return {
    scopeOf,
    readable: async (account, petitionId) => (await readable(account, petitionId)).petition,
    async actionable(account, petitionId) {
      const { petition, scope } = await readable(account, petitionId);
      if (!isActionable(account, petition, scope)) throw new ApiError('auth.out_of_scope');
      return petition;
    },
  };
}

/** Whether an account may enter petitions to this organisation, led by this office. */
export function isWithin(scope: Scope, ...codes: readonly (OrganisationCode | null)[]): boolean {
  return scope === null || codes.some((code) => code !== null && scope.includes(code));
}

function isReadable({ organisation, leadOffice, agencies }: PetitionScope, scope: Scope): boolean {
  return isWithin(scope, organisation, leadOffice, ...agencies);
}

function isActionable({ role }: Account, { organisation, leadOffice, agency }: PetitionScope, scope: Scope): boolean {
  return role === 'agency' ? isWithin(scope, agency) : isWithin(scope, organisation, leadOffice);
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

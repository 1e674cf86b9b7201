import type { AnyCaseState, AnyLedgerEntry, OrganisationCode } from '@dialogue/domain';

/** The bodies of a case that the roles of its letters start from. */
export interface CaseParties {
  /** Whose head answers for it (D10.1a), hosts (D1) or signs (D14.1). */
  readonly organisation: OrganisationCode;
  readonly leadOffice: OrganisationCode;
  /** The agency that has a petition; null for everything else. */
  readonly agency: OrganisationCode | null;
  /** There is a person, who has an address. */
  readonly isReachableByMail: boolean;
}

export function partiesOf({ state }: AnyLedgerEntry): CaseParties {
  return partiesOfState(state);
}

export function partiesOfState(state: AnyCaseState): CaseParties {
  const { organisation, leadOffice } = state;
  if (!('assignment' in state)) return { organisation, leadOffice, agency: null, isReachableByMail: false };
  const { assignment, isReachableByMail } = state;
  return { organisation, leadOffice, agency: assignment?.agency ?? null, isReachableByMail };
}

import {
  openIdentity,
  sealIdentity,
  type Account,
  type CommandSupplement,
  type IdentityStore,
  type PetitionerIdentity,
  type SealingKey,
} from '@dialogue/persistence';

import type { BesideCommand, NewRepresentative } from '../cases/command-row.js';
import { ApiError } from '../errors/api-error.js';

/** What sealing a person anew needs. */
export interface Seals {
  readonly identities: IdentityStore;
  readonly sealingKey: SealingKey;
}

/**
 * D11.1d: another representative, or the same person behind another petition. Who it is was read for it, which leaves its
 * trace; nothing of it is shown.
 *
 * @throws ApiError `petition.nobody_known`
 */
export async function sealBeside(
  { identities, sealingKey }: Seals,
  { petitionId, account, beside }: { petitionId: string; account: Account; beside: BesideCommand },
): Promise<CommandSupplement> {
  const { representative, parts = [] } = beside;
  const sealed = await identities.readIdentity(petitionId, account.id, 'read');
  if (sealed === null) throw new ApiError('petition.nobody_known');
  const identity = openIdentity(sealed, petitionId, sealingKey);
  const sealedFor = (id: string, who: PetitionerIdentity): Uint8Array => sealIdentity(who, id, sealingKey);
  return {
    ...(representative === undefined
      ? {}
      : { sealedIdentity: sealedFor(petitionId, represented(identity, representative)) }),
    ...(parts.length === 0
      ? {}
      : { parts: parts.map((part) => ({ ...part, sealedIdentity: sealedFor(part.id, identity) })) }),
  };
}

/** D2.2: the collective stays who it is; whoever represents it is reached where they say. */
function represented(
  { name }: PetitionerIdentity,
  { name: representative, address, phone, email }: NewRepresentative,
): PetitionerIdentity {
  return { name, representative, address: address ?? null, phone: phone ?? null, email: email ?? null };
}

import { dateAt, type Instant, type OrganisationCode } from '@dialogue/domain';
import type { HostPost, Register } from '@dialogue/persistence';

import { ApiError } from '../errors/api-error.js';
import { apiErrorSentences } from '../errors/errors.vi.js';

/** What looking for a host needs. */
export interface HostLookUp {
  readonly register: Pick<Register, 'hostPosts'>;
  readonly now: () => Instant;
}

/**
 * The posts by which an organisation may host today: those of D1, with somebody who holds them or is in charge.
 *
 * @throws ApiError `conference.may_not_host` when there is none.
 */
export async function hostPostsOf(
  { register, now }: HostLookUp,
  organisation: OrganisationCode,
): Promise<readonly HostPost[]> {
  const posts = await register.hostPosts(organisation, dateAt(now()));
  if (posts.length > 0) return posts;
  const code = 'conference.may_not_host';
  const message = apiErrorSentences[code];
  throw new ApiError(code, { fields: [{ path: 'organisation', message }], rule: 'D1' });
}

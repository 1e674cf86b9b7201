import type { Account, CaseLinks, ListedLink } from '@dialogue/persistence';

import type { Scopes } from '../auth/scope.js';
import { iso, isoOrNull } from '../cases/case.response.js';
import { letterName } from '../cases/letter-names.vi.js';
import { ApiError } from '../errors/api-error.js';
import type { LinkQuery, LinkRevocationOrder, LinksResponse } from './link.schemas.js';

/** What the routes of links do, for whoever answers for a case. */
export interface CaseLinksService {
  links(account: Account, query: LinkQuery): Promise<LinksResponse>;
  revoke(account: Account, order: LinkRevocationOrder): Promise<LinksResponse>;
}

/** What the service stands on. */
export interface CaseLinksServiceParts {
  readonly links: Pick<CaseLinks, 'ofCase' | 'revoke'>;
  readonly scopes: Scopes;
}

export function createCaseLinksService({ links, scopes }: CaseLinksServiceParts): CaseLinksService {
  const list = async (reference: LinkQuery): Promise<LinksResponse> => ({
    items: (await links.ofCase(reference)).map(toListed),
  });
  return {
    async links(account, query) {
      await scopes.actionable(account, query.caseKind, query.caseId);
      return list(query);
    },
    async revoke(account, { link, ...reference }) {
      await scopes.actionable(account, reference.caseKind, reference.caseId);
      const known = await links.ofCase(reference);
      if (link !== undefined && !known.some(({ id }) => id === link)) throw new ApiError('link.not_found');
      await links.revoke(reference, { by: account.id, ...(link === undefined ? {} : { id: link }) });
      return list(reference);
    },
  };
}

function toListed(link: ListedLink): LinksResponse['items'][number] {
  return {
    ...link,
    letterName: letterName(link.letterKind),
    createdAt: iso(link.createdAt),
    expiresAt: iso(link.expiresAt),
    firstOpenedAt: isoOrNull(link.firstOpenedAt),
    lastOpenedAt: isoOrNull(link.lastOpenedAt),
    revokedAt: isoOrNull(link.revokedAt),
  };
}

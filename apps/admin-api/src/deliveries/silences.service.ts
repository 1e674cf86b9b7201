import { writeReadableCsv } from '@dialogue/documents';
import { citationOf, type Instant, type OrganisationCode } from '@dialogue/domain';
import type { Account, Register, SilenceReads, SilentBody } from '@dialogue/persistence';

import { isWithin, type Scopes } from '../auth/scope.js';
import { cellsOf } from '../cases/case-list.js';
import { ApiError } from '../errors/api-error.js';
import type { SilenceLimitBody, SilentBodiesResponse, SilentBodyResponse } from './silence.schemas.js';
import { silentBodyColumns } from './silence-columns.vi.js';

/** What the routes of silent bodies do (D11.3). */
export interface SilencesService {
  silentBodies(account: Account): Promise<SilentBodiesResponse>;
  silentBodiesCsv(account: Account): Promise<string>;
  setLimit(account: Account, code: OrganisationCode, limit: SilenceLimitBody): Promise<void>;
}

/** What the service stands on. */
export interface SilencesServiceParts {
  readonly silences: SilenceReads;
  readonly register: Pick<Register, 'organisation'>;
  readonly scopes: Scopes;
  readonly now: () => Instant;
}

export function createSilencesService(parts: SilencesServiceParts): SilencesService {
  return {
    silentBodies: async (account) => ({ items: await shown(parts, account) }),
    async silentBodiesCsv(account) {
      const bodies = await shown(parts, account);
      return writeReadableCsv(
        silentBodyColumns.map(({ title }) => title),
        bodies.map((body) => cellsOf(silentBodyColumns, body)),
      );
    },
    setLimit: (account, code, { workingDays }) => setLimit(parts, { account, code, workingDays }),
  };
}

async function shown({ silences, scopes, now }: SilencesServiceParts, account: Account): Promise<SilentBodyResponse[]> {
  const bodies = await silences.silentBodies(await scopes.scopeOf(account), now());
  return bodies.map(toSilentBody);
}

/** Nobody decides for a body beside or above their own. */
async function setLimit(
  { register, scopes, silences }: SilencesServiceParts,
  {
    account,
    code,
    workingDays,
  }: { readonly account: Account; readonly code: OrganisationCode; readonly workingDays: number },
): Promise<void> {
  if ((await register.organisation(code)) === null) throw new ApiError('organisation.not_found');
  if (!isWithin(await scopes.scopeOf(account), code)) throw new ApiError('auth.out_of_scope');
  await silences.setLimit({ code, workingDays, accountId: account.id });
}

function toSilentBody({ organisation, since, workingDays, limit, ...body }: SilentBody): SilentBodyResponse {
  return {
    ...{ organisation, since: iso(since), workingDays, limit },
    actedAt: body.actedAt === null ? null : iso(body.actedAt),
    toldAt: body.toldAt === null ? null : iso(body.toldAt),
    duties: body.duties.map(({ caseKind, caseId, caseNumber, duty, rule, dueOn }) => ({
      case: { kind: caseKind, id: caseId, number: caseNumber },
      ...{ duty, rule, article: citationOf(rule), dueOn },
    })),
    letters: body.letters.map(({ sentAt, ...letter }) => ({ ...letter, sentAt: iso(sentAt) })),
    contacts: [...body.contacts],
  };
}

function iso(at: Instant): string {
  return new Date(at).toISOString();
}

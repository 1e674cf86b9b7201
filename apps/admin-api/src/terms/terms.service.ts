import { dateAt, hostKindsOf, termsProblems, defaultTerms, type Instant, type LocalDate } from '@dialogue/domain';
import type { Account, LocalTerms, Organisation, Register } from '@dialogue/persistence';

import type { Scopes } from '../auth/scope.js';
import { ApiError } from '../errors/api-error.js';
import { apiErrorSentences } from '../errors/errors.vi.js';
import { adopt, adoption } from './adoption.js';
import type { TermsAdoptionOrderResponse, TermsAdoptionResponse } from './adoption.response-schemas.js';
import { known, managed } from './managed-organisation.js';
import { termsProblemSentence } from './terms-problems.vi.js';
import { toTermsOfKind, toTermsVersion } from './terms.response.js';
import type { TermsResponse, TermsVersionResponse, TermsVersionsResponse } from './terms.response-schemas.js';
import type { AdoptionBody, AdoptionQuery, NewTermsBody, TermsQuery, TermsWithdrawalBody } from './terms.schemas.js';

/** What the routes of local terms do (D13.1). */
export interface TermsService {
  terms(code: string, query: TermsQuery): Promise<TermsResponse>;
  versions(code: string): Promise<TermsVersionsResponse>;
  set(account: Account, code: string, body: NewTermsBody): Promise<TermsVersionResponse>;
  withdraw(account: Account, version: TermsVersionId, body: TermsWithdrawalBody): Promise<TermsVersionResponse>;
  adoption(account: Account, code: string, query: AdoptionQuery): Promise<TermsAdoptionResponse>;
  adopt(account: Account, code: string, body: AdoptionBody): Promise<TermsAdoptionOrderResponse>;
}

/** Names one version. */
interface TermsVersionId {
  readonly code: string;
  readonly id: string;
}

/** What the service stands on. */
export interface TermsServiceParts {
  readonly register: Pick<Register, 'organisation' | 'termsInForce'>;
  readonly localTerms: LocalTerms;
  readonly scopes: Scopes;
  readonly now: () => Instant;
}

export function createTermsService(parts: TermsServiceParts): TermsService {
  const { localTerms, now } = parts;
  return {
    terms: (code, { on = dateAt(now()) }) => termsOn(parts, code, on),
    async versions(code) {
      const { code: organisation } = await known(parts, code);
      return { items: (await localTerms.versions(organisation)).map(toTermsVersion) };
    },
    set: (account, code, body) => setTerms(parts, { account, code, body }),
    withdraw: (account, version, body) => withdrawTerms(parts, account, { ...version, ...body }),
    adoption: (account, code, query) => adoption(parts, account, { code, ...query }),
    adopt: (account, code, body) => adopt(parts, account, { code, ...body }),
  };
}

async function termsOn(parts: TermsServiceParts, code: string, on: LocalDate): Promise<TermsResponse> {
  const { register } = parts;
  const organisation = await known(parts, code);
  const question = { organisation: organisation.code, on };
  const [petition, conference, report] = await Promise.all([
    register.termsInForce('petition', question),
    register.termsInForce('conference', question),
    register.termsInForce('report', question),
  ]);
  return {
    ...{ code: organisation.code, name: organisation.name, on },
    petition: toTermsOfKind(organisation, 'petition', petition),
    conference: {
      ...toTermsOfKind(organisation, 'conference', conference),
      hostKinds: [...hostKindsOf(conference?.terms ?? defaultTerms.conference)],
    },
    report: toTermsOfKind(organisation, 'report', report),
  };
}

async function setTerms(
  parts: TermsServiceParts,
  { account, code, body }: { readonly account: Account; readonly code: string; readonly body: NewTermsBody },
): Promise<TermsVersionResponse> {
  const { validFrom, overrides, legalBasis = null, reason } = body;
  const organisation = await managed(parts, account, code);
  requireInForce(organisation, validFrom);
  const problems = termsProblems(overrides, { hasLegalBasis: legalBasis !== null });
  if (problems.length > 0) {
    const fields = problems.map((problem) => ({
      path: ['overrides', problem.path].filter((part) => part !== '').join('.'),
      message: termsProblemSentence(problem),
    }));
    throw new ApiError('terms.invalid', { fields });
  }
  const version = await parts.localTerms.record({
    ...{ organisation: organisation.code, validFrom, overrides, legalBasis, reason },
    recordedBy: account.id,
  });
  if (version === 'dayTaken') throw fieldError('terms.day_taken', 'validFrom');
  return toTermsVersion(version);
}

async function withdrawTerms(
  parts: TermsServiceParts,
  account: Account,
  { code, id, reason }: TermsVersionId & TermsWithdrawalBody,
): Promise<TermsVersionResponse> {
  const organisation = await managed(parts, account, code);
  const version = await parts.localTerms.withdraw({
    ...{ organisation: organisation.code, id, today: dateAt(parts.now()) },
    ...{ reason, withdrawnBy: account.id },
  });
  if (version === null) throw new ApiError('terms.not_found');
  if (version === 'inForce') throw new ApiError('terms.in_force');
  return toTermsVersion(version);
}

function requireInForce({ validTo }: Organisation, validFrom: LocalDate): void {
  if (validTo !== null && validTo < validFrom) throw fieldError('organisation.unknown', 'validFrom');
}

function fieldError(code: 'terms.day_taken' | 'organisation.unknown', path: string): ApiError {
  return new ApiError(code, { fields: [{ path, message: apiErrorSentences[code] }] });
}

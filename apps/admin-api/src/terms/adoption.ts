import { citationOf, dateAt } from '@dialogue/domain';
import type { Account, AdoptingCase } from '@dialogue/persistence';

import type {
  AdoptingCaseResponse,
  TermsAdoptionOrderResponse,
  TermsAdoptionResponse,
} from './adoption.response-schemas.js';
import { managed } from './managed-organisation.js';
import type { TermsServiceParts } from './terms.service.js';
import type { AdoptionQuery, AdoptionBody } from './terms.schemas.js';

/** So many cases are listed; the counts speak of all. */
const listed = 500;

/** D13.1: the open cases of a body that go by other terms, with each deadline that would move; those that move come first. */
export async function adoption(
  parts: TermsServiceParts,
  account: Account,
  { code, on = dateAt(parts.now()) }: AdoptionQuery & { readonly code: string },
): Promise<TermsAdoptionResponse> {
  const organisation = await managed(parts, account, code);
  const { versions, cases } = await parts.localTerms.previewAdoption({ organisation: organisation.code, on });
  const moving = cases.filter(({ moves }) => moves === null || moves.length > 0);
  const staying = cases.filter(({ moves }) => moves?.length === 0);
  const uncounted = cases.filter(({ moves }) => moves === null).length;
  return {
    ...{ code: organisation.code, name: organisation.name, on, versions: { ...versions } },
    counts: { cases: cases.length, moving: moving.length - uncounted, uncounted },
    cases: [...moving, ...staying].slice(0, listed).map(toAdoptingCase),
  };
}

/** D13.1: each of them goes on by what holds today. */
export async function adopt(
  parts: TermsServiceParts,
  account: Account,
  { code, reason }: AdoptionBody & { readonly code: string },
): Promise<TermsAdoptionOrderResponse> {
  const organisation = await managed(parts, account, code);
  const on = dateAt(parts.now());
  const { versions, told } = await parts.localTerms.orderAdoption({
    ...{ organisation: organisation.code, on, reason, orderedBy: account.id },
  });
  return { code: organisation.code, name: organisation.name, on, versions: { ...versions }, told };
}

function toAdoptingCase({ changes, moves, ...adopting }: AdoptingCase): AdoptingCaseResponse {
  return {
    ...adopting,
    limits: changes.limits.map((change) => ({ ...change, article: citationOf(change.rule) })),
    ladders: [...changes.ladders],
    moves: moves === null ? null : moves.map((move) => ({ ...move, article: citationOf(move.rule) })),
  };
}

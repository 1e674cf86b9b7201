import {
  citationOf,
  defaultTerms,
  laddersOf,
  limitsOf,
  termsVersion,
  type CaseKind,
  type Rung,
  type TermsByKind,
} from '@dialogue/domain';
import type { Organisation, SetTerms, TermsVersion } from '@dialogue/persistence';

import type { TermsOfKindResponse, TermsVersionResponse } from './terms.response-schemas.js';

/** The terms of one kind of case, number by number, with who has set them. */
export function toTermsOfKind<Kind extends CaseKind>(
  { code }: Pick<Organisation, 'code'>,
  kind: Kind,
  set: SetTerms<Kind> | null,
): TermsOfKindResponse {
  const standards: TermsByKind[Kind] = defaultTerms[kind];
  const terms = set?.terms ?? standards;
  return {
    version: terms.version,
    source:
      set === null
        ? null
        : {
            organisation: set.setBy,
            versionId: set.versionId,
            validFrom: set.validFrom,
            isInherited: set.setBy.code !== code,
          },
    limits: limitsOf(kind, terms).map(({ atMost: _, ...limit }) => ({ ...limit, article: citationOf(limit.rule) })),
    ladders: laddersOf(kind, terms).map(({ duty, rule, ladder: { rungs, thenEvery }, isStandard }) => ({
      ...{ duty, rule, article: citationOf(rule), isStandard },
      rungs: rungs.map(toRung),
      thenEvery: thenEvery === null ? null : toRung(thenEvery),
    })),
  };
}

/** One version as it was set. */
export function toTermsVersion(version: TermsVersion): TermsVersionResponse {
  const { id, organisation, validFrom, overrides, legalBasis, reason, recordedBy, recordedAt, withdrawal } = version;
  return {
    ...{ id, version: termsVersion(organisation, validFrom), validFrom, overrides: { ...overrides }, legalBasis },
    ...{ reason, recordedBy, recordedAt: new Date(recordedAt).toISOString() },
    withdrawal: withdrawal === null ? null : { ...withdrawal, at: new Date(withdrawal.at).toISOString() },
  };
}

function toRung({ workingDays, recipients }: Rung): { workingDays: number; recipients: string[] } {
  return { workingDays, recipients: [...recipients] };
}

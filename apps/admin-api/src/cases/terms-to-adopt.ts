import { dateAt, defaultTerms, type CaseKind, type TermsByKind } from '@dialogue/domain';

import type { CommandContext } from './command-row.js';

/** D13.1: the terms that hold today for the organisation of a case. */
export async function termsToAdopt<Kind extends CaseKind>(
  { account, caseId, register, scopes, now }: CommandContext,
  kind: Kind,
): Promise<TermsByKind[Kind]> {
  const { organisation } = await scopes.readable(account, kind, caseId);
  const standards: TermsByKind[Kind] = defaultTerms[kind];
  return (await register.termsInForce(kind, { organisation, on: dateAt(now()) }))?.terms ?? standards;
}

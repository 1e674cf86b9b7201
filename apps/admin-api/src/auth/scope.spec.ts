import { describe, expect, it } from '@jest/globals';
import type { OrganisationCode } from '@dialogue/domain';
import type { PetitionScope } from '@dialogue/persistence';

import { anAccount } from '../testing.fixture.js';
import { createScopes } from './scope.js';

const below: Readonly<Record<string, readonly string[]>> = {
  UBND: ['UBND', 'VP', 'SXD', 'STC'],
  TU: ['TU', 'BTG', 'UBND', 'VP', 'SXD', 'STC'],
};
const petition: PetitionScope = {
  id: 'p',
  stage: 'assigned',
  sequence: 3,
  organisation: code('UBND'),
  leadOffice: code('VP'),
  agency: code('SXD'),
  agencies: [code('STC'), code('SXD')],
};
const scopes = createScopes(
  {
    organisationSubtree: (root) => Promise.resolve((below[root] ?? [root]).map(code)),
    petitionScope: (id) => Promise.resolve(id === 'p' ? petition : null),
    organisation: (one) =>
      Promise.resolve({
        ...{
          code: code(one),
          name: one,
          kind: 'ban-dang',
          level: 'province',
          validFrom: null,
          validTo: null,
          successorCode: null,
        },
        parentCode: one === 'BTG' ? code('TU') : null,
      }),
  },
  () => 0,
);

describe('what an account may see', () => {
  it.each([
    ['admin', null, 'everything'],
    ['auditor', null, 'everything'],
    ['clerk', 'VP', 'petitions that its office leads'],
    ['host', 'UBND', 'petitions to its organisation'],
    ['agency', 'SXD', 'what it was assigned'],
    ['agency', 'STC', 'what it was assigned once'],
    ['monitor', 'BTG', 'the work of its level (D11.3)'],
  ] as const)('%s of %s sees %s', async (role, organisation, _) => {
    await expect(scopes.readable(anAccount(role, organisation), 'p')).resolves.toBe(petition);
  });

  it.each([
    ['clerk', 'VPTU', 'p'],
    ['agency', 'SYT', 'p'],
    ['monitor', 'MTTQ', 'p'],
    ['admin', null, 'unknown'],
  ] as const)('%s of %s is told that petition %s is not there', async (role, organisation, id) => {
    await expect(scopes.readable(anAccount(role, organisation), id)).rejects.toMatchObject({
      code: 'petition.not_found',
    });
  });
});

describe('on what an account may act', () => {
  it.each([
    ['clerk', 'VP'],
    ['host', 'UBND'],
    ['agency', 'SXD'],
    ['admin', null],
  ] as const)('%s of %s acts', async (role, organisation) => {
    await expect(scopes.actionable(anAccount(role, organisation), 'p')).resolves.toBe(petition);
  });

  it.each([
    ['agency', 'STC', 'an earlier round'],
    ['clerk', 'SXD', 'a clerk of the agency only reads'],
  ] as const)('%s of %s does not: %s', async (role, organisation, _) => {
    await expect(scopes.actionable(anAccount(role, organisation), 'p')).rejects.toMatchObject({
      code: 'auth.out_of_scope',
    });
  });
});

function code(text: string): OrganisationCode {
  return text as OrganisationCode;
}

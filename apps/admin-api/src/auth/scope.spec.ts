import { describe, expect, it } from '@jest/globals';
import { localDate, type OrganisationCode } from '@dialogue/domain';
import type { ConferenceScope, PetitionScope, ReportScope } from '@dialogue/persistence';

import { anAccount, unexpected } from '../testing.fixture.js';
import { createScopes } from './scope.js';

const below: Readonly<Record<string, readonly string[]>> = {
  UBND: ['UBND', 'VP', 'SXD', 'STC'],
  TU: ['TU', 'BTG', 'UBND', 'VP', 'SXD', 'STC'],
};
const petition: PetitionScope = {
  ...{ id: 'p', number: 'KN-2026-000001', isCollective: false, isProtected: false },
  stage: 'assigned',
  sequence: 3,
  organisation: code('UBND'),
  leadOffice: code('VP'),
  agency: code('SXD'),
  agencies: [code('STC'), code('SXD')],
  cooperating: [code('SNV')],
  contributors: [code('CA'), code('SNV')],
};
const conference: ConferenceScope = {
  ...{ id: 'c', number: 'HN-2026-000001', stage: 'preparing', sequence: 2, heldOn: null, cutOffDays: null },
  ...{ on: localDate('2026-12-21'), startsAt: '08:00', organisation: code('UBND'), leadOffice: code('VP') },
  ...{ coLeadOffice: code('VPHDND'), bodies: [code('SYT')] },
};
const report: ReportScope = {
  ...{ id: 'UBND/2026-Y', stage: 'collecting', sequence: 1 },
  ...{ organisation: code('UBND'), leadOffice: code('VP') },
};
const unasked = {
  organisation: unexpected,
  organisationSubtree: unexpected,
  organisationLines: unexpected,
  petitionScope: unexpected,
  conferenceScope: unexpected,
  reportScope: unexpected,
};
const scopes = createScopes(
  {
    organisationsWithin: ({ codes, roots }) =>
      Promise.resolve(codes.filter((one) => roots.some((root) => (below[root] ?? [root]).includes(one)))),
    organisationSubtree: (root) => Promise.resolve((below[root] ?? [root]).map(code)),
    petitionScope: (id) => Promise.resolve(id === 'p' ? petition : null),
    conferenceScope: (id) => Promise.resolve(id === 'c' ? conference : null),
    reportScope: (id) => Promise.resolve(id === report.id ? report : null),
    organisationLines: (one) =>
      Promise.resolve({
        ...{ organisation: code(one), leadOffice: null, monitor: null, superior: null },
        front: one === 'UBND' ? code('MTTQ') : null,
      }),
    organisation: (one) =>
      Promise.resolve({
        ...{
          code: code(one),
          name: one,
          kind: 'ban-dang',
          level: 'province',
          levelName: 'Cấp tỉnh',
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
    ['agency', 'SNV', 'what it cooperates in (D11.1b)'],
    ['agency', 'CA', 'what it cooperated in once'],
    ['monitor', 'BTG', 'the work of its level (D11.3)'],
  ] as const)('%s of %s sees %s', async (role, organisation, _) => {
    await expect(scopes.readable(anAccount(role, organisation), 'petition', 'p')).resolves.toBe(petition);
  });

  it.each([
    ['clerk', 'VPTU', 'p'],
    ['agency', 'SYT', 'p'],
    ['monitor', 'MTTQ', 'p'],
    ['admin', null, 'unknown'],
  ] as const)('%s of %s is told that petition %s is not there', async (role, organisation, id) => {
    await expect(scopes.readable(anAccount(role, organisation), 'petition', id)).rejects.toMatchObject({
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
    await expect(scopes.actionable(anAccount(role, organisation), 'petition', 'p')).resolves.toBe(petition);
  });

  it.each([
    ['agency', 'STC', 'an earlier round'],
    ['clerk', 'SXD', 'a clerk of the agency only reads'],
    ['agency', 'SNV', 'it cooperates, another leads'],
  ] as const)('%s of %s does not: %s', async (role, organisation, _) => {
    await expect(scopes.actionable(anAccount(role, organisation), 'petition', 'p')).rejects.toMatchObject({
      code: 'auth.out_of_scope',
    });
  });
});

describe('which bodies an account covers', () => {
  it('asks nobody about its own', async () => {
    const asked = createScopes({ ...unasked, organisationsWithin: unexpected }, () => 0);

    expect(await asked.covers(anAccount('clerk', 'VP'), null, code('UBND'), code('VP'))).toBe(true);
    expect(await asked.covers(anAccount('admin', null), code('UBND'))).toBe(true);
  });

  it.each([
    ['clerk', 'UBND', 'SXD', true],
    ['clerk', 'VP', 'SXD', false],
    ['monitor', 'BTG', 'SXD', true],
    ['clerk', 'BTG', 'SXD', false],
  ] as const)('%s of %s, of %s: %s', async (role, organisation, body, isCovered) => {
    expect(await scopes.covers(anAccount(role, organisation), null, code(body))).toBe(isCovered);
  });
});

describe('D11.1b: to what an account may contribute', () => {
  it.each([
    ['agency', 'SNV'],
    ['clerk', 'VP'],
    ['admin', null],
  ] as const)('%s of %s contributes', async (role, organisation) => {
    await expect(scopes.contributable(anAccount(role, organisation), 'p')).resolves.toBe(petition);
  });

  it.each([
    ['agency', 'SXD', 'it leads'],
    ['agency', 'CA', 'an earlier round'],
    ['clerk', 'SNV', 'a clerk of the body only reads'],
  ] as const)('%s of %s does not: %s', async (role, organisation, _) => {
    await expect(scopes.contributable(anAccount(role, organisation), 'p')).rejects.toMatchObject({
      code: 'auth.out_of_scope',
    });
  });
});

describe('a conference', () => {
  it.each([
    ['clerk', 'VP', 'leads it'],
    ['host', 'UBND', 'hosts it'],
    ['agency', 'SYT', 'was asked or invited'],
    ['monitor', 'BTG', 'follows its level (D11.3)'],
    ['auditor', null, 'looks on'],
  ] as const)('is there for %s of %s, who %s', async (role, organisation, _) => {
    await expect(scopes.readable(anAccount(role, organisation), 'conference', 'c')).resolves.toBe(conference);
  });

  it.each([
    ['agency', 'SXD'],
    ['clerk', 'VPTU'],
  ] as const)('is not there for %s of %s', async (role, organisation) => {
    await expect(scopes.readable(anAccount(role, organisation), 'conference', 'c')).rejects.toMatchObject({
      code: 'conference.not_found',
    });
  });

  it.each([['clerk', 'SYT', 'is only a guest']] as const)(
    'is not for %s of %s to act on, who %s',
    async (role, organisation, _) => {
      await expect(scopes.actionable(anAccount(role, organisation), 'conference', 'c')).rejects.toMatchObject({
        code: 'auth.out_of_scope',
      });
    },
  );

  it('D8.1b, D10.3a: is for an agency to answer that was asked or invited', async () => {
    await expect(scopes.actionable(anAccount('agency', 'SYT'), 'conference', 'c')).resolves.toBe(conference);
  });

  it.each(['VP', 'VPHDND'])('D7.1: is for %s to act on, one of the two offices that lead', async (office) => {
    await expect(scopes.actionable(anAccount('clerk', office), 'conference', 'c')).resolves.toBe(conference);
  });
});

describe('D13.3: the report on the situation before a conference', () => {
  it.each([
    ['agency', 'MTTQ', 'the Front of the level'],
    ['agency', 'SYT', 'asked or invited'],
    ['clerk', 'VP', 'who enters it for another'],
  ] as const)('is of %s of %s, %s', async (role, organisation, _) => {
    await expect(scopes.situationReportable(anAccount(role, organisation), 'c')).resolves.toBe(conference);
  });

  it('is not of an agency that is neither', async () => {
    await expect(scopes.situationReportable(anAccount('agency', 'SXD'), 'c')).rejects.toMatchObject({
      code: 'conference.not_found',
    });
  });

  it('lets the Front do nothing else, nor read', async () => {
    for (const access of ['readable', 'actionable'] as const)
      await expect(scopes[access](anAccount('agency', 'MTTQ'), 'conference', 'c')).rejects.toMatchObject({
        code: 'conference.not_found',
      });
  });
});

describe('a report', () => {
  it.each([
    ['clerk', 'VP', 'leads it'],
    ['host', 'UBND', 'answers for it'],
    ['monitor', 'BTG', 'follows its level (D11.3)'],
    ['clerk', 'TU', 'stands above'],
  ] as const)('D14.1: is there for %s of %s, who %s', async (role, organisation, _) => {
    await expect(scopes.readable(anAccount(role, organisation), 'report', report.id)).resolves.toBe(report);
  });

  it.each([
    ['clerk', 'SXD', report.id],
    ['admin', null, 'UBND/2025-Y'],
  ] as const)('is not there for %s of %s under %s', async (role, organisation, id) => {
    await expect(scopes.readable(anAccount(role, organisation), 'report', id)).rejects.toMatchObject({
      code: 'report.not_found',
    });
  });
});

function code(text: string): OrganisationCode {
  return text as OrganisationCode;
}

import { describe, expect, it } from '@jest/globals';

import { caseKinds } from '../cases/ledger-entry.js';
import { applyTerms, defaultTerms, hostKindsOf, termsVersion } from './local-terms.js';
import { limitsOf } from './terms-limits.js';

describe('applyTerms', () => {
  it.each(caseKinds)('D13.1: leaves everything of a %s as it is when nothing is named', (kind) => {
    expect(applyTerms(kind, {}, 'x')).toEqual({ ...defaultTerms[kind], version: 'x' });
  });

  it('D13.1: changes what is named, and that alone', () => {
    const thenEvery = { workingDays: 2, recipients: ['host'] } as const;
    const ladder = { rungs: [], thenEvery };
    const terms = applyTerms(
      'petition',
      { duties: { answer: { workingDays: 10 }, screen: { ladder } }, reworkWorkingDays: 3 },
      termsVersion('03703', '2026-12-01'),
    );

    const { duties, ...rest } = defaultTerms.petition;
    expect(terms).toEqual({
      ...rest,
      version: '03703/2026-12-01',
      reworkWorkingDays: 3,
      duties: {
        ...duties,
        answer: { ...duties.answer, workingDays: 10 },
        screen: { ...duties.screen, ladder },
      },
    });
  });

  it('D13.1: takes a field that says nothing for one that is not there', () => {
    const own = { duties: { answer: { workingDays: undefined } }, reopeningMonths: undefined };

    expect(applyTerms('petition', own, 'x')).toEqual({ ...defaultTerms.petition, version: 'x' });
  });

  it('D13.1: knows the further hosts', () => {
    expect(hostKindsOf(applyTerms('conference', { hostKinds: ['officeHead'] }, 'x'))).toEqual(['officeHead']);
    expect(hostKindsOf(defaultTerms.conference)).toEqual([]);
  });
});

describe('limitsOf', () => {
  it('D13.1: tells the limits of the regulation from the habits of the office', () => {
    const own = caseKinds.flatMap((kind) =>
      limitsOf(kind, defaultTerms[kind])
        .filter(({ whose }) => whose === 'regulation')
        .map(({ path, rule, count, direction }) => `${rule} ${kind}.${path}: ${String(count)} ${direction}`),
    );

    expect(own).toEqual([
      'D11.1c petition.duties.answer.workingDays: 15 after',
      'D11.1b petition.followUpWorkingDays: 5 after',
      'D8.1e conference.duties.holdBriefing.count.days: 5 before',
      'D8.1g conference.duties.sendInvitations.count.workingDays: 5 before',
      'D11.1b conference.duties.followUpPetitions.count.workingDays: 5 after',
      'D8.1e conference.cutOffDays: 5 exact',
    ]);
  });

  it('D13.1: shows what differs, from what, and whether it is longer', () => {
    const terms = applyTerms('conference', { duties: { sendInvitations: { count: { workingDays: -3 } } } }, 'x');

    const limit = limitsOf('conference', terms).find(({ path }) => path.includes('sendInvitations'));

    expect(limit).toMatchObject({ count: 3, standard: 5, isLonger: true, rule: 'D8.1g' });
  });
});

import { applyTerms, defaultReportTerms, localDate } from '@dialogue/domain';
import type { Register } from '@dialogue/persistence';
import { describe, expect, it } from '@jest/globals';

import { aContext, aReport, codeOf } from './command-context.fixture.js';
import { termsToAdopt } from './terms-to-adopt.js';

const asked: unknown[] = [];
const terms = applyTerms('report', { upwardsWorkingDays: 8 }, 'UBND/2026-11-01');
const termsInForce = ((...question: readonly unknown[]) => {
  asked.push(question);
  const setBy = { code: codeOf('UBND'), name: 'A body' };
  return Promise.resolve({ terms, versionId: 'v1', validFrom: localDate('2026-11-01'), setBy });
}) as Register['termsInForce'];

describe('termsToAdopt', () => {
  it('D13.1: asks what holds today for the organisation of the case', async () => {
    const context = aContext({ register: { termsInForce }, cases: { report: aReport() } });

    expect(await termsToAdopt(context, 'report')).toEqual(terms);
    expect(asked).toEqual([['report', { organisation: 'UBND', on: '2026-11-25' }]]);
  });

  it('D13.1: goes back to the defaults where nobody has set anything', async () => {
    const context = aContext({ cases: { report: aReport() } });

    expect(await termsToAdopt(context, 'report')).toEqual(defaultReportTerms);
  });
});

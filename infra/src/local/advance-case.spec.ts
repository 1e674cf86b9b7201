import { describe, expect, it } from '@jest/globals';

import { referenceOf } from './advance-case.js';

describe('the case that a workflow id names', () => {
  it.each([
    ['petition/7f0c', { caseKind: 'petition', caseId: '7f0c' }],
    ['conference/2c1e', { caseKind: 'conference', caseId: '2c1e' }],
    ['report/SL-STC/2026-Y', { caseKind: 'report', caseId: 'SL-STC/2026-Y' }],
  ])('%s is found', (workflowId, reference) => {
    expect(referenceOf(workflowId)).toEqual(reference);
  });

  it.each(['petition', 'petition/', 'petition/7f0c/2', 'report/SL-STC', 'report//2026-Y', 'mail/3c', 'toString/1'])(
    '%s is none',
    (workflowId) => {
      expect(() => referenceOf(workflowId)).toThrow(
        expect.objectContaining({ problem: { code: 'advance.case_unknown', workflowId } }),
      );
    },
  );
});

import { localDate } from '@dialogue/domain';

import { agency } from './sample-request.vi.js';
import type { Sample } from './sample.js';

const sinceOn = localDate('2026-11-12');

/** Of a body that does not stir. */
export const silenceSamples: { readonly bodySilent: Sample } = {
  bodySilent: {
    letter: {
      ...{ kind: 'bodySilent', agency, sinceOn, workingDays: 11, duties: 1 },
      owed: [
        {
          ...{ caseNumber: '2026-000123', duty: 'answer', rule: 'D11.1c', anchorOn: sinceOn },
          ...{ dueOn: localDate('2026-12-04'), isProvisional: false },
        },
      ],
    },
    roles: ['superior'],
    dueOn: null,
    citations: ['khoản 3 Điều 11', 'thứ Sáu, ngày 04/12/2026'],
  },
};

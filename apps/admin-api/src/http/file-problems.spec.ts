import { describe, expect, it } from '@jest/globals';

import { fileProblem, firstProblems } from './file-problems.js';

describe('firstProblems', () => {
  const problems = Array.from({ length: 230 }, (_, at) => fileProblem(at + 2, 'Sai.'));

  it('lists two hundred, and says how many more there are', () => {
    const listed = firstProblems(problems);

    expect(listed.slice(0, 200)).toEqual(problems.slice(0, 200));
    expect(listed.slice(200)).toEqual([{ path: 'file', message: expect.stringContaining('30') }]);
  });

  it('lists all where they are no more than that', () => {
    expect(firstProblems(problems.slice(0, 200))).toEqual(problems.slice(0, 200));
  });
});

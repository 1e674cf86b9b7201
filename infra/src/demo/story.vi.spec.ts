import { describe, expect, it } from '@jest/globals';
import { rootFields } from '@dialogue/domain';

import { petitions, raised } from './story.vi.js';

describe('the petitions of the story', () => {
  it('are a dozen and one that is raised, of every field of article 5', () => {
    const fields = new Set([...petitions, raised].map(({ field }) => field));

    expect(petitions).toHaveLength(12);
    expect([...fields].sort()).toEqual([...rootFields].sort());
  });
});

import { beforeAll, describe, expect, it } from '@jest/globals';

import { lifeCycles, type LifeCycle } from '../life-cycles/machines.js';
import { lifeCyclesPage, pagePath } from '../life-cycles/page.js';
import { textOf } from './support/repository.js';

describe('the page of the life cycles', () => {
  let cycles: readonly LifeCycle[];

  beforeAll(() => {
    cycles = lifeCycles();
  });

  it('says what the machines do: npm run life-cycles writes it', () => {
    expect(textOf(pagePath)).toBe(lifeCyclesPage(cycles));
  });

  it('would be out of date with another way from stage to stage', () => {
    const [first, ...others] = cycles;
    const edges = [...(first?.edges ?? []), { from: 'closed', by: 'plan', to: 'planning' }];

    expect(lifeCyclesPage([{ ...first!, edges }, ...others])).not.toBe(textOf(pagePath));
  });

  it('leaves no cell out: each command was seen accepted from each stage from which it may come, and from no other', () => {
    for (const { allowedFrom, edges } of cycles) {
      const allowed = Object.entries(allowedFrom).flatMap(([by, stages]) => stages.map((from) => `${from} ${by}`));
      const seen = edges.flatMap(({ from, by }) => (by === null ? [] : [`${from} ${by}`]));

      expect([...new Set(seen)].toSorted()).toEqual(allowed.toSorted());
    }
  });

  it('shows no stage without an exit but those at which a case is over', () => {
    for (const { kind, edges } of cycles) {
      const stages = new Set(edges.flatMap(({ from, to }) => [from, to]));
      const left = [...stages].filter((stage) => !edges.some(({ from, to }) => from === stage && to !== stage));

      expect(left.toSorted()).toEqual(endsOf[kind]);
    }
  });
});

/** Closed petitions may be reopened: they are no end without an exit. */
const endsOf: Readonly<Record<LifeCycle['kind'], readonly string[]>> = {
  conference: ['cancelled', 'closed'],
  petition: ['redirected', 'withdrawn'],
  report: ['sent'],
};

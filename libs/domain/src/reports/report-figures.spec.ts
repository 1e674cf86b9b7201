import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { rootFields } from '../fields/field.js';
import { emptyFigures, figureNames, figuresWithout, sumFigures, type ReportFigures } from './report-figures.js';

const counts = fc.nat({ max: 1_000 });
const subFields = fc.dictionary(fc.constantFrom('land', 'roads', 'schools'), fc.integer({ min: 1, max: 1_000 }));
const figures: fc.Arbitrary<ReportFigures> = fc
  .tuple(
    fc.array(counts, { minLength: 14, maxLength: 14 }),
    fc.array(counts, { minLength: 5, maxLength: 5 }),
    subFields,
  )
  .map(([plain, fields, bySubField]) => ({
    ...emptyFigures,
    ...Object.fromEntries(figureNames.map((name, index) => [name, plain[index]])),
    byField: {
      ...emptyFigures.byField,
      ...Object.fromEntries(rootFields.map((field, index) => [field, fields[index]])),
    },
    ...(Object.keys(bySubField).length === 0 ? {} : { bySubField: { ...bySubField } }),
  }));

describe('emptyFigures', () => {
  it('D14.1: is nothing of everything, in every field', () => {
    expect(emptyFigures).toEqual({
      conferencesPeriodic: 0,
      conferencesAdHoc: 0,
      received: 0,
      redirected: 0,
      withdrawn: 0,
      settled: 0,
      assigned: 0,
      declined: 0,
      deferred: 0,
      referred: 0,
      answeredInTime: 0,
      answeredLate: 0,
      overdue: 0,
      resolved: 0,
      byField: { economy: 0, cultureAndSociety: 0, defenceAndSecurity: 0, publicOrder: 0, partyAndGovernment: 0 },
    });
  });
});

describe('sumFigures', () => {
  it('D14.1: adds what the level below has reported to the own work, count by count and field by field', () => {
    const own = { ...emptyFigures, received: 2, resolved: 1, byField: { ...emptyFigures.byField, economy: 2 } };
    const below = { ...emptyFigures, received: 3, overdue: 1, byField: { ...emptyFigures.byField, publicOrder: 3 } };

    expect(sumFigures([own, below])).toEqual({
      ...emptyFigures,
      received: 5,
      resolved: 1,
      overdue: 1,
      byField: { ...emptyFigures.byField, economy: 2, publicOrder: 3 },
    });
  });

  it('D5: adds fields under those of article 5 by their codes, also where only one report names them', () => {
    const own = { ...emptyFigures, bySubField: { land: 2, roads: 1 } };
    const below = { ...emptyFigures, bySubField: { land: 3, schools: 4 } };

    expect(sumFigures([own, below, emptyFigures]).bySubField).toEqual({ land: 5, roads: 1, schools: 4 });
  });

  it('of one is that one', () => {
    fc.assert(
      fc.property(figures, (one) => {
        expect(sumFigures([one])).toEqual(one);
        expect(sumFigures([one, emptyFigures])).toEqual(one);
      }),
    );
  });

  it('is the same in whatever order and by whatever levels it is added', () => {
    fc.assert(
      fc.property(fc.array(figures, { maxLength: 6 }), fc.nat({ max: 6 }), (all, at) => {
        const [upper, lower] = [all.slice(0, at), all.slice(at)];
        expect(sumFigures(all.toReversed())).toEqual(sumFigures(all));
        expect(sumFigures([sumFigures(upper), sumFigures(lower)])).toEqual(sumFigures(all));
      }),
    );
  });
});

describe('figuresWithout', () => {
  it('D14.1: is what the level below has contributed to a total', () => {
    fc.assert(
      fc.property(figures, figures, (own, below) => {
        expect(figuresWithout(sumFigures([own, below]), own)).toEqual(below);
      }),
    );
  });
});

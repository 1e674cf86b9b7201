import { describe, expect, it } from '@jest/globals';

import { choiceMissing, dayInvalid, dayMistyped } from '../http/validation.vi.js';
import { bodyOf, isOffered, problemsOf, saidToPeople } from './form-values.js';

const fields = [
  { name: 'document.number', kind: 'line', isRequired: true },
  { name: 'document.signedOn', kind: 'day', isRequired: true },
  { name: 'isNone', kind: 'choice', isRequired: true },
  { name: 'text', kind: 'text', isRequired: false },
];

describe('the body of a form', () => {
  it('is that of the command, with what was left empty not there', () => {
    const values = { 'document.number': ' 87/SXD ', 'document.signedOn': '2026-12-10', isNone: 'false', text: '  ' };

    expect(bodyOf(fields, values)).toEqual({
      document: { number: '87/SXD', signedOn: '2026-12-10' },
      isNone: false,
    });
  });

  it.each([
    ['10/12/2026', '2026-12-10'],
    ['1.2.2026', '2026-02-01'],
    ['1-2-2026', '2026-02-01'],
    ['10122026', '2026-12-10'],
    ['1/2.2026', '1/2.2026'],
    ['1122026', '1122026'],
    ['2026-12-10', '2026-12-10'],
    ['hôm nay', 'hôm nay'],
  ])('takes the day %s for %s', (typed, day) => {
    expect(bodyOf(fields, { 'document.signedOn': typed })).toEqual({ document: { signedOn: day } });
  });

  it('takes words for words, whatever they say', () => {
    expect(bodyOf(fields, { text: 'true', 'document.number': 'false' })).toEqual({
      text: 'true',
      document: { number: 'false' },
    });
  });

  it('takes nothing that the form does not have', () => {
    expect(bodyOf(fields, { agency: 'SL-STC', __proto__: 'x', evidence: 'y' })).toEqual({ document: {} });
  });
});

describe('what is wrong with a form', () => {
  it('is said of every part of a document of which nothing was filled in', () => {
    expect(bodyOf(fields, { text: 'a' })).toEqual({ document: {}, text: 'a' });
    expect(bodyOf([{ name: 'evidence.number', kind: 'line', isRequired: false }], {})).toEqual({});
  });

  it('is said as offices write, and names no code', () => {
    const problems = [
      { path: 'isNone', message: 'one of true, false' },
      { path: 'document.signedOn', message: dayInvalid },
      { path: 'text', message: 'as it is' },
    ];

    expect(saidToPeople(fields, problems).map(({ message }) => message)).toEqual([
      choiceMissing,
      dayMistyped,
      'as it is',
    ]);
  });

  it('stands by its field, by the first of several, or by the form', () => {
    const problems = [
      { path: 'document.number', message: 'one' },
      { path: 'document.number', message: 'two' },
      { path: 'evidence', message: 'three' },
      { path: '', message: 'four' },
    ];

    expect(problemsOf(fields, problems)).toEqual({
      byField: { 'document.number': 'one' },
      general: ['three', 'four'],
    });
  });

  it('of a part that is missing whole stands by its first field', () => {
    expect(problemsOf(fields, [{ path: 'document', message: 'missing' }]).byField).toEqual({
      'document.number': 'missing',
    });
  });
});

describe('what is picked', () => {
  const picked = [
    ...fields,
    { name: 'petition', kind: 'pick', isRequired: true, options: [{ value: 'one' }, { value: 'two' }] },
  ];

  it('is one of what was offered', () => {
    expect(isOffered(picked, { petition: ' two ' })).toBe(true);
    expect(isOffered(fields, { petition: 'of another body' })).toBe(true);
  });

  it('holds for a choice as well, which may be left open', () => {
    const chosen = [{ name: 'rank', kind: 'choice', isRequired: true, options: [{ value: 'head' }] }];

    expect([{ rank: 'head' }, { rank: '' }, {}].map((values) => isOffered(chosen, values))).toEqual([true, true, true]);
    expect(isOffered(chosen, { rank: 'host' })).toBe(false);
  });

  it.each([{ petition: 'of another body' }, { petition: '' }, {}])('is nothing else: %j', (values) => {
    expect(isOffered(picked, values)).toBe(false);
  });
});

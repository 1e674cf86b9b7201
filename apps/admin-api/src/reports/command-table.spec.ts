import { describe, expect, it } from '@jest/globals';
import { reportAllowedFrom, surroundingsKinds } from '@dialogue/domain';

import { aContext, aReport } from '../cases/command-context.fixture.js';
import { kindsOf } from '../cases/command-row.js';
import { reportExamples } from './command-examples.js';
import { reportCommands } from './command-table.js';
import { reportRequest } from './report.schemas.js';

const canary = 'Nguyen Van Canary';
const kinds = kindsOf(reportCommands);
const context = aContext({ cases: { report: aReport() } });

describe('the commands of a report', () => {
  it('D14.1: have a row each, where people give them', () => {
    expect(
      [...kinds, 'open', 'noteDelivery', ...surroundingsKinds.filter((kind) => kind !== 'adoptTerms')].sort(),
    ).toEqual(Object.keys(reportAllowedFrom).sort());
  });

  it.each(kinds)('%s takes the body that the documentation shows', async (kind) => {
    const { body, split } = reportCommands[kind];

    expect((await split(body.parse(reportExamples[kind]), context)).command.kind).toBe(kind);
  });

  it.each(kinds)('%s refuses a field that it does not know', (kind) => {
    expect(reportCommands[kind].body.safeParse({ ...reportExamples[kind], extra: 1 }).success).toBe(false);
  });

  it.each([
    ['submit', { text: canary }],
    ['return', { reason: canary }],
    ['approve', { remark: canary }],
    ['send', { document: { number: '1/BC', signedOn: '2026-12-08' }, remark: canary }],
    ['adoptTerms', { reason: canary }],
  ] as const)('%s keeps the words of people out of the command', async (kind, body) => {
    const { command, words } = await reportCommands[kind].split(reportCommands[kind].body.parse(body), context);

    expect(JSON.stringify(command)).not.toContain(canary);
    expect(JSON.stringify(words)).toContain(canary);
  });
});

describe('D14.2: asking for a report', () => {
  const request = {
    ...{ organisation: 'SL-UBND', from: '2026-01-01', cutOn: '2026-03-31', dueOn: '2099-12-31' },
    reason: 'An inspection',
  };

  it.each([
    ['a cut before the beginning', { cutOn: '2025-12-31' }, 'cutOn'],
    ['a limit that has passed', { dueOn: '2026-01-02' }, 'dueOn'],
    ['a day that no calendar has', { from: '2026-02-30' }, 'from'],
    ['no reason', { reason: ' ' }, 'reason'],
  ])('is refused with %s', (_, changes, path) => {
    const { error } = reportRequest.safeParse({ ...request, ...changes });

    expect(error?.issues.map((issue) => issue.path.join('.'))).toEqual([path]);
  });

  it('may be for one day', () => {
    expect(reportRequest.safeParse({ ...request, cutOn: request.from }).success).toBe(true);
  });
});

import { describe, expect, it } from '@jest/globals';
import { allowedFrom } from '@dialogue/domain';
import type { AccountRole, Organisation } from '@dialogue/persistence';

import { examples } from './command-examples.js';
import {
  commandTable,
  routedCommandKinds,
  type CommandContext,
  type RoutedCommandKind,
  type SplitCommand,
} from './command-table.js';

const canary = 'Nguyen Van Canary';
const evidence = { number: '12/BC', signedOn: '2026-11-20', signatory: canary };

function contextOf(role: AccountRole): CommandContext {
  const organisationInForce: CommandContext['organisationInForce'] = (code) =>
    Promise.resolve({
      code,
      name: 'A body',
      kind: 'so',
      level: 'province',
      parentCode: null,
      validFrom: null,
      validTo: null,
      successorCode: null,
    } satisfies Organisation);
  return { role, organisationInForce };
}

function split(kind: RoutedCommandKind, body: unknown, role: AccountRole = 'clerk'): Promise<SplitCommand> {
  return Promise.resolve(commandTable[kind].split(commandTable[kind].body.parse(body), contextOf(role)));
}

describe('commandTable', () => {
  it('has a row for each command of the life cycle that people give', () => {
    expect([...routedCommandKinds, 'register', 'noteDelivery'].sort()).toEqual(Object.keys(allowedFrom).sort());
  });

  it.each(routedCommandKinds)('%s takes the body that the documentation shows', async (kind) => {
    const { command } = await split(kind, examples[kind]);

    expect(command.kind).toBe(kind);
  });

  it.each(routedCommandKinds)('%s refuses a field that it does not know', (kind) => {
    expect(commandTable[kind].body.safeParse({ ...examples[kind], extra: 1 }).success).toBe(false);
  });

  it.each([
    ['redirect', { procedure: 'complaint', reason: canary }],
    ['acknowledge', { arrivalNumber: '1', receivedOn: '2026-11-23', evidence, remark: canary }],
    ['answer', { answer: 'measure', document: { number: '1', signedOn: '2026-11-23' }, text: canary, evidence }],
    ['sendBackAnswer', { reason: canary }],
    ['recordResolution', { evidence, remark: canary }],
    ['withdraw', { reason: canary, evidence }],
    ['reopen', { reason: canary }],
    ['close', { remark: canary }],
  ] as const)('%s keeps the words of people out of the command', async (kind, body) => {
    const { command, words } = await split(kind, body);

    expect(JSON.stringify(command)).not.toContain(canary);
    expect(JSON.stringify(words)).toContain(canary);
  });

  it('has no words where none were said', async () => {
    expect((await split('close', {})).words).toBeNull();
  });

  it('names the agency in an assignment, for the page of the case', async () => {
    expect((await split('assign', examples.assign)).command).toMatchObject({ agency: 'SL-SXD', agencyName: 'A body' });
  });
});

describe('an act of the agency', () => {
  const acts = [
    ['acknowledge', { arrivalNumber: '1', receivedOn: '2026-11-23' }],
    ['answer', { answer: 'measure', document: { number: '1', signedOn: '2026-11-23' }, text: 'text' }],
  ] as const;

  it.each(acts)('%s needs evidence when the lead office enters it', async (kind, body) => {
    await expect(split(kind, body, 'clerk')).rejects.toMatchObject({
      code: 'command.evidence_required',
      fields: [{ path: 'evidence' }],
    });
  });

  it.each(acts)('%s needs none when the agency does it', async (kind, body) => {
    expect((await split(kind, body, 'agency')).command.kind).toBe(kind);
  });

  it('carries whether its day of receipt was proven', async () => {
    const [, body] = acts[0];

    expect((await split('acknowledge', { ...body, evidence })).command).toMatchObject({ isEvidenced: true });
    expect((await split('acknowledge', body, 'agency')).command).toMatchObject({ isEvidenced: false });
  });

  it('has an arrival stamp only when the lead office enters it', async () => {
    const body = { ...acts[1][1], arrivedOn: '2026-11-22' };

    await expect(split('answer', body, 'agency')).rejects.toMatchObject({ code: 'command.field_of_lead_office' });
    expect((await split('answer', { ...body, evidence })).command).toMatchObject({ arrivedOn: '2026-11-22' });
  });
});

describe('days in a command', () => {
  it.each([
    ['2026-02-30', 'is not in the calendar'],
    ['2014-12-31', 'lies before the register'],
    ['23/11/2026', 'is written another way'],
    ['', 'is empty'],
  ])('%s %s', (receivedOn) => {
    const result = commandTable.acknowledge.body.safeParse({ arrivalNumber: '1', receivedOn });

    expect(result.error?.issues.map(({ path }) => path.join('.'))).toEqual(['receivedOn']);
  });
});

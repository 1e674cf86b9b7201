import { describe, expect, it } from '@jest/globals';
import type { DoorReference, OutboxRow, StoredCommand } from '@dialogue/persistence';
import type { Client } from '@temporalio/client';

import { createCaseSignaller } from './case-signaller.js';

const reference: DoorReference = { caseKind: 'petition', caseId: 'p-1' };

/** A signaller over a door with some commands, and what it did in which order. */
function aSignaller(commands: readonly StoredCommand[], failing: readonly string[] = []) {
  const steps: string[] = [];
  const sent: { workflowId: string; signal: string; signalArgs: unknown[]; args: unknown[] }[] = [];
  const marked = new Set<string>();
  const client = {
    withDeadline: async (_deadline: number, work: () => Promise<unknown>) => work(),
    workflow: {
      signalWithStart: async (type: string, request: (typeof sent)[number]) => {
        const [{ commandId }] = request.signalArgs as [{ commandId: string }];
        steps.push(`${type} ${request.workflowId} ${request.signal} ${commandId}`);
        if (failing.includes(commandId)) return Promise.reject(new Error('Temporal is away'));
        sent.push(request);
        return Promise.resolve();
      },
      start: async (type: string, request: { workflowId: string; workflowIdConflictPolicy: string }) => {
        steps.push(`${type} ${request.workflowId} ${request.workflowIdConflictPolicy}`);
        return Promise.resolve();
      },
    },
  } as unknown as Client;
  const door = {
    unsignalled: async () => Promise.resolve(commands.filter(({ id }) => !marked.has(id))),
    undecided: async () => Promise.resolve(commands),
    markSignalled: async (ids: readonly string[]) => {
      steps.push(`mark ${ids.join(' ')}`);
      for (const id of ids) marked.add(id);
      return Promise.resolve();
    },
  };
  return { signaller: createCaseSignaller(client, door), steps, sent };
}

function aStoredCommand(id: string, overrides: Partial<StoredCommand> = {}): StoredCommand {
  return {
    ...reference,
    id,
    kind: 'accept',
    bodyHash: 'h',
    payload: { kind: 'accept', field: 'economy' },
    words: { note: 'MARKER' },
    actorId: 'u-1',
    receivedAt: 1_000,
    arrival: 1,
    isVirtual: false,
    signalledAt: null,
    outcome: null,
    ...overrides,
  };
}

describe('sendUnsignalled', () => {
  it('sends in order of arrival, and marks each before the next goes', async () => {
    const { signaller, steps } = aSignaller([aStoredCommand('c-1'), aStoredCommand('c-2', { kind: 'assign' })]);

    await signaller.sendUnsignalled(reference);

    expect(steps).toEqual([
      'petitionWorkflow petition/p-1 accept c-1',
      'mark c-1',
      'petitionWorkflow petition/p-1 assign c-2',
      'mark c-2',
    ]);
  });

  it('sends nothing past a command that could not go, and begins with it the next time', async () => {
    const failing = ['c-1'];
    const { signaller, steps } = aSignaller([aStoredCommand('c-1'), aStoredCommand('c-2')], failing);
    await expect(signaller.sendUnsignalled(reference)).rejects.toThrow('Temporal is away');
    failing.pop();

    await signaller.sendUnsignalled(reference);

    expect(steps.filter((step) => step.startsWith('mark'))).toEqual(['mark c-1', 'mark c-2']);
    expect(steps[1]).toBe('petitionWorkflow petition/p-1 accept c-1');
  });

  it('D11.1d: sends ids, codes and dates with the instant of receipt, never the words', async () => {
    const { signaller, sent } = aSignaller([aStoredCommand('c-1')]);

    await signaller.sendUnsignalled(reference);

    expect(sent[0]?.signalArgs).toEqual([
      { commandId: 'c-1', actorId: 'u-1', receivedAt: 1_000, command: { kind: 'accept', field: 'economy' } },
    ]);
    expect(sent[0]?.args).toEqual([{ caseId: 'p-1', carried: null }]);
    expect(JSON.stringify(sent)).not.toContain('MARKER');
  });

  it('leaves the instant of receipt to the clock of a case in virtual time', async () => {
    const { signaller, sent } = aSignaller([aStoredCommand('c-1', { isVirtual: true })]);

    await signaller.sendUnsignalled(reference);

    expect(sent[0]?.signalArgs).toMatchObject([{ receivedAt: null }]);
  });
});

describe('remind', () => {
  it('repeats the same commands and marks nothing', async () => {
    const { signaller, steps } = aSignaller([aStoredCommand('c-1')]);

    await signaller.remind(reference);
    await signaller.remind(reference);

    expect(steps).toEqual(Array(2).fill('petitionWorkflow petition/p-1 accept c-1'));
  });
});

describe('carryOut', () => {
  const row = { id: 4, commandId: 'o-4', createdAt: 2_000, isVirtual: false, attempts: 0 };
  const news = { kind: 'noteDelivery', deliveryId: 'd-1', outcome: 'refused' } as const;

  it('starts the workflow of a letter, or uses the one that runs', async () => {
    const { signaller, steps } = aSignaller([]);

    await signaller.carryOut({ ...row, message: { kind: 'startMail', caseKind: 'mail', caseId: 'd-1' } });

    expect(steps).toEqual(['mailWorkflow mail/d-1 USE_EXISTING']);
  });

  it.each([
    [false, 2_000],
    [true, null],
  ])('signals a case under the same id at every repetition (virtual: %s)', async (isVirtual, receivedAt) => {
    const { signaller, sent } = aSignaller([]);
    const message = { kind: 'signalCase', ...reference, command: news } as OutboxRow['message'];

    await signaller.carryOut({ ...row, isVirtual, message });
    await signaller.carryOut({ ...row, isVirtual, message });

    expect(sent.map(({ signal, signalArgs }) => [signal, ...signalArgs])).toEqual(
      Array(2).fill(['noteDelivery', { commandId: 'o-4', actorId: null, receivedAt, command: news }]),
    );
  });

  it.each([
    [
      'petition',
      'p-1',
      'petitionWorkflow petition/p-1 conferenceEnded o-4',
      { kind: 'conferenceEnded', conferenceId: 'c-1' },
    ],
    [
      'conference',
      'c-1',
      'conferenceWorkflow conference/c-1 petitionDetached o-4',
      { kind: 'petitionDetached', petitionId: 'p-1' },
    ],
    ['report', 'SL-STC/2026-Y', 'reportWorkflow report/SL-STC/2026-Y open o-4', { kind: 'open' }],
  ] as const)(
    'D11.1b, D14.1: brings a %s its news, and starts it where it does not run',
    async (caseKind, caseId, step, command) => {
      const { signaller, steps } = aSignaller([]);

      await signaller.carryOut({
        ...row,
        message: { kind: 'signalCase', caseKind, caseId, command } as OutboxRow['message'],
      });

      expect(steps).toEqual([step]);
    },
  );
});

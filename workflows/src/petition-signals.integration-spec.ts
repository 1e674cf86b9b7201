import { randomUUID } from 'node:crypto';

import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { launchOf, type CaseLedger } from '@dialogue/contracts';
import type { Petition, PetitionCommandKind } from '@dialogue/domain';
import { aCommand, aPetition, at } from '@dialogue/testing/builders';
import { beginStory, startWorkflowServer, type PetitionStory, type WorkflowServer } from '@dialogue/testing/cases';

import { bundleOfSources } from './case-stories.fixture.js';

jest.setTimeout(60_000);

describe('signals of a petition', () => {
  let server: WorkflowServer;
  let petition: PetitionStory;

  beforeAll(async () => {
    server = await startWorkflowServer(bundleOfSources);
  }, 120_000);
  afterEach(async () => petition.end());
  afterAll(async () => server.stop());

  /** Received 5 March 2026, due on the 26th; comes back on 7 April. */
  async function comesBack(): Promise<PetitionStory> {
    const memory = { state: aPetition({ stage: 'inProgress' }), lastAt: at('2026-03-05') };
    return beginStory(server, { on: '2026-04-07', memory });
  }

  /** Everything is signalled before any worker is there: the first task of the run carries it all. */
  async function signalledTogether(
    commands: readonly (readonly [PetitionCommandKind, string])[],
    historyLimit: number,
  ): Promise<void> {
    const { env } = server;
    const taskQueue = randomUUID();
    const [, caseId = ''] = petition.handle.workflowId.split('/');
    const { workflowType, ...launch } = launchOf('petition', caseId);
    const args = [{ caseId, carried: null, historyLimit }];
    for (const [kind, day] of commands) {
      const command = petition.shift.days(aCommand(kind));
      const receivedAt = petition.shift.instant(at(day, '10:00'));
      const signalArgs = [{ commandId: randomUUID(), actorId: null, receivedAt, command }];
      await env.client.workflow.signalWithStart(workflowType, { ...launch, taskQueue, args, signal: kind, signalArgs });
    }
    await server.serveCasesOn(taskQueue, petition.handle.result());
  }

  it.each([
    [1_000, 'in one run'],
    [8, 'over several runs'],
  ])('D11.1c: are decided in their order before time goes on, %i events a run (%s)', async (historyLimit) => {
    petition = await comesBack();

    await signalledTogether(
      [
        ['answer', '2026-03-26'],
        ['sendBackAnswer', '2026-03-27'],
        ['answer', '2026-04-02'],
        ['approveAnswer', '2026-04-02'],
        ['withdraw', '2026-04-03'],
      ],
      historyLimit,
    );

    expect(petition.lines()).toEqual([
      '2026-03-26 10:00 answered',
      '2026-03-27 10:00 answerSentBack',
      '2026-04-02 10:00 answered',
      '2026-04-02 10:00 answerApproved',
      '2026-04-03 10:00 withdrawn',
    ]);
    expect(petition.book.refusals).toEqual([]);
  });

  it('D11.1c: time yields to a command that was received before and is still on its way', async () => {
    petition = await comesBack();
    const { ledger } = petition.book;
    let isOnItsWay = true;
    const recordTransition: CaseLedger<Petition>['recordTransition'] = async (entry) =>
      entry.yields === true && isOnItsWay ? 'commandWaits' : ledger.recordTransition(entry);
    server.serve({ ledger: { ...ledger, recordTransition } });
    await petition.start();
    await petition.until('2026-04-07', '08:40');
    isOnItsWay = false;

    await petition.send('answer', {}, { receivedAt: at('2026-03-26', '23:59:59') });

    expect(petition.lines()).toEqual(['2026-03-26 23:59 answered']);
  });

  it('D11.1c: time does not yield for ever', async () => {
    petition = await comesBack();
    const { ledger } = petition.book;
    const recordTransition: CaseLedger<Petition>['recordTransition'] = async (entry) =>
      entry.yields === true ? 'commandWaits' : ledger.recordTransition(entry);
    server.serve({ ledger: { ...ledger, recordTransition } });
    await petition.start();

    await petition.until('2026-04-07', '09:10');

    expect(petition.lines()[0]).toBe('2026-03-27 00:00 deadlineMissed answer');
  });

  it('leave the case alone when they are no commands', async () => {
    petition = await comesBack();
    await petition.start();
    await petition.handle.signal('answer');
    await petition.handle.signal('answer', 'by hand');
    await petition.handle.signal('unheardOf', { commandId: randomUUID() });

    await petition.send('withdraw');

    expect(petition.lines().at(-1)).toContain('withdrawn');
  });
});

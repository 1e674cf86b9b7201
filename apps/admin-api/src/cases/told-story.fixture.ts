import type { Petition, Transition } from '@dialogue/domain';
import { createDataSource, createLedger } from '@dialogue/persistence';
import { aPetition, applied, aCommand, at, elapsed, petitionSteps, urged } from '@dialogue/testing/builders';

import type { RunningApi } from '../running-api.fixture.js';

/** The petition of a story, and who tells it. */
export interface ToldPetition {
  readonly id: string;
  readonly number: string;
  /** A clerk of its lead office. */
  readonly clerk: string;
}

const evidence = { number: '12/CV-STC', signedOn: '2026-03-05', signatory: 'Nguyễn Văn Mẫu' };

/**
 * A petition that was accepted, assigned and acknowledged through the door, the last for its agency by a clerk with a
 * document; then its limit passes, and people are urged. The ledger writes as a worker would.
 */
export async function aToldPetition(api: RunningApi): Promise<ToldPetition> {
  const clerk = await api.loginAs('clerk', 'SL-VPUBND');
  const post = async (path: string, body: object): Promise<string> =>
    (await api.post(path, { token: clerk, body })).body.commandId;
  const { body } = await api.post('/v1/petitions', { token: clerk, body: registration });
  const { id, number } = body.petition;
  const path = `/v1/petitions/${id}`;
  const commandIds = [
    body.commandId,
    await post(`${path}/accept`, { field: 'economy' }),
    await post(`${path}/assign`, { agency: 'SL-STC', document: { number: '45/VPUBND', signedOn: '2026-03-04' } }),
    await post(`${path}/acknowledge`, { arrivalNumber: '101', receivedOn: '2026-03-05', evidence }),
  ];
  const record = await recorder(api, aPetition({ id, number, stage: 'submitted' }));
  for (const [index, step] of petitionSteps.inProgress.entries())
    await record.one((state) => applied(state, aCommand(step.command.kind), step.at), commandIds[index]);
  await record.all((state) => urged(state, at('2026-03-24', '08:00')));
  await record.all((state) => elapsed(state, at('2026-03-27', '00:00')));
  await record.all((state) => urged(state, at('2026-03-27', '08:00')));
  await record.close();
  return { id, number, clerk };
}

const registration = {
  ...{ title: 'Chợ xã ngập nước', content: 'Chợ xã ngập\nsau mỗi trận mưa.', source: 'outsideConference' },
  ...{ category: 'resident', organisation: 'SL-UBND', receivedOn: '2026-03-02' },
  petitioner: { name: 'Lò Thị Kín', email: 'kin@example.com' },
};

interface Recorder {
  one(next: (state: Petition) => Transition<Petition>, commandId?: string): Promise<void>;
  all(next: (state: Petition) => readonly Transition<Petition>[]): Promise<void>;
  close(): Promise<void>;
}

async function recorder(api: RunningApi, start: Petition): Promise<Recorder> {
  const worker = await createDataSource({ url: api.database.workerUrl, poolSize: 2 }).initialize();
  const ledger = createLedger(worker);
  let [state, sequence] = [start, 0];
  async function record(transition: Transition<Petition>, commandId: string | null): Promise<void> {
    sequence += 1;
    state = transition.state;
    await ledger.recordTransition({ caseKind: 'petition', caseId: start.id, ...transition, commandId, sequence });
  }
  return {
    one: async (next, commandId) => record(next(state), commandId ?? null),
    async all(next) {
      for (const transition of next(state)) await record(transition, null);
    },
    close: () => worker.destroy(),
  };
}

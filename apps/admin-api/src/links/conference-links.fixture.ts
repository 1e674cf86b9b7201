import { randomUUID } from 'node:crypto';

import {
  defaultConferenceTerms,
  drafted,
  type Conference,
  type ConferenceCommand,
  type ConferencePlan,
  type ConferenceStage,
  type LetterKind,
} from '@dialogue/domain';
import { createDataSource, createDoor, createLedger } from '@dialogue/persistence';
import { aCalendar, aConferencePlan, appliedToConference, at, conferenceSteps } from '@dialogue/testing/builders';

import type { RunningApi } from '../running-api.fixture.js';
import { issuedLink } from './links.fixture.js';

/** A conference whose letters bring links to the bodies that were asked and invited. */
export interface LinkedConference {
  readonly id: string;
  link(kind: LetterKind, organisation?: string): Promise<string>;
  /** What happens next to it, as its worker records it. */
  record(command: ConferenceCommand, day: string): Promise<void>;
  close(): Promise<void>;
}

export async function aLinkedConference(
  api: RunningApi,
  stage: Exclude<ConferenceStage, 'drafted'> = 'preparing',
): Promise<LinkedConference> {
  const id = randomUUID();
  const worker = await createDataSource({ url: api.database.workerUrl, poolSize: 2 }).initialize();
  await planned(api, id);
  const ledger = createLedger(worker);
  const basis = { terms: defaultConferenceTerms, calendar: aCalendar() };
  let [state, sequence]: [Conference, number] = [drafted(aConferencePlan({ id }), basis), 0];
  const record = async (command: ConferenceCommand, when: number): Promise<void> => {
    const transition = appliedToConference(state, command, when);
    [state, sequence] = [transition.state, sequence + 1];
    await ledger.recordTransition({ caseKind: 'conference', caseId: id, ...transition, commandId: null, sequence });
  };
  for (const { command, at: when } of conferenceSteps[stage]) await record(command, when);
  return {
    id,
    link: (kind, organisation = 'SL-STC') =>
      issuedLink({ api, worker }, { caseKind: 'conference', caseId: id, kind, organisation }),
    record: async (command, day) => record(command, at(day)),
    close: () => worker.destroy(),
  };
}

/** As it comes through the door. */
async function planned(api: RunningApi, id: string): Promise<void> {
  const door = await createDataSource({ url: api.database.apiUrl, poolSize: 1 }).initialize();
  const command = { id: randomUUID(), caseKind: 'conference', caseId: id, kind: 'plan', bodyHash: '' } as const;
  const arriving = { ...command, payload: { kind: 'plan' }, words: null, actorId: null, receivedAt: at('2026-03-02') };
  await createDoor(door).arrive(arriving, {
    caseKind: 'conference',
    plan: {
      ...withoutNumber(aConferencePlan({ id })),
      ...{ title: 'Đối thoại định kỳ năm 2026', contents: 'Đất đai,\nnước sạch.' },
      ...{ place: 'Hội trường Ủy ban nhân dân tỉnh', programme: 'Khai mạc' },
      preparation: {
        ...{ hostPost: null, routingCase: null, coLeadOffice: null, coordinating: [] },
        ...{ leadOfficeReason: null, leadOfficeNamedBy: null },
      },
    },
  });
  await door.destroy();
}

function withoutNumber({
  number: _number,
  names: _names,
  ...plan
}: ConferencePlan): Omit<ConferencePlan, 'number' | 'names'> {
  return plan;
}

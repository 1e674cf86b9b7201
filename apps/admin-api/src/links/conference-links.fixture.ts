import { randomUUID } from 'node:crypto';

import {
  conferenceMachine,
  defaultConferenceTerms,
  drafted,
  type Conference,
  type ConferenceCommand,
  type ConferencePlan,
  type ConferenceStage,
  type LetterKind,
  type Transition,
} from '@dialogue/domain';
import { createDataSource, createDoor, createLedger } from '@dialogue/persistence';
import {
  aCalendar,
  aConferencePlan,
  appliedToConference,
  at,
  conferenceSteps,
  valueOf,
} from '@dialogue/testing/builders';

import type { RunningApi } from '../running-api.fixture.js';
import { issuedLink, sentLast } from './links.fixture.js';

/** A conference whose letters bring links to the bodies that were asked and invited. */
export interface LinkedConference {
  readonly id: string;
  link(kind: LetterKind, organisation?: string, role?: string): Promise<string>;
  /** What happens next to it, as its worker records it. */
  record(command: ConferenceCommand, day: string): Promise<void>;
  /** The worker decides what was sent last by a link of the conference. */
  recordSent(day: string): Promise<void>;
  /** Whoever owes something by then is reminded. */
  urge(day: string): Promise<void>;
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
  const keep = async (transition: Transition<Conference>, commandId: string | null = null): Promise<void> => {
    [state, sequence] = [transition.state, sequence + 1];
    await ledger.recordTransition({ caseKind: 'conference', caseId: id, ...transition, commandId, sequence });
  };
  const record = async (command: ConferenceCommand, when: number, by: string | null = null): Promise<void> =>
    keep(appliedToConference(state, command, when), by);
  for (const { command, at: when } of conferenceSteps[stage]) await record(command, when);
  return {
    id,
    link: (kind, organisation = 'SL-STC', role = 'handler') =>
      issuedLink({ api, worker }, { caseKind: 'conference', caseId: id, kind, organisation, role }),
    record: async (command, day) => record(command, at(day)),
    recordSent: async (day) => {
      const { commandId, payload } = await sentLast(api, id);
      await record(payload as ConferenceCommand, at(day), commandId);
    },
    urge: async (day) => {
      for (const transition of valueOf(conferenceMachine.urge(state, at(day)))) await keep(transition);
    },
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

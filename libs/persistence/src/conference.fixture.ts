import { randomUUID } from 'node:crypto';

import {
  defaultConferenceTerms,
  drafted,
  type Conference,
  type ConferenceCommand,
  type ConferencePlan,
} from '@dialogue/domain';
import { aCalendar, aConferencePlan, appliedToConference } from '@dialogue/testing/builders';
import type { DataSource } from 'typeorm';

import { createDoor } from './door/door.js';
import type { Arrival, NewConferencePlan, StoredConferencePlan } from './door/command.js';
import { createLedger } from './ledger/ledger.js';
import { aCommandOf, recordSteps, type Step } from './register.fixture.js';

/** A conference as it comes through the door. */
export async function planConference(api: DataSource, wishes: Partial<NewConferencePlan> = {}): Promise<Arrival> {
  const plan = aNewPlan(wishes);
  const command = aCommandOf(plan.id, { caseKind: 'conference', kind: 'plan', payload: { kind: 'plan' } });
  return createDoor(api).arrive(command, { caseKind: 'conference', plan });
}

export interface RecordedConference {
  readonly state: Conference;
  readonly sequence: number;
}

/** A conference that came through the door, and what happened to it since. */
export async function holdConference(
  { api, worker }: { readonly api: DataSource; readonly worker: DataSource },
  steps: readonly Step<ConferenceCommand>[],
  wishes: Partial<NewConferencePlan> = {},
): Promise<RecordedConference> {
  const { command } = await planConference(api, wishes);
  const plan = await createLedger(worker).loadConferencePlan(command.caseId);
  if (plan === null) throw new Error('The plan is not in the register');
  const state = drafted(planOnly(plan), { terms: defaultConferenceTerms, calendar: aCalendar() });
  return continueConference(worker, { state, sequence: 0 }, steps);
}

export async function continueConference(
  worker: DataSource,
  recorded: RecordedConference,
  steps: readonly Step<ConferenceCommand>[],
): Promise<RecordedConference> {
  return recordSteps(worker, { ...recorded, caseKind: 'conference' }, { steps, apply: appliedToConference });
}

function aNewPlan(wishes: Partial<NewConferencePlan> = {}): NewConferencePlan {
  const plan = withoutNumber(aConferencePlan({ id: randomUUID() }));
  return {
    ...plan,
    title: 'Đối thoại định kỳ năm 2026',
    contents: 'Đất đai, nước sạch.',
    place: 'Hội trường Ủy ban nhân dân tỉnh',
    programme: null,
    preparation: {
      ...{ hostPost: null, routingCase: null, coLeadOffice: null, coordinating: [] },
      ...{ leadOfficeReason: null, leadOfficeNamedBy: null },
    },
    ...wishes,
  };
}

function withoutNumber({
  number: _number,
  names: _names,
  ...plan
}: ConferencePlan): Omit<ConferencePlan, 'number' | 'names'> {
  return plan;
}

function planOnly({ plannedAt: _plannedAt, terms: _terms, ...plan }: StoredConferencePlan): ConferencePlan {
  return plan;
}

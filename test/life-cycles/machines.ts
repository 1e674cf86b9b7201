import {
  allowedFrom,
  conferenceAllowedFrom,
  conferenceMachine,
  conferenceMilestones,
  defaultConferenceTerms,
  defaultPetitionTerms,
  defaultReportTerms,
  petitionDuties,
  petitionMachine,
  reportAllowedFrom,
  reportDuties,
  reportMachine,
  type CaseKind,
  type Conference,
  type DutyDefinition,
  type DutyKind,
  type Ladder,
} from '@dialogue/domain';
import {
  aBody,
  aCommand,
  aConference,
  aConferenceCommand,
  aConferenceReference,
  aDocument,
  aPetition,
  aReport,
  aReportCommand,
  appliedToConference,
  conferenceSteps,
  petitionSteps,
  reportSteps,
  type ConferenceWishes,
} from '@dialogue/testing/builders';

import { explore, type Edge } from './explore.js';

/** A duty as a case begins with it, before an office has set anything for itself. */
export interface MilestoneRow extends DutyDefinition {
  readonly kind: DutyKind;
  readonly ladder: Ladder;
  /** Working days from its anchor, or calendar days; null: another day decides. */
  readonly due: { readonly workingDays: number } | { readonly days: number } | null;
}

/** All that the domain says of a kind of case. */
export interface LifeCycle {
  readonly kind: CaseKind;
  readonly allowedFrom: Readonly<Record<string, readonly string[]>>;
  readonly edges: readonly Edge[];
  readonly milestones: readonly MilestoneRow[];
}

/** The kinds of cases, each explored by its own machine. */
export function lifeCycles(): readonly LifeCycle[] {
  return [conference(), petition(), report()];
}

/** D8.3a: what somebody else has demanded begins in another way. */
const demanded: ConferenceWishes = {
  ...{ stage: 'drafted', kind: 'adHoc', field: 'economy', host: 'departmentHead', organisation: aBody('SL-STC').code },
  demand: { by: aBody('SL-UBND').code, document: aDocument('315/UBND-TH', '2026-02-27') },
};

function conference(): LifeCycle {
  const stages = keysOf(conferenceSteps).map((stage) => ({
    state: aConference({ stage }),
    at: endOf(conferenceSteps[stage]),
  }));
  const edges = explore({
    machine: conferenceMachine,
    beginnings: [...stages, toClose(), { state: aConference(demanded), at: endOf([]) }],
    commands: keysOf(conferenceAllowedFrom).map((kind) => aConferenceCommand(kind)),
  });
  const milestones = keysOf(conferenceMilestones).map((kind) => {
    const { count, ladder } = defaultConferenceTerms.duties[kind];
    return { kind, ...conferenceMilestones[kind], ladder, due: count };
  });
  return { kind: 'conference', allowedFrom: conferenceAllowedFrom, edges, milestones };
}

/** D8.1i, D11.1a, D11.2b: one of which nothing is owed any more; each of it comes by a command of its own. */
function toClose(): { readonly state: Conference; readonly at: number } {
  const steps = conferenceSteps.closed.slice(0, -1);
  const state = steps
    .slice(conferenceSteps.followUp.length)
    .reduce(
      (before, { command, at }) => appliedToConference(before, command, at).state,
      aConference({ stage: 'followUp' }),
    );
  return { state, at: endOf(steps) };
}

function petition(): LifeCycle {
  const stages = keysOf(petitionSteps).map((stage) => ({
    state: aPetition({ stage }),
    at: endOf(petitionSteps[stage]),
  }));
  // D11.1b: what several agencies have to do with begins with their being named.
  const cooperated = (['assigned', 'inProgress'] as const).map((stage) => ({
    state: aPetition({ stage, cooperating: [aCommand('contribute').agency] }),
    at: endOf(petitionSteps[stage]),
  }));
  // D9: what a conference says of a petition that its agency has answered meanwhile.
  const attached = (['answered', 'resolved'] as const).map((stage) => ({
    state: aPetition({ stage, conference: aConferenceReference() }),
    at: endOf(petitionSteps[stage]),
  }));
  const edges = explore({
    machine: petitionMachine,
    beginnings: [...stages, ...cooperated, ...attached],
    commands: keysOf(allowedFrom).map((kind) => aCommand(kind)),
  });
  const milestones = keysOf(petitionDuties).map((kind) => {
    const { workingDays, ladder } = defaultPetitionTerms.duties[kind];
    // D11.1c: a contribution is counted back from the limit of the agency that leads.
    const due = { workingDays: kind === 'contribute' ? -workingDays : workingDays };
    return { kind, ...petitionDuties[kind], ladder, due };
  });
  return { kind: 'petition', allowedFrom, edges, milestones };
}

function report(): LifeCycle {
  const edges = explore({
    machine: reportMachine,
    beginnings: keysOf(reportSteps).map((stage) => ({ state: aReport({ stage }), at: endOf(reportSteps[stage]) })),
    commands: keysOf(reportAllowedFrom).map((kind) => aReportCommand(kind)),
  });
  const milestones = keysOf(reportDuties).map((kind) => ({
    kind,
    ...reportDuties[kind],
    ladder: defaultReportTerms.duties[kind].ladder,
    due: null,
  }));
  return { kind: 'report', allowedFrom: reportAllowedFrom, edges, milestones };
}

function keysOf<Key extends string>(table: Readonly<Record<Key, unknown>>): readonly Key[] {
  return Object.keys(table) as Key[];
}

/** When the last of the steps was taken by which the builders come to a stage; what has no step begins before all of them. */
function endOf(steps: readonly { readonly at: number }[]): number {
  return steps.at(-1)?.at ?? Date.parse('2026-03-02T08:00+07:00');
}

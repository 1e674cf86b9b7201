import { log } from '@temporalio/activity';

import {
  reconciliationPhases,
  type ReconciledPage,
  type ReconciliationActivities,
  type ReconciliationPlace,
} from '@dialogue/contracts';
import {
  reconcile,
  remedies,
  type Instant,
  type ReconciliationFinding,
  type RegisteredRun,
  type SeenRun,
} from '@dialogue/domain';

import { alarmed } from './alarm.js';
import { beating } from './heartbeat.js';

/** Something that should run, by the kind and the id of its workflow. */
export interface ReconciledReference {
  readonly kind: ReconciledKind;
  readonly id: string;
}
type ReconciledKind = 'petition' | 'conference' | 'report' | 'mail' | 'rollout' | 'import';

/** As the register knows it. */
export interface ReconciledUnit extends ReconciledReference {
  readonly registered: RegisteredRun;
}

/** Something amiss, and what is done about it. */
export interface FoundUnit extends ReconciledReference {
  readonly finding: ReconciliationFinding;
}

/** What a reconciliation needs of the register. */
export interface ReconciliationPort {
  /** False: another one is under way. One that nobody has worked on for long counts as given up. */
  readonly begin: (reconciliationId: string) => Promise<boolean>;
  /** What should run, by workflow id behind another; fewer than the limit: there is no more. */
  readonly shouldRun: (
    phase: Exclude<ReconciliationPlace['phase'], 'runs'>,
    after: string | null,
    limit: number,
  ) => Promise<readonly ReconciledUnit[]>;
  /** As the register knows these; what it does not know is left out. */
  readonly known: (references: readonly ReconciledReference[]) => Promise<readonly ReconciledUnit[]>;
  /** In one transaction: the findings, and whatever waits for those that are told anew. False: it is not under way. */
  readonly record: (reconciliationId: string, found: readonly FoundUnit[]) => Promise<boolean>;
  /** How many of its findings a person has to look at. */
  readonly finish: (reconciliationId: string, looked: number) => Promise<number>;
}

/** What a reconciliation needs of Temporal. */
export interface RunsPort {
  /** By strongly consistent reads, some at a time. */
  readonly look: (reference: ReconciledReference) => Promise<SeenRun & { readonly runId: string | null }>;
  /** A running one is used as it is. */
  readonly start: (reference: ReconciledReference) => Promise<void>;
  /** Ends this run, if it is still the newest; its history is kept. */
  readonly end: (reference: ReconciledReference, runId: string) => Promise<void>;
  /** Cases that run, as the list of Temporal has them: seconds old. */
  readonly list: (
    after: string | null,
    limit: number,
  ) => Promise<{ readonly items: readonly ReconciledReference[]; readonly next: string | null }>;
}

export interface ReconciliationPorts {
  readonly register: ReconciliationPort;
  readonly runs: RunsPort;
  readonly now: () => Instant;
}

const pageSize = 100;

/** The steps of a reconciliation, on the queue `report`; every one may run twice. */
export function createReconciliationActivities(ports: ReconciliationPorts): ReconciliationActivities {
  return {
    beginReconciliation: ({ reconciliationId }) => alarmed(() => ports.register.begin(reconciliationId)),
    reconcilePage: ({ reconciliationId, ...place }) =>
      alarmed(() => beating(() => reconcilePage(ports, reconciliationId, place))),
    finishReconciliation: ({ reconciliationId, looked }) =>
      alarmed(async () => {
        const forPeople = await ports.register.finish(reconciliationId, looked);
        if (forPeople > 0)
          log.error('A reconciliation found what a person must look at', { reconciliationId, forPeople, alarm: true });
        return { forPeople };
      }),
  };
}

async function reconcilePage(
  ports: ReconciliationPorts,
  reconciliationId: string,
  place: ReconciliationPlace,
): Promise<ReconciledPage | null> {
  const { units, unknown, next } = await pageAt(ports, place);
  const looks = [];
  for (const unit of units) looks.push(await lookAt(ports, unit));
  const found = [...looks.flat(), ...(await stillRunning(ports, unknown))];
  // First ended, then told anew: what is told to a run that is about to be ended would be lost with it.
  for (const each of found) if (isToEnd(each)) await ports.runs.end(each, each.runId);
  const isUnderWay = await ports.register.record(reconciliationId, found);
  // Another one may have taken its place: then only what was ended here runs again, or nothing would wake those cases.
  for (const each of found) if (isUnderWay ? isToStart(each) : isToEnd(each)) await ports.runs.start(each);
  return isUnderWay ? { next, looked: units.length + unknown.length, found: found.length } : null;
}

interface Page {
  readonly units: readonly ReconciledUnit[];
  /** What runs and is in no register. */
  readonly unknown: readonly ReconciledReference[];
  readonly next: ReconciliationPlace | null;
}

async function pageAt({ register, runs }: ReconciliationPorts, { phase, after }: ReconciliationPlace): Promise<Page> {
  if (phase !== 'runs') {
    const units = await register.shouldRun(phase, after, pageSize);
    const last = units.at(-1);
    const isLast = last === undefined || units.length < pageSize;
    return { units, unknown: [], next: isLast ? behind(phase) : { phase, after: `${last.kind}/${last.id}` } };
  }
  const { items, next } = await runs.list(after, pageSize);
  const known = await register.known(items);
  return {
    // What should run has been compared already.
    units: known.filter(({ registered }) => registered.isOver),
    unknown: items.filter((item) => !known.some((unit) => unit.kind === item.kind && unit.id === item.id)),
    next: next === null ? null : { phase, after: next },
  };
}

function behind(phase: ReconciliationPlace['phase']): ReconciliationPlace | null {
  const next = reconciliationPhases[reconciliationPhases.indexOf(phase) + 1];
  return next === undefined ? null : { phase: next, after: null };
}

interface Found extends FoundUnit {
  readonly runId: string | null;
}

/** Read and seen one after the other: what looks wrong is read and seen once more, since the case may just have moved. */
async function lookAt(ports: ReconciliationPorts, unit: ReconciledUnit): Promise<readonly Found[]> {
  if ((await findingOf(ports, unit)).finding === null) return [];
  const [again] = await ports.register.known([unit]);
  if (again === undefined) return [];
  const { finding, runId } = await findingOf(ports, again);
  return finding === null ? [] : [{ kind: unit.kind, id: unit.id, finding, runId }];
}

async function findingOf(
  { runs, now }: ReconciliationPorts,
  unit: ReconciledUnit,
): Promise<{ readonly finding: ReconciliationFinding | null; readonly runId: string | null }> {
  const seen = await runs.look(unit);
  return { finding: reconcile(unit.registered, seen, now()), runId: seen.runId };
}

/** The list of Temporal is some seconds old: what has ended meanwhile is nothing to report. */
async function stillRunning(
  { runs }: ReconciliationPorts,
  unknown: readonly ReconciledReference[],
): Promise<readonly Found[]> {
  const found: Found[] = [];
  for (const each of unknown) {
    const { status, runId } = await runs.look(each);
    if (status === 'running') found.push({ ...each, finding: 'unknownRun', runId });
  }
  return found;
}

function isToEnd(each: Found): each is Found & { readonly runId: string } {
  return remedies[each.finding].action === 'restarted' && each.runId !== null;
}

function isToStart({ finding }: FoundUnit): boolean {
  return ['started', 'restarted'].includes(remedies[finding].action);
}

import type { Instant } from '../time/instant.js';

/** What the register holds of something that should run, as far as the comparison with its run needs it. */
export interface RegisteredRun {
  /** False: written at the door, and nothing has been recorded of it yet. */
  readonly isBegun: boolean;
  /** Of what has not begun: a command or news is there that begins it. */
  readonly canBegin: boolean;
  readonly isOver: boolean;
  /** When the register last heard of it. */
  readonly recordedAt: Instant;
  /** Null where it has none, or where its clock is not ours: in virtual time. */
  readonly nextDueAt: Instant | null;
  readonly stage: string | null;
  /** Since when the oldest command without an outcome has waited at the door. */
  readonly waitingSince: Instant | null;
  /** A rollout is over, and this case has not taken it. */
  readonly missedRollout: boolean;
}

/** What Temporal says of the newest run of a workflow. */
export interface SeenRun {
  readonly status: 'running' | 'ended' | 'missing';
  /** As its page shows it; null where it shows none. */
  readonly stage: string | null;
  /** Its code fails again and again, and waits for a fixed build. */
  readonly isTaskFailing: boolean;
  /** The step that it waits for fails again and again: the register knows more, the run knows more, or neither. */
  readonly failingStep: 'registerAhead' | 'runAhead' | 'other' | null;
}

/** What is done about a finding. `reported`: nothing; `resent`: what waits is signalled anew; `told`: of the rollout. */
export type ReconcilingAction = 'started' | 'restarted' | 'resent' | 'told' | 'reported';

export const reconciliationFindings = [
  'beginningLost',
  'notBegun',
  'runMissing',
  'taskFailing',
  'registerAhead',
  'runAhead',
  'stepFailing',
  'overButRunning',
  'stageDiffers',
  'overdue',
  'commandStuck',
  'commandWaits',
  'rolloutMissed',
  'unknownRun',
] as const;
export type ReconciliationFinding = (typeof reconciliationFindings)[number];

interface Remedy {
  readonly action: ReconcilingAction;
  /** Somebody has to look, whatever was done. */
  readonly needsPerson: boolean;
}

/**
 * What is done about each finding. A run is never asked to agree: the register is the record, so a run that disagrees is
 * ended, with its history kept, and a new one starts from the register.
 */
export const remedies: Readonly<Record<ReconciliationFinding, Remedy>> = {
  beginningLost: { action: 'reported', needsPerson: true },
  notBegun: { action: 'started', needsPerson: false },
  runMissing: { action: 'started', needsPerson: false },
  taskFailing: { action: 'reported', needsPerson: true },
  registerAhead: { action: 'restarted', needsPerson: false },
  // What the run knows and the register does not must be entered again; it stands in the history of the ended run.
  runAhead: { action: 'restarted', needsPerson: true },
  stepFailing: { action: 'reported', needsPerson: true },
  overButRunning: { action: 'restarted', needsPerson: false },
  stageDiffers: { action: 'restarted', needsPerson: true },
  overdue: { action: 'restarted', needsPerson: false },
  commandStuck: { action: 'restarted', needsPerson: false },
  commandWaits: { action: 'resent', needsPerson: false },
  rolloutMissed: { action: 'told', needsPerson: false },
  // Nobody here knows what it is: it is not ended.
  unknownRun: { action: 'reported', needsPerson: true },
};

const minuteMs = 60_000;

/** So long the register and a run may differ while both do their work. */
const settlingMs = 10 * minuteMs;
/** Time yields to commands on their way for up to half an hour; afterwards nothing explains a deadline that has passed. */
const laggingMs = 60 * minuteMs;
/** The relay repeats a command every ten minutes: after a day no repetition helps. */
const stuckMs = 24 * 60 * minuteMs;

/** Whether a finding applies; `settled`: the register has not just heard of it, so that the run has had its time. */
type Check = (
  registered: RegisteredRun,
  seen: SeenRun,
  moment: { readonly now: Instant; readonly settled: boolean },
) => boolean;

/** In this order; the first that applies is the finding. */
const checks: readonly (readonly [ReconciliationFinding, Check])[] = [
  ['beginningLost', ({ isBegun, canBegin }, _, { settled }) => settled && !isBegun && !canBegin],
  ['notBegun', ({ isBegun }, { status }, { settled }) => settled && !isBegun && status !== 'running'],
  // Who has recorded something goes on running until it is over.
  ['runMissing', ({ isBegun, isOver }, { status }) => isBegun && !isOver && status !== 'running'],
  ['taskFailing', (_, { isTaskFailing }) => isTaskFailing],
  ['registerAhead', (_, { failingStep }) => failingStep === 'registerAhead'],
  ['runAhead', (_, { failingStep }) => failingStep === 'runAhead'],
  ['stepFailing', (_, { failingStep }) => failingStep === 'other'],
  ['overButRunning', ({ isOver }, { status }, { settled }) => settled && isOver && status === 'running'],
  ['stageDiffers', ({ stage }, seen, { settled }) => settled && ![null, stage].includes(seen.stage) && stage !== null],
  ['overdue', ({ nextDueAt }, _, { now }) => nextDueAt !== null && nextDueAt < now - laggingMs],
  ['commandStuck', ({ waitingSince }, _, { now }) => waitingSince !== null && waitingSince < now - stuckMs],
  ['commandWaits', ({ waitingSince }, _, { now }) => waitingSince !== null && waitingSince < now - settlingMs],
  ['rolloutMissed', ({ missedRollout }) => missedRollout],
];

/** What is wrong between the register and a run; null: nothing. */
export function reconcile(registered: RegisteredRun, seen: SeenRun, now: Instant): ReconciliationFinding | null {
  const settled = registered.recordedAt <= now - settlingMs;
  return checks.find(([, applies]) => applies(registered, seen, { now, settled }))?.[0] ?? null;
}

import { join } from 'node:path';

import type { Notice } from '@dialogue/domain';
import { workflowBundleOptions } from '@dialogue/worker';
import {
  bundleWorkflowCode,
  DefaultLogger,
  Worker,
  type InjectedSinks,
  type WorkflowBundleWithSourceMap,
} from '@temporalio/worker';

import type { RecordedEvent, RecordedRun } from './histories.js';
import { historyFromJson } from './proto-json.js';
import type { RecomputeSinks } from './recompute.interceptor.js';

/** A step of a workflow with what was decided for it: the argument of an activity, the milliseconds of a timer. */
export interface Step {
  readonly kind: string;
  readonly decided: unknown;
}

/** A change of one source file, for the proof that it is noticed. */
export interface SourceChange {
  readonly file: RegExp;
  readonly from: string;
  readonly to: string;
}

/** Bundles the workflows as they are now, or with a change, so that they report their steps. */
export async function bundleForReplay(change?: SourceChange): Promise<WorkflowBundleWithSourceMap> {
  return bundleWorkflowCode({
    ...workflowBundleOptions,
    logger: new DefaultLogger('ERROR'),
    workflowInterceptorModules: [join(import.meta.dirname, 'recompute.interceptor.ts')],
    webpackConfigHook: (given) => {
      const config = workflowBundleOptions.webpackConfigHook?.(given) ?? given;
      const rules = [...(config.module?.rules ?? []), ...(change === undefined ? [] : [changing(change)])];
      return { ...config, module: { ...config.module, rules } };
    },
  });
}

function changing({ file, from, to }: SourceChange) {
  const loader = join(import.meta.dirname, 'fixtures/replace.cjs');
  return { enforce: 'pre' as const, test: file, use: [{ loader, options: { from, to } }] };
}

/** What became of a replay: why the workflow no longer fits its history, if so, and the steps that it takes now. */
export interface Replayed {
  readonly failure: string | null;
  readonly steps: readonly Step[];
}

export async function replay(bundle: WorkflowBundleWithSourceMap, { name, history }: RecordedRun): Promise<Replayed> {
  const steps: Step[] = [];
  const sinks: InjectedSinks<RecomputeSinks> = {
    recompute: {
      step: { fn: (_info, kind, argument) => void steps.push(stepOf(kind, argument)), callDuringReplay: true },
    },
  };
  const histories = [{ workflowId: name, history: historyFromJson(history) }];
  const results = Worker.runReplayHistories({ workflowBundle: bundle, sinks }, histories);
  let failure: string | null = null;
  for await (const { error } of results) failure = error === undefined ? null : `${error.name}: ${error.message}`;
  return { failure, steps };
}

/** The steps that the workflow took when its history was recorded. */
export function recordedSteps({ history }: RecordedRun): readonly Step[] {
  return history.events.flatMap((event) => recordedStep(event));
}

function recordedStep(event: RecordedEvent): readonly Step[] {
  const { activityTaskScheduledEventAttributes: activity, timerStartedEventAttributes: timer } = event;
  if (timer !== undefined) return [stepOf('timer', Number(timer.startToFireTimeout.slice(0, -1)) * 1_000)];
  if (activity === undefined) return [];
  const data = activity.input?.payloads[0]?.data ?? '';
  return [stepOf(activity.activityType.name, JSON.parse(Buffer.from(data, 'base64').toString()))];
}

/** Of a transition what the law sees, and who is written to about what; its state may gain fields. Timers to the second. */
function stepOf(kind: string, argument: unknown): Step {
  if (kind === 'timer') return { kind, decided: Math.round(Number(argument) / 1_000) };
  if (kind === 'loadCalendar') return { kind, decided: daysOf(argument) };
  if (kind !== 'recordTransition') return { kind, decided: argument };
  const { event, at, sequence, rule, facts, commandId, notices, tells = [] } = argument as Record<string, unknown>;
  const owed = (notices as Notice[]).map(({ key, letter, recipients }) => ({ key, letter: letter.kind, recipients }));
  return { kind, decided: { event, at, sequence, rule, facts, commandId, notices: owed, tells } };
}

/** From when until when; how much of it is needed may be said besides. */
function daysOf(argument: unknown): unknown {
  const { from, until } = argument as Record<string, unknown>;
  return { from, until };
}

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Client, WorkflowHandle } from '@temporalio/client';

import { historyToJson } from './proto-json.js';

const folder = join(import.meta.dirname, 'histories');
/** Where the checkout lies is nobody's business: stack traces in a history would tell. */
const checkout = join(import.meta.dirname, '../..', '/');

/** A committed history: what one run of a path did when it was recorded. */
export interface RecordedRun {
  /** `<path>.<run>`, runs counted from the first. */
  readonly name: string;
  readonly history: RecordedHistory;
}

interface RecordedHistory {
  readonly events: readonly RecordedEvent[];
}

/** As much of an event as the comparison reads; replay takes all of it. */
export interface RecordedEvent {
  readonly eventType: string;
  readonly activityTaskScheduledEventAttributes?: {
    readonly activityType: { readonly name: string };
    readonly input?: { readonly payloads: readonly { readonly data: string }[] };
  };
  readonly workflowExecutionStartedEventAttributes?: { readonly workflowType: { readonly name: string } };
  readonly workflowExecutionSignaledEventAttributes?: { readonly signalName: string };
  readonly timerStartedEventAttributes?: { readonly startToFireTimeout: string };
}

export function recordedRuns(): readonly RecordedRun[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => ({ name: file.slice(0, -'.json'.length), history: read(file) }));
}

function read(file: string): RecordedHistory {
  return JSON.parse(readFileSync(join(folder, file), 'utf8')) as RecordedHistory;
}

/** Writes the newest run of a workflow, and those that it was continued from. */
export async function writeHistories(path: string, { client, handle }: { client: Client; handle: WorkflowHandle }) {
  const runs: unknown[] = [];
  for (let next = handle; ;) {
    const history = await next.fetchHistory();
    runs.unshift(historyToJson(history));
    const runId = history.events?.[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId ?? '';
    if (runId === '') break;
    next = client.workflow.getHandle(handle.workflowId, runId);
  }
  runs.forEach((history, index) => {
    const text = JSON.stringify(history, null, 1).replaceAll(checkout, '');
    writeFileSync(join(folder, `${path}.${index + 1}.json`), `${text}\n`);
  });
}

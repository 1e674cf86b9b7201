import type { Client } from '@temporalio/client';

/** One event of a workflow's history, as far as a test looks at it. */
export interface SeenEvent {
  readonly type: string;
  /** Everything in it as text: fields, and what its payloads say when decoded. */
  readonly text: string;
}

/** Every event of every run of this workflow, oldest run first. */
export async function historyOf(client: Client, workflowId: string): Promise<readonly SeenEvent[]> {
  const runs: string[] = [];
  for await (const { runId } of client.workflow.list({ query: `WorkflowId = '${workflowId}'` })) runs.unshift(runId);
  const events: SeenEvent[] = [];
  for (const runId of runs) {
    const history = await client.workflow.getHandle(workflowId, runId).fetchHistory();
    events.push(...(history.events ?? []).map((event) => ({ type: typeOf(event), text: textOf(event) })));
  }
  return events;
}

/** The ids of all workflows that Temporal knows, each once. */
export async function workflowIds(client: Client): Promise<readonly string[]> {
  const ids = new Set<string>();
  for await (const { workflowId } of client.workflow.list()) ids.add(workflowId);
  return [...ids];
}

/** An event has one member that says what it is: `workflowExecutionSignaledEventAttributes`. */
function typeOf(event: object): string {
  const member = Object.entries(event).find(([name, value]) => name.endsWith('EventAttributes') && value != null);
  return member?.[0].replace(/EventAttributes$/, '') ?? 'unknown';
}

/** Payloads are bytes on the wire: read as UTF-8 they are the JSON that was sent. Not by `toJSON`, which has them as base64. */
function textOf(value: unknown): string {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('utf8');
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.entries(value)
    .filter(([, inner]) => inner !== null && inner !== undefined)
    .map(([name, inner]) => `${name}: ${textOf(inner)}`)
    .join('\n');
}

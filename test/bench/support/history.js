import { waitFor } from '@dialogue/testing/stack';
import proto from '@temporalio/proto';

const { HistoryEvent } = proto.temporal.api.history.v1;

/** What only the moving of a clock writes: an office in real time has none of it. */
const ofVirtualTime = /^workflowExecution(OptionsUpdated|TimeSkipping)/;

/**
 * What the life of a case has cost, over all of its runs: events and bytes of its Temporal history, beside the transitions
 * that it recorded. What virtual time adds is left out.
 *
 * @param {Awaited<ReturnType<typeof import('@dialogue/testing/stack').startRealStack>>} stack
 * @param {string} caseKind
 * @param {string} caseId
 */
export async function lifeInFigures({ temporalClient, register }, caseKind, caseId) {
  const workflowId = `${caseKind}/${caseId}`;
  const handle = temporalClient.workflow.getHandle(workflowId);
  await waitFor(`${workflowId} is over`, async () => (await handle.describe()).status.name === 'COMPLETED');
  const events = await eventsOf(temporalClient, workflowId);
  const own = events.filter(({ kind }) => !ofVirtualTime.test(kind));
  const rows = await register.rows(
    'SELECT event FROM case_events WHERE case_kind = $1 AND case_id = $2 ORDER BY sequence',
    [caseKind, caseId],
  );
  const bytes = own.reduce((sum, event) => sum + event.bytes, 0);
  return {
    path: shortened(rows.map(({ event }) => event)),
    transitions: rows.length,
    runs: new Set(events.map(({ runId }) => runId)).size,
    events: own.length,
    eventsPerTransition: Number((own.length / rows.length).toFixed(2)),
    bytes,
    bytesPerTransition: Math.round(bytes / rows.length),
    eventsByKind: Object.fromEntries(tally(own.map(({ kind }) => kind))),
    leftOutOfVirtualTime: events.length - own.length,
  };
}

async function eventsOf(client, workflowId) {
  const runs = [];
  for await (const { runId } of client.workflow.list({ query: `WorkflowId = '${workflowId}'` })) runs.push(runId);
  const histories = await Promise.all(
    runs.map(async (runId) => {
      const { events } = await client.workflow.getHandle(workflowId, runId).fetchHistory();
      return events.map((event) => ({ runId, kind: kindOf(event), bytes: HistoryEvent.encode(event).finish().length }));
    }),
  );
  return histories.flat();
}

/** An event has one member that says what it is: `workflowExecutionSignaledEventAttributes`. */
function kindOf(event) {
  const member = Object.entries(event).find(([name, value]) => name.endsWith('EventAttributes') && value != null);
  return member?.[0].replace(/EventAttributes$/, '') ?? 'unknown';
}

function tally(kinds) {
  const counts = new Map();
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].sort(([, first], [, second]) => second - first);
}

/** `planned, petitionAttached x 40, held`. */
function shortened(events) {
  const runs = [];
  for (const event of events) {
    if (runs.at(-1)?.event === event) runs.at(-1).times += 1;
    else runs.push({ event, times: 1 });
  }
  return runs.map(({ event, times }) => (times === 1 ? event : `${event} x ${times}`)).join(', ');
}

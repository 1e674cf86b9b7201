import { allowedFrom, conferenceAllowedFrom, reportAllowedFrom, type CaseKind } from '@dialogue/domain';

import { textOf } from '../architecture/support/repository.js';
import type { RecordedRun } from './histories.js';
import { recordedSteps } from './replaying.js';

/** What a kind of case knows: its commands by the table of the machine, its events by the page that names each of them. */
export function knownTo(kind: CaseKind): readonly string[] {
  return [
    ...Object.keys(commandsOf[kind]).map((name) => `command ${name}`),
    ...eventsOf(kind).map((name) => `event ${name}`),
  ];
}

/** What a committed history of a kind of case has of these. */
export function occurringIn(runs: readonly RecordedRun[], kind: CaseKind): ReadonlySet<string> {
  return new Set(
    runs.filter((run) => kindOf(run) === kind).flatMap((run) => [...signalsOf(run), ...transitionsOf(run)]),
  );
}

const commandsOf: Readonly<Record<CaseKind, object>> = {
  petition: allowedFrom,
  conference: conferenceAllowedFrom,
  report: reportAllowedFrom,
};

function eventsOf(kind: CaseKind): readonly string[] {
  const [, table = ''] = /\n {2}events: \{\n([^]*?)\n {2}\},\n/.exec(textOf(`workflows/src/${kind}-page.vi.ts`)) ?? [];
  return [...table.matchAll(/^ {4}(\w+):/gm)].map(([, name = '']) => name);
}

function kindOf({ history }: RecordedRun): string | undefined {
  const [started] = history.events;
  return started?.workflowExecutionStartedEventAttributes?.workflowType.name.replace(/Workflow$/, '');
}

function signalsOf({ history }: RecordedRun): readonly string[] {
  return history.events.flatMap(({ workflowExecutionSignaledEventAttributes: signal }) =>
    signal === undefined ? [] : [`command ${signal.signalName}`],
  );
}

function transitionsOf(run: RecordedRun): readonly string[] {
  return recordedSteps(run).flatMap(({ decided }) => {
    const event = typeof decided === 'object' && decided !== null && 'event' in decided ? decided.event : undefined;
    return typeof event === 'string' ? [`event ${event}`] : [];
  });
}

import { defineQuery, defineSignal, type QueryDefinition, type SignalDefinition } from '@temporalio/workflow';

import type { Envelope } from './envelope.js';

/** One signal per command; its wire name is the command's own. */
export function commandSignal<Command>(kind: string): SignalDefinition<[Envelope<Command>]> {
  return defineSignal<[Envelope<Command>]>(kind);
}

/** The state of a case, for people in the Temporal UI and for tests. */
export const stateQuery: QueryDefinition<unknown> = defineQuery<unknown>('state');

/** Tells a waiting letter to ask again at once: the settings of its body have changed. It carries nothing. */
export const askAgainSignal: SignalDefinition = defineSignal('askAgain');

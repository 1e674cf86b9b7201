import { randomUUID } from 'node:crypto';

import {
  defaultConferenceTerms,
  drafted,
  type Conference,
  type ConferenceCommand,
  type ConferencePlan,
} from '@dialogue/domain';

import { aConferenceCommand, aConferencePlan } from '../builders/conference.builder.js';
import { beginCase, type CaseBeginning, type CaseStory } from './case-story.js';
import type { WorkflowServer } from './workflow-server.js';

/** What a test says of a conference before it begins; every day as the story tells it. */
export interface ConferenceBeginning extends CaseBeginning<Conference> {
  readonly plan?: Partial<ConferencePlan>;
}

/** One conference on the server, told in the days of the story. */
export type ConferenceStory = CaseStory<Conference, ConferenceCommand>;

/** Begins the story of a conference, planned on its first day. */
export async function beginConference(
  server: WorkflowServer,
  beginning: ConferenceBeginning,
): Promise<ConferenceStory> {
  const plan = aConferencePlan({ id: randomUUID(), ...beginning.plan });
  const { memory } = beginning;
  return beginCase<Conference, ConferenceCommand>(
    server,
    {
      kind: 'conference',
      first: (calendar) => drafted(plan, { terms: defaultConferenceTerms, calendar }),
      command: aConferenceCommand,
    },
    {
      ...beginning,
      ...(memory === undefined ? {} : { memory: { ...memory, state: { ...memory.state, id: plan.id } } }),
    },
  );
}

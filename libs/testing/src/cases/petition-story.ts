import { randomUUID } from 'node:crypto';

import {
  defaultPetitionTerms,
  localDate,
  submitted,
  type Petition,
  type PetitionCommand,
  type Submission,
} from '@dialogue/domain';

import { aCommand } from '../builders/petition-command.builder.js';
import { aSubmission } from '../builders/petition.builder.js';
import { beginCase, type CaseBeginning, type CaseStory } from './case-story.js';
import type { WorkflowServer } from './workflow-server.js';

/** What a test says of a petition before it begins; every day as the story tells it. */
export interface StoryBeginning extends CaseBeginning<Petition> {
  readonly submission?: Partial<Submission>;
}

/** One petition on the server, told in the days of the story. */
export type PetitionStory = CaseStory<Petition, PetitionCommand>;

/** Begins the story of a petition, received on its first day. */
export async function beginStory(server: WorkflowServer, beginning: StoryBeginning): Promise<PetitionStory> {
  const id = randomUUID();
  const submission = { ...aSubmission({ receivedOn: localDate(beginning.on), ...beginning.submission }), id };
  const { memory } = beginning;
  return beginCase<Petition, PetitionCommand>(
    server,
    {
      kind: 'petition',
      first: (calendar) => submitted(submission, { terms: defaultPetitionTerms, calendar }),
      command: aCommand,
    },
    { ...beginning, ...(memory === undefined ? {} : { memory: { ...memory, state: { ...memory.state, id } } }) },
  );
}

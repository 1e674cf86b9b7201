import { contentUrgencies, type Allocation } from '@dialogue/domain';
import { z } from 'zod';

import { namedBodies } from '../cases/bodies.js';
import type { CommandContext } from '../cases/command-row.js';
import { ApiError } from '../errors/api-error.js';
import { areDifferent, organisationCode, text, uuid } from '../http/schemas.js';
import { repeated } from '../http/validation.vi.js';
import { agencyOrBeyond, notOfConference } from './conferences.vi.js';

/** D8.1c, D8.2a: who studies each petition; nobody where it is proposed to the superior. */
export const allocations = z
  .array(
    z
      .strictObject({
        petition: uuid,
        agency: organisationCode.optional(),
        isBeyondAuthority: z.boolean().default(false),
        urgency: z.enum(contentUrgencies).optional(),
        proposal: text(5000).optional(),
      })
      .refine(({ agency, isBeyondAuthority }) => (agency === undefined) === isBeyondAuthority, {
        path: ['agency'],
        error: agencyOrBeyond,
      }),
  )
  .max(500)
  .refine((each) => areDifferent(each.map(({ petition }) => petition)), repeated);

type Given = z.output<typeof allocations>;

/** As the case keeps them. @throws ApiError `conference.petition_unknown`, `organisation.unknown`. */
export async function toAllocations(given: Given, context: CommandContext): Promise<readonly Allocation[]> {
  const known = new Set((await context.register.conferencePetitions(context.caseId)).map(({ id }) => id));
  const foreign = given.flatMap(({ petition }, place) =>
    known.has(petition) ? [] : [{ path: `allocations.${String(place)}.petition`, message: notOfConference }],
  );
  if (foreign.length > 0) throw new ApiError('conference.petition_unknown', { fields: foreign });
  const codes = [...new Set(given.flatMap(({ agency }) => agency ?? []))];
  const agencies = new Map((await namedBodies(context, codes, 'allocations')).map((body) => [body.code, body]));
  return given.map(({ petition: petitionId, agency, urgency }) => ({
    petitionId,
    agency: agency === undefined ? null : (agencies.get(agency) ?? null),
    ...(urgency === undefined ? {} : { urgency }),
  }));
}

/** What the report proposes for each stays in the register. */
export function proposalsOf(given: Given): readonly { readonly petition: string; readonly proposal?: string }[] {
  return given.flatMap(({ petition, proposal }) => (proposal === undefined ? [] : [{ petition, proposal }]));
}

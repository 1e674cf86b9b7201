import { z } from 'zod';

import type { CommandContext } from '../cases/command-row.js';
import { ApiError } from '../errors/api-error.js';
import { areDifferent, text, uuid } from '../http/schemas.js';
import { repeated } from '../http/validation.vi.js';
import { notOfConference } from './conferences.vi.js';

/** D8.1e: what the briefing agreed on for each petition of the list. */
export const handlings = z
  .array(z.strictObject({ petition: uuid, handling: z.enum(['settle', 'explain']), note: text(5000).optional() }))
  .max(500)
  .refine((each) => areDifferent(each.map(({ petition }) => petition)), repeated);

/** @throws ApiError `conference.petition_unknown`, naming each that the register does not know in this conference. */
export async function requirePetitionsOf(
  { register, caseId }: Pick<CommandContext, 'register' | 'caseId'>,
  given: readonly { readonly petition: string }[],
  pathOf = (place: number): string => `handlings.${String(place)}.petition`,
): Promise<void> {
  const known = new Set((await register.conferencePetitions(caseId)).map(({ id }) => id));
  const fields = given.flatMap(({ petition }, place) =>
    known.has(petition) ? [] : [{ path: pathOf(place), message: notOfConference }],
  );
  if (fields.length > 0) throw new ApiError('conference.petition_unknown', { fields });
}

import type { Conclusion, ConferenceCommand } from '@dialogue/domain';
import type { ConferencePetitionRow } from '@dialogue/persistence';
import { z } from 'zod';

import { organisationInForce } from '../cases/bodies.js';
import type { CommandContext, SplitCommand } from '../cases/command-row.js';
import { ApiError } from '../errors/api-error.js';
import { areDifferent, day, organisationCode, text, uuid } from '../http/schemas.js';
import { repeated } from '../http/validation.vi.js';
import { conclusionsMissing, notOfConference, petitionsOnTheirWay } from './conferences.vi.js';

const said = { petition: uuid, words: text(20_000) };

/** D9: what the host concludes on each petition, with the words of the conclusion. */
export const conclusions = z
  .array(
    z.discriminatedUnion('conclusion', [
      z.strictObject({ ...said, conclusion: z.enum(['settle', 'assign', 'decline']) }),
      z.strictObject({ ...said, conclusion: z.literal('defer'), reviewOn: day }),
      z.strictObject({ ...said, conclusion: z.literal('refer'), to: organisationCode }),
    ]),
  )
  .max(500)
  .refine((each) => areDifferent(each.map(({ petition }) => petition)), repeated);

type Given = z.output<typeof conclusions>;

/**
 * The register is asked, and not the conference alone: a petition that was raised a moment ago may not have told the
 * conference yet, and must not be forgotten.
 *
 * @throws ApiError `conference.petition_unknown`, `conference.petition_on_its_way`, `conference.conclusions_missing`,
 * `organisation.unknown`
 */
export async function splitConclusions(
  { conclusions: given }: { readonly conclusions: Given },
  context: CommandContext,
): Promise<SplitCommand<ConferenceCommand>> {
  await requireOneForEach(given, context);
  const concluded = [];
  for (const [place, one] of given.entries())
    concluded.push({ petitionId: one.petition, conclusion: await conclusionOf(one, place, context) });
  return {
    command: { kind: 'conclude', conclusions: concluded },
    words: { conclusions: given.map(({ petition, words }) => ({ petition, words })) },
  };
}

async function requireOneForEach(given: Given, { register, caseId }: CommandContext): Promise<void> {
  const petitions = await register.conferencePetitions(caseId);
  const known = new Set(petitions.map(({ id }) => id));
  const foreign = given.flatMap(({ petition }, place) =>
    known.has(petition) ? [] : [{ path: `conclusions.${String(place)}.petition`, message: notOfConference }],
  );
  if (foreign.length > 0) throw new ApiError('conference.petition_unknown', { fields: foreign });
  const onTheWay = petitions.filter(({ attachedOn }) => attachedOn === null).map(({ number }) => number);
  if (onTheWay.length > 0) {
    const fields = [{ path: 'conclusions', message: petitionsOnTheirWay(onTheWay) }];
    throw new ApiError('conference.petition_on_its_way', { fields });
  }
  requireAll(given, petitions);
}

function requireAll(given: Given, petitions: readonly ConferencePetitionRow[]): void {
  const concluded = new Set(given.map(({ petition }) => petition));
  const missing = petitions.filter(({ id, conclusion }) => conclusion === null && !concluded.has(id));
  if (missing.length === 0) return;
  const message = conclusionsMissing(missing.map(({ number }) => number));
  throw new ApiError('conference.conclusions_missing', { fields: [{ path: 'conclusions', message }] });
}

async function conclusionOf(given: Given[number], place: number, context: CommandContext): Promise<Conclusion> {
  switch (given.conclusion) {
    case 'defer':
      return { kind: 'defer', reviewOn: given.reviewOn };
    case 'refer': {
      const { name } = await organisationInForce(context, given.to, `conclusions.${String(place)}.to`);
      return { kind: 'refer', to: given.to, toName: name };
    }
    case 'settle':
    case 'assign':
    case 'decline':
      return { kind: given.conclusion };
  }
}

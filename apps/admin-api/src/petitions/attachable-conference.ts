import { briefingCutOffDays, dateAt, type ConferenceReference, type ConferenceStage } from '@dialogue/domain';

import type { CommandContext } from '../cases/command-row.js';
import { ApiError } from '../errors/api-error.js';
import { apiErrorSentences } from '../errors/errors.vi.js';

const awaitingPetitions: readonly ConferenceStage[] = ['planning', 'preparing'];

/**
 * D8.1e, D10.1a: a conference that still takes petitions, whose host answers for whom the petition is addressed to.
 *
 * @throws ApiError `conference.unknown`, `conference.of_another_host`, `conference.takes_no_petitions`
 */
export async function attachableConference(context: CommandContext, id: string): Promise<ConferenceReference> {
  const { account, caseId, register, scopes, now } = context;
  const conference = await scopes.readable(account, 'conference', id).catch((error: unknown) => {
    if (error instanceof ApiError) throw refusedConference('conference.unknown');
    throw error;
  });
  const petition = await scopes.readable(account, 'petition', caseId);
  const question = { codes: [petition.organisation], roots: [conference.organisation], on: dateAt(now()) };
  if ((await register.organisationsWithin(question)).length === 0)
    throw refusedConference('conference.of_another_host');
  if (!awaitingPetitions.includes(conference.stage)) throw refusedConference('conference.takes_no_petitions');
  const { number, on, cutOffDays } = conference;
  const isOwnCutOff = cutOffDays !== null && cutOffDays !== briefingCutOffDays;
  return { id, number, on, ...(isOwnCutOff ? { cutOffDays } : {}) };
}

function refusedConference(
  code: 'conference.unknown' | 'conference.of_another_host' | 'conference.takes_no_petitions',
): ApiError {
  return new ApiError(code, { fields: [{ path: 'conference', message: apiErrorSentences[code] }] });
}

import { dateAt, type Instant, type NamedBody, type OrganisationCode } from '@dialogue/domain';
import type { Organisation, Register } from '@dialogue/persistence';

import { ApiError } from '../errors/api-error.js';
import { apiErrorSentences } from '../errors/errors.vi.js';

/** What looking up a body needs. */
export interface BodyLookUp {
  readonly register: Pick<Register, 'organisation' | 'organisationLines'>;
  readonly now: () => Instant;
}

/** @throws ApiError `organisation.unknown`, naming the field, when no such body is in force today. */
export async function organisationInForce(
  { register, now }: BodyLookUp,
  code: OrganisationCode,
  field: string,
): Promise<Organisation> {
  const organisation = await register.organisation(code);
  if (organisation !== null && isInForce(organisation, dateAt(now()))) return organisation;
  throw bodyUnknown([field]);
}

/** Bodies by their codes, with their names of today. @throws ApiError `organisation.unknown`, naming those that are none. */
export async function namedBodies(
  { register, now }: Pick<BodyLookUp, 'now'> & { readonly register: Pick<Register, 'organisations'> },
  codes: readonly OrganisationCode[],
  field: string,
): Promise<readonly NamedBody[]> {
  // Bodies number in the hundreds: one question for all of them costs less than one for each.
  const inForce = await register.organisations({ on: dateAt(now()), limit: 10_000 });
  const names = new Map(inForce.map(({ code, name }) => [code, name]));
  const unknown = codes.flatMap((code, place) => (names.has(code) ? [] : [`${field}.${String(place)}`]));
  if (unknown.length > 0) throw bodyUnknown(unknown);
  return codes.map((code) => ({ code, name: names.get(code) ?? code }));
}

/** D7: the office that the register names for an organisation; where it names none, the organisation leads itself. */
export async function leadOfficeOf(
  { register, now }: BodyLookUp,
  organisation: OrganisationCode,
): Promise<OrganisationCode> {
  const lines = await register.organisationLines(organisation, dateAt(now()));
  return lines?.leadOffice ?? organisation;
}

/** D13.3: who is the Front of the level of an organisation today; null: nobody is. */
export async function frontOf(
  { register, now }: Pick<BodyLookUp, 'now'> & { readonly register: Pick<Register, 'organisationLines'> },
  organisation: OrganisationCode,
): Promise<OrganisationCode | null> {
  return (await register.organisationLines(organisation, dateAt(now())))?.front ?? null;
}

function isInForce({ validFrom, validTo }: Organisation, on: string): boolean {
  return (validFrom === null || validFrom <= on) && (validTo === null || on <= validTo);
}

function bodyUnknown(paths: readonly string[]): ApiError {
  const message = apiErrorSentences['organisation.unknown'];
  return new ApiError('organisation.unknown', { fields: paths.map((path) => ({ path, message })) });
}

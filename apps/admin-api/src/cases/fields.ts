import { dateAt, isFieldInForce, type FieldCode, type Instant } from '@dialogue/domain';
import type { Register } from '@dialogue/persistence';

import { ApiError } from '../errors/api-error.js';
import { apiErrorSentences } from '../errors/errors.vi.js';

/** What looking up a field needs. */
interface FieldLookUp {
  readonly register: Pick<Register, 'field'>;
  readonly now: () => Instant;
}

/**
 * D5: a case is only given a field of the list that is in force today; what it was given before, it keeps.
 *
 * @throws ApiError `field.unknown`, `field.not_in_force`.
 */
export async function requireField({ register, now }: FieldLookUp, code: FieldCode): Promise<void> {
  const field = await register.field(code);
  if (field !== null && isFieldInForce(field, dateAt(now()))) return;
  const refusal = field === null ? 'field.unknown' : 'field.not_in_force';
  throw new ApiError(refusal, { rule: 'D5', fields: [{ path: 'field', message: apiErrorSentences[refusal] }] });
}

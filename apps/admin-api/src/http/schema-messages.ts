import type { z } from 'zod';

import {
  addressInvalid,
  formatInvalid,
  idInvalid,
  oneOf,
  textMissing,
  tooLarge,
  tooSmall,
  typeInvalid,
  typeNames,
} from './validation.vi.js';

/**
 * Says what zod found, in the words of an office. Zod's own Vietnamese names types and patterns as a programmer would.
 * A sentence that a schema brings along comes first; null leaves the rest to zod.
 */
export function schemaMessage(issue: z.core.$ZodRawIssue): string | null {
  if (issue.code === 'invalid_type')
    return issue.input === undefined ? textMissing : typeInvalid(typeNames[issue.expected] ?? null);
  if (issue.code === 'invalid_value') return oneOf(issue.values.map(String));
  if (issue.code === 'invalid_format') return formats[issue.format] ?? formatInvalid;
  if (issue.code === 'too_big') return tooLarge(String(issue.maximum), issue.origin);
  if (issue.code === 'too_small') return tooSmall(String(issue.minimum), issue.origin);
  return null;
}

const formats: Readonly<Record<string, string>> = { email: addressInvalid, uuid: idInvalid };

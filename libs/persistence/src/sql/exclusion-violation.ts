/** An exclusion constraint said no: two rows of a kind are not to be valid on the same day. */
export function isExclusionViolation(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === exclusionViolation;
}

const exclusionViolation = '23P01';

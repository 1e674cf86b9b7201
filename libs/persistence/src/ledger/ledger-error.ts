/** The sequence exists with other content: two runs of one case disagree. A bug, shown by a failing activity. */
export class LedgerConflict extends Error {
  override readonly name = 'LedgerConflict';
}

/** The sequence before is missing: something was lost. */
export class LedgerGap extends Error {
  override readonly name = 'LedgerGap';
}

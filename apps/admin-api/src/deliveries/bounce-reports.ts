import { keptBounceOutcomes, type BounceReports, type KeptBounceOutcome } from '@dialogue/persistence';

import type { BounceReportsResponse } from './delivery.schemas.js';

/** What reports of delivery came to; every outcome is counted, also where there is none. */
export function toBounceReports({ mailboxes, counts, items }: BounceReports): BounceReportsResponse {
  return {
    mailboxes: mailboxes.map(({ readAt, ...mailbox }) => ({ ...mailbox, readAt: iso(readAt) })),
    counts: countsOf(counts),
    items: items.map(({ recordedAt, ...item }) => ({ ...item, recordedAt: iso(recordedAt) })),
  };
}

function countsOf(counts: BounceReports['counts']): Record<KeptBounceOutcome, number> {
  const counted = (outcome: KeptBounceOutcome): number => counts.find((each) => each.outcome === outcome)?.count ?? 0;
  // eslint-disable-next-line house/no-assertion -- every outcome is a key of what is made
  return Object.fromEntries(keptBounceOutcomes.map((outcome) => [outcome, counted(outcome)])) as ReturnType<
    typeof countsOf
  >;
}

function iso(at: number): string {
  return new Date(at).toISOString();
}

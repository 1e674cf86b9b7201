import type { GatheredDigests, MailDigestActivities } from '@dialogue/contracts';
import type { Instant, LocalDate } from '@dialogue/domain';

import { alarmed } from './alarm.js';

/** What the morning's digests need of the register. */
export interface DigestPort {
  /** In one transaction; an address that has its digest of the day gets no other. */
  readonly gatherDigests: (morning: { readonly on: LocalDate; readonly at: Instant }) => Promise<GatheredDigests>;
}

/** The step of a morning, on the queue `report`; it may run twice (D11.3). */
export function createMailDigestActivities(digests: DigestPort): MailDigestActivities {
  return { gatherDigests: ({ on }) => alarmed(() => digests.gatherDigests({ on, at: Date.now() })) };
}

import { fallbackMeans, type BounceRow, type DelayRow, type FallbackRow } from '@dialogue/persistence';
import { z } from 'zod';

const instantShown = z.iso.datetime();

/** The deadline that a letter speaks of, whatever becomes of the letter (D11.3). */
export const letterDeadline = z.object({ duty: z.string().nullable(), dueOn: z.string() });

const bounceShown = z.object({
  at: instantShown,
  /** The enhanced status code (RFC 3463), and whether it says so for good: the same way once more helps nothing. */
  status: z.string(),
  isPermanent: z.boolean(),
  text: z.string().nullable(),
});

const fallbackShown = z.object({
  means: z.enum(fallbackMeans),
  toldOn: z.string(),
  evidenceNumber: z.string().nullable(),
  /** Null for whoever may not see how people are reached. */
  told: z.string().nullable(),
  recordedAt: instantShown,
  /** Why it was corrected. */
  reason: z.string().nullable(),
});

/** What is amiss with a letter on its way, and what was told otherwise than by mail. */
export const deliveryTroubles = {
  bounce: bounceShown.nullable(),
  /** The server of the recipient is still trying. */
  delay: z.object({ at: instantShown, status: z.string() }).nullable(),
  fallback: fallbackShown.nullable(),
};

type ShownTroubles = { readonly [Part in keyof typeof deliveryTroubles]: z.output<(typeof deliveryTroubles)[Part]> };

interface Troubles {
  readonly bounce: BounceRow | null;
  readonly delay: DelayRow | null;
  readonly fallback: FallbackRow | null;
}

/** Who was told, and what a server says of whom it does not know, is for those who have to reach people. */
export function troublesShown({ bounce, delay, fallback }: Troubles, seesPeople: boolean): ShownTroubles {
  return {
    bounce: bounce && {
      ...{ at: iso(bounce.at), status: bounce.status, isPermanent: bounce.status.startsWith('5.') },
      text: seesPeople ? bounce.text : null,
    },
    delay: delay && { at: iso(delay.at), status: delay.status },
    fallback: fallback && {
      ...fallback,
      ...{ told: seesPeople ? fallback.told : null, reason: seesPeople ? fallback.reason : null },
      recordedAt: iso(fallback.recordedAt),
    },
  };
}

function iso(at: number): string {
  return new Date(at).toISOString();
}

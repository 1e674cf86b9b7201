import type { Instant, Sending } from '@dialogue/domain';

/** What became of an attempt to send a letter, as far as its workflow must know; `done`: settled before this attempt. */
export type DeliveryOutcome = 'sent' | 'refused' | 'uncertain' | 'dropped' | 'done';

/** What a person decides about a letter that did not arrive, or of which nobody knows whether it did. */
export type DeliveryDecision = 'resend' | 'confirmSent';

/** What a person records of a letter that did not arrive: it was told otherwise, or that was recorded by mistake. */
export type FallbackDecision = 'recordFallback' | 'withdrawFallback';

/** The steps of a letter's own workflow, on the queue `mail`. */
export interface MailActivities {
  /**
   * Hands the letter to the mail server once. Fails retryably (type `mail.deferred`) while the server says 4xx or is
   * away; Temporal repeats it with growing pauses.
   */
  readonly deliverLetter: (delivery: { readonly deliveryId: string }) => Promise<DeliveryOutcome>;
}

/** What a letter does next; `over`: nothing by itself, it is settled, or goes with a digest. */
export type MailPlan = Sending | { readonly kind: 'over' };

/** What a letter's workflow asks and writes down besides, on the queue `ledger`: no rate limit holds it back. */
export interface MailRecordActivities {
  /** Whether the letter leaves now, by the newest calendar and the settings of the day; `at` is the workflow's own time. */
  readonly planDelivery: (question: { readonly deliveryId: string; readonly at: Instant }) => Promise<MailPlan>;
  /** After the last attempt: the letter is refused, visibly, and its case hears it. */
  readonly recordGivenUp: (delivery: { readonly deliveryId: string }) => Promise<void>;
  /** A person's word about a letter; false when there was nothing to decide, and the command was refused. */
  readonly recordDecision: (decision: {
    readonly deliveryId: string;
    readonly commandId: string;
    readonly decision: DeliveryDecision | FallbackDecision;
  }) => Promise<boolean>;
}

/** The argument of `mailWorkflow`. */
export interface MailStart {
  readonly deliveryId: string;
}

/** The commands of `mail/<delivery>`. */
export interface MailCommand {
  readonly kind: DeliveryDecision | FallbackDecision;
}

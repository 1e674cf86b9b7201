import { Context } from '@temporalio/activity';
import { ApplicationFailure } from '@temporalio/common';

import type { DeliveryOutcome, MailActivities, MailPlan, MailRecordActivities } from '@dialogue/contracts';
import type { CalendarEvent, DropReason, Instant, QuietHours } from '@dialogue/domain';

import { alarmed } from './alarm.js';
import { beating, keepTrying } from './heartbeat.js';

/** A letter, written and addressed. */
export interface OutgoingLetter {
  readonly deliveryId: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** What it puts into the calendar of whoever gets it. */
  readonly event?: CalendarEvent;
}

/** What the mail server said. */
export type MailAnswer =
  | { readonly kind: 'accepted'; readonly code: number; readonly answer: string }
  /** Not taken, and nothing of the text has flowed, or the server said 4xx: safe to send again. */
  | { readonly kind: 'deferred'; readonly code: number | null; readonly answer: string }
  | { readonly kind: 'refused'; readonly code: number; readonly answer: string }
  /** The text began to flow and no answer came. */
  | { readonly kind: 'uncertain'; readonly answer: string };

export interface AttemptReport {
  readonly state: 'sent' | 'deferred' | 'refused' | 'uncertain' | 'dropped';
  readonly smtpCode?: number | null;
  readonly smtpAnswer?: string | null;
  readonly droppedBecause?: DropReason;
}

/** What the mail activities need from outside. */
export interface MailPorts {
  readonly deliveries: {
    claimDelivery(
      deliveryId: string,
      token: string,
      leaseMs: number,
    ): Promise<'claimed' | 'busy' | 'uncertain' | 'done'>;
    /** Whether it leaves now, by the newest calendar and the settings of its body. */
    planDelivery(question: {
      readonly deliveryId: string;
      readonly at: Instant;
      readonly quiet: QuietHours | null;
    }): Promise<MailPlan>;
    /** Why it has no purpose any more; null: it has. */
    dropPointless(deliveryId: string): Promise<DropReason | null>;
    markSending(deliveryId: string, token: string): Promise<void>;
    recordDeliveryOutcome(deliveryId: string, token: string, report: AttemptReport): Promise<void>;
    recordGivenUp(deliveryId: string): Promise<void>;
    decideDelivery(entry: {
      readonly deliveryId: string;
      readonly commandId: string;
      readonly decision: 'resend' | 'confirmSent';
      readonly at: Instant;
    }): Promise<boolean>;
    recordFallback(entry: {
      readonly deliveryId: string;
      readonly commandId: string;
      readonly decision: 'recordFallback' | 'withdrawFallback';
      readonly at: Instant;
    }): Promise<boolean>;
  };
  /** Hands a letter over; `beforeText` runs after the server's 354 and before the first byte of the text. */
  readonly mailer: { deliver(letter: OutgoingLetter, beforeText: () => Promise<void>): Promise<MailAnswer> };
  /** Writes the letter; null when it has lost its purpose: nobody to address. */
  readonly writeLetter: (deliveryId: string) => Promise<OutgoingLetter | null>;
  readonly newToken: () => string;
  /** How long a letter that was deferred waits for the first time; each pause after that is twice as long. */
  readonly firstPauseMs: number;
  /** Null: letters leave at any hour of any day. */
  readonly quietHours: QuietHours | null;
}

/** Longer than all time limits of one SMTP conversation together: after it no attempt can still be sending. */
export const leaseMs = 75_000;
const longestPauseMs = 4 * 3_600_000;

/** The delivery of a letter, on the queue `mail`. */
export function createMailActivities(ports: MailPorts): MailActivities {
  return { deliverLetter: ({ deliveryId }) => beating(() => deliverLetter(ports, deliveryId)) };
}

/** What is asked and written down of a letter besides, on the queue `ledger`. */
export function createMailRecordActivities({
  deliveries,
  quietHours,
}: Pick<MailPorts, 'deliveries' | 'quietHours'>): MailRecordActivities {
  return {
    planDelivery: (question) => alarmed(() => deliveries.planDelivery({ ...question, quiet: quietHours })),
    recordGivenUp: ({ deliveryId }) => alarmed(() => deliveries.recordGivenUp(deliveryId)),
    recordDecision: ({ decision, ...entry }) =>
      alarmed(() =>
        decision === 'recordFallback' || decision === 'withdrawFallback'
          ? deliveries.recordFallback({ ...entry, decision, at: Date.now() })
          : deliveries.decideDelivery({ ...entry, decision, at: Date.now() }),
      ),
  };
}

async function deliverLetter(ports: MailPorts, deliveryId: string): Promise<DeliveryOutcome> {
  const token = ports.newToken();
  const claim = await ports.deliveries.claimDelivery(deliveryId, token, leaseMs);
  switch (claim) {
    case 'claimed':
      return send(ports, deliveryId, token);
    case 'busy':
      // An attempt whose worker died may still hold it: look again when its lease may have run out.
      throw ApplicationFailure.create({
        message: 'Another attempt holds the letter',
        type: 'mail.busy',
        nextRetryDelay: '15 seconds',
      });
    case 'uncertain':
    case 'done':
      return claim;
  }
}

async function send(
  { deliveries, mailer, writeLetter, firstPauseMs }: MailPorts,
  deliveryId: string,
  token: string,
): Promise<DeliveryOutcome> {
  // D11.3: nobody is reminded of what is done.
  const reason = await deliveries.dropPointless(deliveryId);
  if (reason !== null) return report({ state: 'dropped', droppedBecause: reason });
  const letter = await writeLetter(deliveryId);
  if (letter === null) return report({ state: 'dropped', droppedBecause: 'nobodyLeft' });
  const answer = await mailer.deliver(letter, () => deliveries.markSending(deliveryId, token));
  switch (answer.kind) {
    case 'accepted':
      return report({ state: 'sent', smtpCode: answer.code, smtpAnswer: answer.answer });
    case 'refused':
      return report({ state: 'refused', smtpCode: answer.code, smtpAnswer: answer.answer });
    case 'uncertain':
      return report({ state: 'uncertain', smtpAnswer: answer.answer });
    case 'deferred':
      await report({ state: 'deferred', smtpCode: answer.code, smtpAnswer: answer.answer });
      throw ApplicationFailure.create({
        message: 'The mail server did not take the letter now',
        type: 'mail.deferred',
        nextRetryDelay: Math.min(firstPauseMs * 2 ** (Context.current().info.attempt - 1), longestPauseMs),
      });
  }

  /** The server has spoken: losing its answer would make a sent letter uncertain, so the register is waited for. */
  async function report<State extends AttemptReport['state']>(
    outcome: AttemptReport & { readonly state: State },
  ): Promise<State> {
    await keepTrying(() => deliveries.recordDeliveryOutcome(deliveryId, token, outcome), Context.current());
    return outcome.state;
  }
}

import { log } from '@temporalio/activity';

import type { BounceActivities, BounceCounts, BounceRound } from '@dialogue/contracts';

import { alarmed } from './alarm.js';
import { beating } from './heartbeat.js';

/** What one recipient's part of a report says (RFC 3464), without any address in its words. */
export interface RecipientReport {
  readonly action: 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded';
  /** The enhanced status code of RFC 3463, such as 5.1.1. */
  readonly status: string;
  readonly diagnostic: string | null;
  /** Of whom it speaks, as the letter was addressed and as it was at last. */
  readonly recipients: readonly string[];
}

/** A report of delivery: of which letter of ours, and what it says of each recipient. */
export interface DeliveryReport {
  /** Null: of a message that is none of ours, or that it does not name. */
  readonly deliveryId: string | null;
  /** None: a report that cannot be read. */
  readonly parts: readonly RecipientReport[];
}

/** A message of the mailbox. */
export interface MailboxMessage {
  readonly uid: number;
  /** The hash of its bytes: the same for the same message, wherever it lies. */
  readonly key: string;
  /** Null: it is no report of delivery. */
  readonly report: DeliveryReport | null;
}

/** The mailbox while it is open. */
export interface OpenMailbox {
  readonly uidValidity: string;
  /** The messages behind a place, oldest first, some at most. */
  readonly messages: (afterUid: number) => AsyncIterable<MailboxMessage>;
  /** A report that is recorded: seen, for whoever looks into the mailbox. */
  readonly markRecorded: (uid: number) => Promise<void>;
  /** Mail that is no report: left alone, or moved to where somebody reads it. */
  readonly putAside: (uid: number) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** What the register says of one part of a report; `early`: the letter is being sent, and its end not written down yet. */
export type BounceOutcome =
  'bounced' | 'delayed' | 'noted' | 'repeated' | 'notSent' | 'otherRecipient' | 'unknown' | 'unreadable' | 'early';

/** A place in a mailbox; uids count anew under another validity. */
export interface MailboxPlace {
  readonly mailbox: string;
  readonly uidValidity: string;
  readonly uid: number;
}

/** What the reading of reports needs of the register. */
export interface BounceRegister {
  /** Up to which message the mailbox has been read; 0: not at all, or not under this validity. */
  readonly readUntil: (place: Omit<MailboxPlace, 'uid'>) => Promise<number>;
  /** In one transaction: the parts of a report, and what they change. Nothing is written when one of them is early. */
  readonly recordReport: (report: {
    readonly key: string;
    readonly place: MailboxPlace;
    readonly deliveryId: string | null;
    /** To whom the letter went; of a letter that is not ours, nobody. */
    readonly sentTo: readonly string[];
    readonly parts: readonly RecipientReport[];
  }) => Promise<readonly BounceOutcome[]>;
  /** A message is done; going back changes nothing. */
  readonly advance: (place: MailboxPlace, wasReport: boolean) => Promise<void>;
}

export interface BouncePorts {
  /** Null: no mailbox is set. */
  readonly mailbox: { readonly name: string; readonly open: () => Promise<OpenMailbox> } | null;
  readonly register: BounceRegister;
  /** To whom a letter of ours went; nobody, where there is no such letter. */
  readonly sentTo: (deliveryId: string) => Promise<readonly string[]>;
}

/** The reading of the mailbox to which reports of delivery come, on the queue `report`. */
export function createBounceActivities({ mailbox, ...ports }: BouncePorts): BounceActivities {
  return {
    readBounces: () =>
      mailbox === null
        ? Promise.resolve<BounceRound>({ kind: 'off' })
        : alarmed(() => beating(() => readMailbox(ports, mailbox))),
  };
}

type Ports = Omit<BouncePorts, 'mailbox'>;

async function readMailbox(ports: Ports, { name, open }: NonNullable<BouncePorts['mailbox']>): Promise<BounceRound> {
  const box = await open();
  try {
    const where = { mailbox: name, uidValidity: box.uidValidity };
    let counts: BounceCounts = { bounced: 0, delayed: 0, aside: 0, others: 0 };
    for await (const message of box.messages(await ports.register.readUntil(where))) {
      const place = { ...where, uid: message.uid };
      const outcomes = await take(ports, { message, place });
      // The letter is still being handed over: this report, and what came after it, is read in the next round.
      if (outcomes?.includes('early') === true) break;
      await (outcomes === null ? box.putAside(message.uid) : box.markRecorded(message.uid));
      await ports.register.advance(place, outcomes !== null);
      counts = counted(counts, outcomes);
    }
    if (counts.bounced > 0) log.warn('Letters have come back', { ...counts });
    return { kind: 'read', ...counts };
  } finally {
    await box.close();
  }
}

/** What came of each part of a report; null: it is no report. */
async function take(
  { register, sentTo }: Ports,
  { message, place }: { readonly message: MailboxMessage; readonly place: MailboxPlace },
): Promise<readonly BounceOutcome[] | null> {
  if (message.report === null) return null;
  const { deliveryId, parts } = message.report;
  const recipients = deliveryId === null ? [] : await sentTo(deliveryId);
  return register.recordReport({ key: message.key, place, deliveryId, sentTo: recipients, parts });
}

function counted(counts: BounceCounts, outcomes: readonly BounceOutcome[] | null): BounceCounts {
  if (outcomes === null) return { ...counts, others: counts.others + 1 };
  const times = (wanted: BounceOutcome): number => outcomes.filter((outcome) => outcome === wanted).length;
  const [bounced, delayed] = [times('bounced'), times('delayed')];
  return {
    ...counts,
    bounced: counts.bounced + bounced,
    delayed: counts.delayed + delayed,
    aside: counts.aside + outcomes.length - bounced - delayed,
  };
}

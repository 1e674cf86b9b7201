import { smtp as say } from '@dialogue/testing';
import { waitFor, type ApiClient, type RealStack } from '@dialogue/testing/stack';

import { registered, registration } from './petition.fixture.js';

/** Whose mail meets which trouble, by the name before the @. */
type Person = 'confirmed' | 'resent' | 'busy421' | 'busy450' | 'unknown550' | 'slow' | 'down';

/** The first letter to a person, as the register has it. */
interface Delivery {
  readonly id: string;
  readonly state: string;
  readonly attempts: number;
  readonly smtp_code: number | null;
}

/** What can be asked after all troubles of one evening. */
export interface MailEvening {
  petitionOf(person: Person): string;
  deliveryTo(person: Person): Promise<Delivery>;
  becomes(person: Person, state: string): Promise<Delivery>;
  /** Whether the case shows trouble with its letters; what else it shows depends on the calendar. */
  isInTrouble(person: Person): Promise<boolean>;
  /** Texts that came to their dot, and those of them that were answered with 250. */
  received(person: Person): number;
  accepted(person: Person): number;
}

interface Evening extends MailEvening {
  readonly stack: RealStack;
  register(person: Person): Promise<void>;
}

/** All troubles on one evening: what Temporal waits for, it then waits for at the same time. */
export async function spendEvening(stack: RealStack, clerk: ApiClient): Promise<MailEvening> {
  const evening = beginEvening(stack, clerk);
  await dieWhileTextsAreUnanswered(evening);
  await meetTemporaryTroubles(evening);
  await meetAServerThatIsDown(evening);
  return evening;
}

function addressOf(person: Person): string {
  return `${person}@petitioner.example`;
}

function beginEvening(stack: RealStack, clerk: ApiClient): Evening {
  const petitions = new Map<Person, string>();
  const petitionOf = (person: Person): string => petitions.get(person) ?? 'nobody';
  const deliveryTo = (person: Person): Promise<Delivery> => firstDelivery(stack, petitionOf(person));
  return {
    stack,
    petitionOf,
    deliveryTo,
    register: async (person) => {
      petitions.set(person, await registered(clerk, registration({}, { email: addressOf(person) })));
    },
    becomes: (person, state) =>
      waitFor(`the letter to ${person} is ${state}`, async () => {
        const delivery = await deliveryTo(person);
        return delivery.state === state ? delivery : null;
      }),
    isInTrouble: async (person) => {
      const { body } = await clerk.get(`/v1/petitions/${petitionOf(person)}`);
      return (body['flags'] as readonly string[]).includes('mailTrouble');
    },
    received: (person) => stack.smtp.received.filter(({ to }) => to.includes(addressOf(person))).length,
    accepted: (person) => stack.smtp.accepted.filter(({ to }) => to.includes(addressOf(person))).length,
  };
}

async function firstDelivery({ register }: RealStack, petitionId: string): Promise<Delivery> {
  const [delivery] = await register.rows<Delivery>(
    `SELECT delivery.id, state, attempts, smtp_code FROM mail_deliveries delivery JOIN letters ON letters.id = letter_id
     WHERE case_id = $1 AND recipient_role = 'petitioner' AND letters.kind = 'registered'`,
    [petitionId],
  );
  if (delivery === undefined) throw new Error(`no letter is owed to the petitioner of ${petitionId}`);
  return delivery;
}

/** The texts came to their dot, the answers were held back, and the worker died. */
async function dieWhileTextsAreUnanswered(evening: Evening): Promise<void> {
  const held = evening.stack.smtp.holdFinalAnswers();
  await evening.register('confirmed');
  await evening.register('resent');
  await evening.stack.smtp.until(() => evening.received('confirmed') + evening.received('resent') === 2);
  await evening.stack.worker.kill();
  evening.stack.smtp.dropConnections();
  held.release();
  // The lease only keeps a living attempt from being overtaken; that this one is dead, the test knows without waiting.
  await evening.stack.register.rows(
    `UPDATE mail_deliveries SET lease_until = now() - interval '1 second' WHERE state = 'sending'`,
  );
  await evening.stack.worker.start();
}

async function meetTemporaryTroubles(evening: Evening): Promise<void> {
  let release = (): void => undefined;
  const released = new Promise<ReturnType<typeof say.reply>>((resolve) => {
    release = () => {
      resolve(say.reply('250 2.0.0 queued at last'));
    };
  });
  evening.stack.smtp.follow(troubles(released));
  // The slow one last: it is held back for as long as the others take, and who sends it does not wait for ever.
  for (const person of ['busy421', 'busy450', 'unknown550', 'slow'] as const) await evening.register(person);
  await evening.stack.smtp.until(() => evening.received('slow') === 1);
  await Promise.all([
    evening.becomes('busy421', 'sent'),
    evening.becomes('busy450', 'sent'),
    evening.becomes('unknown550', 'refused'),
  ]);
  release();
  await evening.becomes('slow', 'sent');
}

/** 421 and 450 the first time, 550 always, and one text that is answered when the others are through. */
function troubles(released: Promise<ReturnType<typeof say.reply>>): Parameters<RealStack['smtp']['follow']>[0] {
  const seen = new Set<string>();
  return ({ command, argument, to }) => {
    if (command === 'text' && to.includes(addressOf('slow'))) return say.hold(released);
    if (command !== 'RCPT') return null;
    if (argument.includes(addressOf('unknown550'))) return say.reply('550 5.1.1 no such mailbox');
    if (seen.has(argument)) return null;
    seen.add(argument);
    if (argument.includes(addressOf('busy421'))) return say.drop('421 4.3.2 closing');
    return argument.includes(addressOf('busy450')) ? say.reply('450 4.2.1 try again later') : null;
  };
}

async function meetAServerThatIsDown(evening: Evening): Promise<void> {
  await evening.stack.smtp.goDown();
  await evening.register('down');
  await evening.becomes('down', 'deferred');
  await evening.stack.smtp.comeUp();
  await evening.becomes('down', 'sent');
}

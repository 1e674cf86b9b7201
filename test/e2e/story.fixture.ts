import { addDays, dateAt, localDate, type LocalDate } from '@dialogue/domain';
import { readMail } from '@dialogue/testing';
import type { ApiAnswer, ApiClient, RealStack } from '@dialogue/testing/stack';

import { decided, lettersSettled } from './petition.fixture.js';

/** Something that somebody owes, as `GET` of a case shows it. */
export interface ShownDuty {
  readonly kind: string;
  readonly anchorOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly dueText: string;
  readonly isOpen: boolean;
  readonly isProvisional: boolean;
  readonly missedAt: string | null;
  readonly owedBy: { readonly role: string; readonly organisation: { readonly code: string } | null };
  readonly rungs: readonly { readonly workingDays: number; readonly dueOn: string; readonly at: string }[];
}

/** What happened to a case, as `GET` of it shows it. */
export interface ShownEvent {
  readonly sequence: number;
  readonly event: string;
  readonly at: string;
  readonly rule: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly sentence: string;
}

interface EventPage {
  readonly items: readonly ShownEvent[];
  readonly nextCursor: string | null;
}

/** A mail of the stack's mail server, as a reader sees it. */
export interface SeenMail extends ReturnType<typeof readMail> {
  readonly raw: string;
}

/** One case of a story: its route, its workflow, and its own clock. */
export interface StoryCase {
  readonly id: string;
  readonly path: string;
  readonly workflowId: string;
  /** The day on the clock of the case. */
  today(): LocalDate;
  /** The case has lived until this hour of the day, and every letter of it has left. */
  liveUntil(on: LocalDate, hour?: string): Promise<void>;
  /** Every letter of it has left. */
  settled(): Promise<void>;
  read(client: ApiClient): Promise<ApiAnswer['body']>;
  duties(client: ApiClient): Promise<readonly ShownDuty[]>;
  history(client: ApiClient): Promise<readonly ShownEvent[]>;
  /** Gives a command and sees it carried out; the case after it. */
  give(client: ApiClient, command: string, body?: object): Promise<ApiAnswer['body']>;
  /** Gives a command and sees it refused; why. */
  refused(client: ApiClient, command: string, body?: object): Promise<unknown>;
}

/** A case that the API knows already. */
export function storyCase(stack: RealStack, kind: 'petition' | 'conference', id: string): StoryCase {
  const path = `/v1/${kind}s/${id}`;
  const workflowId = `${kind}/${id}`;
  let now = Date.now();
  const read = async (client: ApiClient): Promise<ApiAnswer['body']> => shown(await client.get(path));
  return {
    ...{ id, path, workflowId, read },
    today: () => dateAt(now),
    async liveUntil(on, hour = '12:00') {
      const days = (Date.parse(`${on}T${hour}:00+07:00`) - now) / 86_400_000;
      now = (await stack.advance(workflowId, days)).getTime();
      await lettersSettled(stack, id);
    },
    settled: () => lettersSettled(stack, id),
    duties: async (client) => (await read(client))['duties'] as readonly ShownDuty[],
    history: (client) => wholeHistory(client, path),
    async give(client, command, body = {}) {
      const answer = await client.post(`${path}/${command}`, body);
      if (answer.status !== 202) return shown(answer, command);
      const outcome = await decided(client, answer);
      if (outcome['status'] !== 'accepted') throw new Error(`${command}: ${JSON.stringify(outcome)}`);
      return read(client);
    },
    async refused(client, command, body = {}) {
      const answer = await client.post(`${path}/${command}`, body);
      const outcome = answer.status === 202 ? await decided(client, answer) : answer.body;
      return outcome['code'];
    },
  };
}

function shown({ status, body }: ApiAnswer, what = 'GET'): ApiAnswer['body'] {
  if (status !== 200) throw new Error(`${what}: ${String(status)} ${JSON.stringify(body)}`);
  return body;
}

async function wholeHistory(client: ApiClient, path: string): Promise<readonly ShownEvent[]> {
  const events: ShownEvent[] = [];
  for (let query: string | null = '?limit=100'; query !== null;) {
    const page = shown(await client.get(`${path}/history${query}`)) as unknown as EventPage;
    events.push(...page.items);
    query = page.nextCursor === null ? null : `?limit=100&cursor=${encodeURIComponent(page.nextCursor)}`;
  }
  return events.toSorted((one, other) => one.sequence - other.sequence);
}

/** What is wrong with a history as a whole: gaps, and instants that run backwards. */
export function seamsOf(history: readonly ShownEvent[]): readonly string[] {
  return history.flatMap(({ sequence, at }, index) => [
    ...(sequence === index + 1 ? [] : [`${String(index + 1)} is ${String(sequence)}`]),
    ...(at < (history[index - 1]?.at ?? at) ? [`${String(sequence)} is before ${String(sequence - 1)}`] : []),
  ]);
}

/** Every mail that came to an address, in the order of its coming. */
export function mailsTo({ smtp }: RealStack, address: string): readonly SeenMail[] {
  return smtp.accepted.filter(({ to }) => to.includes(address)).map(({ raw }) => ({ ...readMail(raw), raw }));
}

const password = 'mat-khau-cua-kiem-thu';

/** Who is to act in a story, by a name for each. */
export type People<Name extends string> = Readonly<
  Record<Name, { readonly role: string; readonly organisation: string }>
>;

/** People of bodies of the reference data, each logged in by an account of their own. */
export async function accountsOf<Name extends string>(
  stack: RealStack,
  admin: ApiClient,
  people: People<Name>,
): Promise<Readonly<Record<Name, ApiClient>>> {
  const clients: Partial<Record<Name, ApiClient>> = {};
  for (const name of Object.keys(people) as Name[]) {
    const { status, body } = await admin.post('/v1/accounts', { username: name, password, ...people[name] });
    if (status !== 201) throw new Error(`no account ${name}: ${String(status)} ${JSON.stringify(body)}`);
    clients[name] = await stack.logIn({ username: name, password });
  }
  return clients as Readonly<Record<Name, ApiClient>>;
}

/** 00:00 of the day after, when a deadline counts as missed. */
export function dayIsOver(dueOn: LocalDate): string {
  return new Date(`${addDays(localDate(dueOn), 1)}T00:00:00+07:00`).toISOString();
}

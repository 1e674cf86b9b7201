import {
  defaultPetitionTerms,
  localDate,
  type LetterKind,
  type Petition,
  type PetitionCommand,
  type PetitionStage,
  type PetitionTerms,
} from '@dialogue/domain';
import {
  hashOfSecret,
  newSecret,
  createDataSource,
  createLedger,
  createLinkIssuer,
  type LinkedCase,
} from '@dialogue/persistence';
import { aPetition, applied, anOrganisation, at, petitionSteps } from '@dialogue/testing/builders';

import type { RunningApi } from '../running-api.fixture.js';

/** A petition whose letters bring links, with the hand of the worker that writes them. */
export interface LinkedPetition {
  readonly id: string;
  readonly number: string;
  /** A clerk of its lead office. */
  readonly clerk: string;
  /** The token of a new link of the letter of this kind that went to the agency. */
  link(kind?: LetterKind, wishes?: LinkWishes): Promise<string>;
  /** What happens next to the petition, as its worker records it. */
  record(command: PetitionCommand, day: string): Promise<void>;
  /** The same, by a command that has come through the door. */
  recordBy(command: PetitionCommand, day: string, commandId: string): Promise<void>;
  /** The worker decides what was sent last by a link of the petition. */
  recordSent(day: string): Promise<void>;
  close(): Promise<void>;
}

interface LinkWishes {
  readonly organisation?: string;
  readonly role?: string;
  readonly goodUntil?: string;
}

/** What nobody may read by a link, nor in a log. */
export const petitioner = { name: 'Lò Thị Kín', email: 'kin@example.com', address: 'Bản Kín', phone: '0912 000 999' };

interface PetitionWishes {
  readonly stage?: PetitionStage;
  readonly cooperating?: readonly string[];
  /** By what it counts (D13.1). */
  readonly terms?: PetitionTerms;
}

export async function aLinkedPetition(
  api: RunningApi,
  { stage = 'assigned', cooperating = [], terms = defaultPetitionTerms }: PetitionWishes = {},
): Promise<LinkedPetition> {
  const clerk = await api.loginAs('clerk', 'SL-VPUBND');
  const { id, number, commandId } = await registered(api, clerk);
  const worker = await createDataSource({ url: api.database.workerUrl, poolSize: 2 }).initialize();
  const ledger = createLedger(worker);
  let [state, sequence]: [Petition, number] = [aPetition({ id, number, stage: 'submitted', terms }), 0];
  const record = async (command: PetitionCommand, when: number, by: string | null = null): Promise<void> => {
    const transition = applied(state, command, when);
    [state, sequence] = [transition.state, sequence + 1];
    await ledger.recordTransition({ caseKind: 'petition', caseId: id, ...transition, commandId: by, sequence });
  };
  const others = cooperating.map((code) => ({ code: anOrganisation(code), name: code }));
  for (const [index, step] of petitionSteps[stage].entries()) {
    const { command } = step;
    const given = command.kind === 'assign' && others.length > 0 ? { ...command, cooperating: others } : command;
    await record(given, step.at, index === 0 ? commandId : null);
  }
  return {
    ...{ id, number, clerk },
    record: async (command, day) => record(command, at(day)),
    recordBy: async (command, day, commandId) => record(command, at(day), commandId),
    recordSent: async (day) => {
      const { commandId: by, payload } = await sentLast(api, id);
      await record(payload as PetitionCommand, at(day), by);
    },
    link: (kind = 'assigned', wishes = {}) =>
      issuedLink({ api, worker }, { caseKind: 'petition', caseId: id, kind, ...wishes }),
    close: () => worker.destroy(),
  };
}

interface LinkOf extends LinkWishes, LinkedCase {
  readonly kind: LetterKind;
}

/** The token of a new link of the letter of this kind that went to a body, as the writer of letters makes it. */
export async function issuedLink(
  { api, worker }: { readonly api: RunningApi; readonly worker: Parameters<typeof createLinkIssuer>[0] },
  { kind, caseKind, caseId, organisation = 'SL-STC', role = 'handler', goodUntil = '2099-12-31' }: LinkOf,
): Promise<string> {
  const [delivery] = await api.sql<{ id: string }>(
    `SELECT delivery.id FROM mail_deliveries delivery JOIN letters letter ON letter.id = delivery.letter_id
     WHERE letter.case_id = $1 AND letter.kind = $2 AND delivery.recipient_role = $3 AND delivery.organisation_code = $4`,
    [caseId, kind, role, organisation],
  );
  if (delivery === undefined) throw new Error(`no letter ${kind} to ${role} of ${organisation}`);
  const token = newSecret();
  await createLinkIssuer(worker).issue({
    tokenHash: hashOfSecret(token),
    ...{ deliveryId: delivery.id, caseKind, caseId },
    ...{ organisation: anOrganisation(organisation), goodUntil: localDate(goodUntil) },
  });
  return token;
}

/** What was sent last by a link of a case, as its worker hears it. */
export async function sentLast(
  api: RunningApi,
  caseId: string,
): Promise<{ readonly commandId: string; readonly payload: object }> {
  const [sent] = await api.sql<{ commandId: string; payload: object }>(
    `SELECT id AS "commandId", payload FROM commands WHERE case_id = $1 AND link_id IS NOT NULL ORDER BY arrival DESC LIMIT 1`,
    [caseId],
  );
  if (sent === undefined) throw new Error('nothing was sent by a link');
  return sent;
}

async function registered(
  api: RunningApi,
  token: string,
): Promise<{ readonly id: string; readonly number: string; readonly commandId: string }> {
  const { body } = await api.post('/v1/petitions', {
    token,
    body: {
      ...{ title: 'Chợ xã ngập nước', content: 'Chợ xã ngập\nsau mỗi trận mưa.', source: 'outsideConference' },
      ...{ category: 'resident', organisation: 'SL-UBND', receivedOn: '2026-03-02', petitioner },
    },
  });
  return { ...body.petition, commandId: body.commandId };
}

/** What a page was, as a test looks at it. */
export interface SeenPage {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly html: string;
}

/** A browser with a jar of cookies, which follows where it is sent, and fills in forms as a person does. */
export interface Browser {
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<SeenPage>;
  /** Sends the form of a page, with what was in it and what is typed now. */
  submit(page: SeenPage, typed: Readonly<Record<string, string | File>>): Promise<SeenPage>;
  post(path: string, fields: Readonly<Record<string, string | File>>): Promise<SeenPage>;
  readonly cookies: Map<string, string>;
}

export function aBrowser(api: RunningApi, remoteAddress = '10.1.1.1'): Browser {
  const cookies = new Map<string, string>();
  async function ask(method: 'GET' | 'POST', path: string, more: object = {}): Promise<SeenPage> {
    const cookie = [...cookies].map((pair) => pair.join('=')).join('; ');
    const { headers = {}, ...rest } = more as { readonly headers?: Readonly<Record<string, string>> };
    const given = { ...headers, ...(cookie === '' ? {} : { cookie }) };
    const response = await api.inject({ method, url: path, remoteAddress, headers: given, ...rest });
    for (const { name, value } of response.cookies) cookies.set(name, value);
    const { location } = response.headers;
    if (response.statusCode === 303 && typeof location === 'string') return ask('GET', location);
    return { status: response.statusCode, headers: response.headers, html: response.body };
  }
  async function post(path: string, fields: Readonly<Record<string, string | File>>): Promise<SeenPage> {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) {
      if (typeof value === 'string') form.append(name, value);
      else form.append(name, value, value.name);
    }
    const request = new Request('http://localhost', { method: 'POST', body: form });
    const payload = Buffer.from(await request.arrayBuffer());
    return ask('POST', path, { payload, headers: { 'content-type': request.headers.get('content-type') ?? '' } });
  }
  return {
    cookies,
    get: async (path, headers = {}) => ask('GET', path, { headers }),
    post,
    submit: async ({ html }, typed) => post(/action="([^"]+)"/.exec(html)?.[1] ?? '', { ...filledIn(html), ...typed }),
  };
}

/** What stands in the hidden fields, and in the others before anybody has typed. */
function filledIn(html: string): Readonly<Record<string, string>> {
  const inputs = [...html.matchAll(/<input ([^>]*)>/g)].map(([, attributes = '']) => attributes);
  return Object.fromEntries(
    inputs
      .filter((attributes) => !/type="(radio|checkbox|file)"/.test(attributes))
      .map((attributes) => [attribute(attributes, 'name'), attribute(attributes, 'value')]),
  );
}

function attribute(attributes: string, name: string): string {
  return new RegExp(`(?:^| )${name}="([^"]*)"`).exec(attributes)?.[1] ?? '';
}

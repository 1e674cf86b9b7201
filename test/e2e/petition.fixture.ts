import { randomUUID } from 'node:crypto';

import { dateAt, type LocalDate } from '@dialogue/domain';
import { waitFor, type ApiAnswer, type ApiClient, type RealStack } from '@dialogue/testing/stack';

/** The day in Vietnam on which the test runs. */
export function today(): LocalDate {
  return dateAt(Date.now());
}

/** The agency of the stories, and who of it gets letters (`data/sample-contacts.csv`). */
export const agency = 'SL-SXD';
export const addresses = {
  handler: 'xuly@sxd.sonla.example',
  agencyHead: 'giamdoc@sxd.sonla.example',
  leadOffice: 'doithoai@vpubnd.sonla.example',
  host: 'chutich@ubnd.sonla.example',
} as const;

/** A petition as somebody hands it in. */
export function registration(overrides: object = {}, petitioner: object = {}): object {
  return {
    title: 'Đề nghị sửa chữa đường liên bản',
    content: 'Đường liên bản hư hỏng nặng sau mưa lũ.',
    source: 'outsideConference',
    category: 'resident',
    organisation: 'SL-UBND',
    petitioner: { name: 'Lò Văn Thử', email: 'nguoi.dan@petitioner.example', ...petitioner },
    ...overrides,
  };
}

/** A document that was signed today. */
export function document(number: string): { readonly number: string; readonly signedOn: LocalDate } {
  return { number, signedOn: today() };
}

/** A document that proves an act entered for somebody else. */
export function evidence(number: string): object {
  return { ...document(number), signatory: 'Giám đốc Sở' };
}

/**
 * The bodies of the commands up to the answer, in the order of a petition's life. Each is dated when it is asked for: what
 * was signed when the file was loaded may at midnight be older than the petition.
 */
export const bodies = {
  accept: { field: 'economy' },
  get assign() {
    return { agency, document: document('345/UBND-TD') };
  },
  get acknowledge() {
    return { arrivalNumber: '1024', receivedOn: today(), evidence: evidence('12/BC-SXD') };
  },
  get answer() {
    return {
      answer: 'measure',
      document: document('87/SXD-QLN'),
      text: 'Sở đã bố trí kinh phí sửa chữa trong quý I.',
      evidence: evidence('88/SXD-QLN'),
    };
  },
} as const;

/** Registers a petition and has it taken; its id. */
export async function registered(client: ApiClient, given: object = registration()): Promise<string> {
  return idIn(await carriedOut(client, await client.post('/v1/petitions', given)));
}

/** Gives a command and sees it carried out; the petition after it. */
export async function give(client: ApiClient, id: string, command: string, body: object): Promise<ApiAnswer> {
  const answer = await carriedOut(client, await client.post(`/v1/petitions/${id}/${command}`, body));
  return answer.status === 200 ? answer : client.get(`/v1/petitions/${id}`);
}

/**
 * What the API answers to a request once it is decided. Nobody knows how long that takes: behind a 202 the outcome is
 * waited for, and the same request under the same key is then answered from it.
 */
export async function decision(
  client: ApiClient,
  path: string,
  { body, key = randomUUID() }: { readonly body: object; readonly key?: string },
): Promise<ApiAnswer> {
  const answer = await client.post(path, body, key);
  if (answer.status !== 202) return answer;
  await decided(client, answer);
  return client.post(path, body, key);
}

/** Does what a client does with a 202: asks behind its link until there is an outcome. */
export async function decided(client: ApiClient, { status, body }: ApiAnswer): Promise<ApiAnswer['body']> {
  if (status !== 202) throw new Error(`not pending: ${String(status)} ${JSON.stringify(body)}`);
  return waitFor('the command has its outcome', async () => {
    const { status: found, body: command } = await client.get(String(body['link']));
    return found !== 200 || command['status'] === 'pending' ? null : command;
  });
}

async function carriedOut(client: ApiClient, answer: ApiAnswer): Promise<ApiAnswer> {
  const isAccepted =
    answer.status === 200 || (answer.status === 202 && (await decided(client, answer))['status'] === 'accepted');
  if (!isAccepted) throw new Error(`not carried out: ${String(answer.status)} ${JSON.stringify(answer.body)}`);
  return answer;
}

/** The id of the petition of an answer, decided or pending. */
export function idIn({ body }: ApiAnswer): string {
  const { petition } = body as { readonly petition?: { readonly id: string } };
  return petition?.id ?? String(body['id']);
}

/** One row of the history, as a test compares it. */
export interface HistoryRow {
  readonly sequence: number;
  readonly event: string;
  readonly at: Date;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly command_id: string | null;
}

/** The history of a petition as it stands in the register. */
export async function historyRows({ register }: RealStack, id: string): Promise<readonly HistoryRow[]> {
  return register.rows<HistoryRow>(
    `SELECT sequence, event, at, facts, command_id FROM case_events WHERE case_kind = 'petition' AND case_id = $1 ORDER BY sequence`,
    [id],
  );
}

/** Every letter of a petition, or of all that there are, has left, or is not going to. */
export async function lettersSettled({ register }: RealStack, id: string | null = null): Promise<void> {
  await waitFor('every letter is settled', async () => {
    const open = await register.count(
      `SELECT count(*) FROM mail_deliveries JOIN letters ON letters.id = letter_id
       WHERE case_id = COALESCE($1, case_id) AND state NOT IN ('sent', 'refused', 'uncertain', 'dropped', 'unaddressed')`,
      [id],
    );
    return open === 0;
  });
}

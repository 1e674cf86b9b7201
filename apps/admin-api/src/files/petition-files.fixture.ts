import { recordedIn, type Recorded } from '../recorded.fixture.js';
import { startApi, type Answer, type RunningApi } from '../running-api.fixture.js';

export const pdf = Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
export const binary = 'application/octet-stream';
export const petitioner = {
  title: 'Đường hỏng',
  content: 'Đường vào bản hỏng.',
  category: 'resident',
  petitioner: { name: 'Nguyen Van Canary' },
  source: 'outsideConference',
  organisation: 'SL-UBND',
};

/** The API, with people of an office, an agency and a host, and what they do with files of petitions. */
export interface PetitionFiles {
  readonly api: RunningApi;
  readonly recorded: Recorded;
  readonly clerk: string;
  readonly agency: string;
  readonly host: string;
  upload(token: string, name?: string, content?: Buffer): Promise<Answer>;
  /** The id of a file that is there. */
  uploaded(token: string, name?: string): Promise<string>;
  /** A petition whose registration the case has accepted, with these files. */
  petitionWith(files: readonly string[]): Promise<string>;
  /** The same of its assignment; the answer is that of the door. */
  assigned(id: string, files: readonly string[]): Promise<Answer>;
  filesSeenBy(token: string, id: string): Promise<readonly string[]>;
  fileOf(id: string, file: string, token: string): Promise<Answer>;
}

export async function openPetitionFiles(): Promise<PetitionFiles> {
  const api = await startApi();
  const recorded = recordedIn(api);
  const clerk = await api.loginAs('clerk', 'SL-VPUBND');
  const agency = await api.loginAs('agency', 'SL-SXD');
  const host = await api.loginAs('host', 'SL-UBND');
  const upload: PetitionFiles['upload'] = (token, name = 'quyet-dinh.pdf', content = pdf) =>
    api.post('/v1/files', {
      ...{ token, file: { type: binary, content } },
      headers: { 'x-file-name': encodeURIComponent(name) },
    });
  return {
    ...{ api, recorded, clerk, agency, host, upload },
    uploaded: async (token, name) => (await upload(token, name)).body.id,
    async petitionWith(files) {
      const { body } = await api.post('/v1/petitions', { token: clerk, body: { ...petitioner, files } });
      await recorded.decide(body.commandId, 'accepted');
      await recorded.petitionIs(body.petition.id, 'accepted');
      return body.petition.id;
    },
    async assigned(id, files) {
      const document = { number: '12/CV', signedOn: '2026-03-02' };
      const body = { agency: 'SL-SXD', document, files };
      const answer = await api.post(`/v1/petitions/${id}/assign`, { token: clerk, body });
      if (answer.status === 202) await recordAssignment(api, recorded, { id, commandId: answer.body.commandId });
      return answer;
    },
    async filesSeenBy(token, id) {
      const { text } = await api.get(`/v1/petitions/${id}`, { token });
      return (JSON.parse(text) as { files: { id: string }[] }).files.map((file) => file.id);
    },
    fileOf: (id, file, token) => api.get(`/v1/petitions/${id}/files/${file}`, { token }),
  };
}

async function recordAssignment(
  api: RunningApi,
  recorded: Recorded,
  { id, commandId }: { readonly id: string; readonly commandId: string },
): Promise<void> {
  await recorded.decide(commandId, 'accepted');
  await api.sql(
    `INSERT INTO assignments (petition_id, round, agency_code, document_number, document_on, assigned_on, is_receipt_deemed, is_first_answer_late)
     VALUES ($1, 1, 'SL-SXD', '12/CV', '2026-03-02', '2026-03-02', false, false)`,
    [id],
  );
  await api.sql(`UPDATE petitions SET agency_code = 'SL-SXD' WHERE id = $1`, [id]);
}

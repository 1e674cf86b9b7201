import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';

import { createDoor } from '../door/door.js';
import type { NamedFiles } from '../door/command.js';
import {
  aCommandOf,
  anAdmin,
  openRegister,
  recordUntil,
  submitPetition,
  type TestRegister,
} from '../register.fixture.js';
import { aPdf } from './file-samples.fixture.js';
import { createFileStore, type FileStore, type FileStoreParts, type StoredFile } from './file-store.js';

/** A store over a register and a folder of its own. */
export interface TestStore {
  readonly register: TestRegister;
  readonly folder: string;
  /** Who sends files. */
  readonly account: string;
  /** What the store has said. */
  readonly notes: unknown[];
  store(parts?: Partial<FileStoreParts>): FileStore;
  put(content: Buffer, name?: string, store?: FileStore): Promise<StoredFile>;
  /** The id of a new link by which files may come. */
  link(): Promise<string>;
  /** What is on its way in. */
  incoming(): Promise<readonly string[]>;
  isKept(file: StoredFile): Promise<boolean>;
  /** A command of a case names a file; its id. */
  naming(file: StoredFile, caseId: string, named?: Partial<NamedFiles>): Promise<string>;
  close(): Promise<void>;
}

export async function openStore(): Promise<TestStore> {
  const register = await openRegister();
  const folder = await mkdtemp(join(tmpdir(), 'files-'));
  const account = await anAdmin(register);
  const notes: unknown[] = [];
  const store = (parts: Partial<FileStoreParts> = {}): FileStore =>
    createFileStore({
      ...{ dataSource: register.api, folder, scan: null, mostUnnamedBytes: 1024 ** 3 },
      note: (what, about) => void notes.push({ what, ...about }),
      ...parts,
    });
  return {
    ...{ register, folder, account, notes, store },
    put: (content, name = 'quyet-dinh.pdf', into = store()) =>
      into.put(Readable.from([content.subarray(0, 9), content.subarray(9)]), { name, uploadedBy: { account } }),
    link: () => aLink(register),
    incoming: () => readdir(join(folder, 'incoming')),
    isKept: ({ sha256 }) =>
      stat(join(folder, sha256.slice(0, 2), sha256)).then(
        () => true,
        () => false,
      ),
    async naming(file, caseId, named = {}) {
      const command = aCommandOf(caseId, { actorId: account });
      const files = { ids: [file.id], isForAgency: false, of: { account }, isOfCaseToo: false, ...named };
      await createDoor(register.api).arrive(command, undefined, { files });
      return command.id;
    },
    async close() {
      await register.close();
      await rm(folder, { recursive: true });
    },
  };
}

async function aLink(register: TestRegister): Promise<string> {
  const caseId = await submitPetition(register.api);
  await recordUntil(register.worker, { id: caseId, stage: 'assigned' });
  const [link] = await register.worker.query<{ id: string }[]>(
    `INSERT INTO case_links (id, token_hash, delivery_id, case_kind, case_id, organisation_code, expires_at)
     SELECT gen_random_uuid(), sha256(delivery.id::text::bytea), delivery.id, 'petition', $1, 'SL-STC', now() + interval '1 day'
     FROM mail_deliveries delivery JOIN letters letter ON letter.id = letter_id WHERE case_id = $1 LIMIT 1 RETURNING id`,
    [caseId],
  );
  if (link === undefined) throw new Error('A petition that was assigned has no letter');
  return link.id;
}

/** Another content each time. */
export function aFreshPdf(): Buffer {
  return Buffer.concat([aPdf, Buffer.from(`%${randomUUID()}\n`)]);
}

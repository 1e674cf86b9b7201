import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { freePort, startPostgres } from '@dialogue/infra';

/** The servers that all specs of a run share, in a folder that goes with them. */
export interface TestServers {
  readonly postgresUrl: string;
  /** Goes with the servers. */
  readonly folder: string;
  stop(): Promise<void>;
}

/** Without care for a power cut: nobody needs this data tomorrow. */
export async function startTestServers(): Promise<TestServers> {
  const folder = await mkdtemp(join(tmpdir(), 'dialogue-tests-'));
  const postgres = await startPostgres({ dataDir: join(folder, 'postgres'), port: await freePort(), isDurable: false });
  return {
    postgresUrl: postgres.url,
    folder,
    async stop() {
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Jest's global setup and teardown are two modules of one process: what the one starts the other must find. */
export const heldServers: { servers: TestServers | null } = { servers: null };

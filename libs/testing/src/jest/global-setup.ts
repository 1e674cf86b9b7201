import { heldServers, startTestServers } from './test-servers.js';

/** Before the first spec that needs servers; workers inherit the environment. */
export default async function globalSetup(): Promise<void> {
  heldServers.servers = await startTestServers();
  process.env['TEST_POSTGRES_URL'] = heldServers.servers.postgresUrl;
  process.env['TEST_BUNDLES'] = heldServers.servers.folder;
}

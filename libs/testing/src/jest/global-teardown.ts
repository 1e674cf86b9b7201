import { heldServers } from './test-servers.js';

/** After the last spec. */
export default async function globalTeardown(): Promise<void> {
  await heldServers.servers?.stop();
}

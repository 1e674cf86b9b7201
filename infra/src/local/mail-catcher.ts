import { chmod, mkdir } from 'node:fs/promises';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';

import { LocalProblem, type PartName } from './local-problem.js';
import { logLength, logSince } from './log-file.js';
import { loopback } from './ports.js';
import { programEnvironment } from './program-environment.js';
import { launchServer, waitUntilReady, type Launch, type ServerProcess } from './server-process.js';

/** What one mail catcher is started with. */
export interface MailCatcherOptions {
  readonly smtpPort: number;
  readonly inboxPort: number;
  /** Mails are kept here, also across restarts. */
  readonly mailDir: string;
  readonly logFile?: string;
  readonly launch?: Launch;
  readonly signal?: AbortSignal;
}

/** An SMTP server that keeps what it is given, with a page that shows it. */
export interface RunningMailCatcher {
  readonly smtpUrl: string;
  /** The page; mails as JSON under `/api/email`. */
  readonly url: string;
  readonly process: ServerProcess;
  stop(): Promise<void>;
}

/**
 * A mail catcher on the loopback address: no mail leaves the machine.
 * @throws LocalProblem `port.taken`, `part.did_not_start`
 */
export async function startMailCatcher(options: MailCatcherOptions): Promise<RunningMailCatcher> {
  const { smtpPort, inboxPort, mailDir, logFile = `${options.mailDir}.log` } = options;
  await mkdir(mailDir, { recursive: true });
  // Letters to petitioners bear their names.
  await chmod(mailDir, 0o700);
  const logStart = await logLength(logFile);
  const server = await (options.launch ?? launchServer)({
    name: 'mail',
    command: process.execPath,
    args: [programFile(), loopback, String(smtpPort), String(inboxPort), mailDir],
    env: programEnvironment(),
    logFile,
    ipc: true,
    stopSignal: 'SIGTERM',
    stopGraceMs: 1_000,
  });
  try {
    await becomesReady(server, { ...options, logStart });
  } catch (error) {
    await server.stop();
    throw error;
  }
  return {
    smtpUrl: `smtp://${loopback}:${smtpPort}`,
    url: `http://${loopback}:${inboxPort}`,
    process: server,
    stop: () => server.stop(),
  };
}

/** Beside this file, compiled or in its source, as this file is. */
function programFile(): string {
  return fileURLToPath(new URL(`./mail-catcher.main${extname(import.meta.url)}`, import.meta.url));
}

interface Waiting extends MailCatcherOptions {
  readonly logStart: number;
}

async function becomesReady(server: ServerProcess, waiting: Waiting): Promise<void> {
  let isReady = false;
  void server.firstMessage.then(() => (isReady = true));
  const result = await waitUntilReady(server, {
    timeoutMs: 30_000,
    signal: waiting.signal,
    isReady: () => Promise.resolve(isReady),
  });
  if (result === 'ready') return;
  const log = await logSince(server.logFile, waiting.logStart);
  const taken = portsOf(waiting).find(({ port }) => new RegExp(`EADDRINUSE[^\\n]*:${port}\\b`).test(log));
  throw new LocalProblem(
    taken === undefined
      ? { code: 'part.did_not_start', part: 'smtp', logFile: server.logFile }
      : { code: 'port.taken', ...taken },
  );
}

function portsOf({
  smtpPort,
  inboxPort,
}: Waiting): readonly { readonly port: number; readonly part: PartName; readonly variable: string }[] {
  return [
    { port: smtpPort, part: 'smtp', variable: 'SMTP_PORT' },
    { port: inboxPort, part: 'inbox', variable: 'INBOX_PORT' },
  ];
}

import pg from 'pg';
import type { DataSource } from 'typeorm';

export type NotificationChannel = 'outbox' | 'commands' | 'command_outcomes';

export interface NotificationListener {
  /** Listens, or keeps trying to; returns after the first attempt either way. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

export interface NotificationListenerSettings {
  readonly channels: readonly NotificationChannel[];
  readonly onNotification: (channel: NotificationChannel, payload: string) => void;
  /** After the connection was made or renewed: something may have been missed, so look. */
  readonly onListening?: () => void;
}

const firstPauseMs = 200;
const longestPauseMs = 10_000;
const connectTimeoutMs = 5_000;

/** LISTEN on a connection of its own, made again with growing pauses when it breaks. */
export function createNotificationListener(
  dataSource: DataSource,
  settings: NotificationListenerSettings,
): NotificationListener {
  let client: pg.Client | null = null;
  let retry: NodeJS.Timeout | null = null;
  let pauseMs = firstPauseMs;
  let isStopped = false;

  return { start: connect, stop };

  async function connect(): Promise<void> {
    const next = newClient(dataSource, settings);
    client = next;
    next.on('end', () => {
      connectLater(next);
    });
    try {
      await next.connect();
      await next.query(settings.channels.map((channel) => `LISTEN ${channel}`).join('; '));
      pauseMs = firstPauseMs;
      settings.onListening?.();
    } catch {
      // Away: the reads that go with the notifications say so; here it is only tried again.
      await next.end().catch(() => undefined);
      connectLater(next);
    }
  }

  /** Once for each connection that broke, whoever notices first. */
  function connectLater(broken: pg.Client): void {
    if (client !== broken) return;
    client = null;
    if (isStopped) return;
    retry = setTimeout(() => void connect(), pauseMs);
    pauseMs = Math.min(pauseMs * 2, longestPauseMs);
  }

  async function stop(): Promise<void> {
    isStopped = true;
    if (retry !== null) clearTimeout(retry);
    const last = client;
    client = null;
    await last?.end().catch(() => undefined);
  }
}

function newClient(dataSource: DataSource, { channels, onNotification }: NotificationListenerSettings): pg.Client {
  const client = new pg.Client({
    connectionString: urlOf(dataSource),
    application_name: 'dialogue-listener',
    connectionTimeoutMillis: connectTimeoutMs,
    keepAlive: true,
  });
  // The end of the connection says enough; without a listener an error would end the process.
  client.on('error', () => undefined);
  client.on('notification', ({ channel, payload }) => {
    const known = channels.find((each) => each === channel);
    if (known !== undefined) onNotification(known, payload ?? '');
  });
  return client;
}

function urlOf({ options }: DataSource): string {
  if (options.type !== 'postgres' || options.url === undefined)
    throw new Error('Listening needs the address of a PostgreSQL');
  return options.url;
}

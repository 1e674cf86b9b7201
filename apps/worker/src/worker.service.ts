import { randomUUID } from 'node:crypto';

import {
  Inject,
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import type { WorkerSettings } from '@dialogue/config';
import { createBounceMailbox, createMailer, type BounceMailbox, type SmtpMailer } from '@dialogue/mail';
import type { Logger } from '@dialogue/observability';
import {
  createBounces,
  createContacts,
  createDataSource,
  createDeliveries,
  createDigests,
  createDoor,
  createIdentityStore,
  createImportSteps,
  createLedger,
  createLinkIssuer,
  createNotificationListener,
  createReconciliations,
  createRelayStore,
  createRollouts,
  createSilences,
  sealingKey,
} from '@dialogue/persistence';
import { Client } from '@temporalio/client';

import { createLetterWriter, createSentTo } from './letters/letter-writer.js';
import { servedQueues, type ServedQueue } from './queues/activity-sets.js';
import { startQueueWorkers, type QueueWorkers } from './queues/queue-workers.js';
import { createCaseSignaller } from './relay/case-signaller.js';
import { createTemporalRuns } from './reconciliation/temporal-runs.js';
import { createRelay, type Relay } from './relay/relay.js';
import { connectToTemporal, untilThere, type TemporalConnections } from './temporal-connections.js';
import { tokens } from './tokens.js';

/** Everything that one worker process runs, from its first connection to its last. */
@Injectable()
export class WorkerService implements OnApplicationBootstrap, BeforeApplicationShutdown, OnApplicationShutdown {
  readonly #settings: WorkerSettings;
  readonly #logger: Logger;
  readonly #dataSource: ReturnType<typeof createDataSource>;
  readonly #mailer: SmtpMailer;
  #connections: TemporalConnections | null = null;
  #workers: QueueWorkers | null = null;
  #relay: Relay | null = null;

  constructor(@Inject(tokens.settings) settings: WorkerSettings, @Inject(tokens.logger) logger: Logger) {
    this.#settings = settings;
    this.#logger = logger;
    this.#dataSource = createDataSource({ url: settings.DATABASE_URL, applicationName: 'dialogue-worker' });
    this.#mailer = mailerOf(settings);
  }

  /** A failed Temporal worker: the process cannot go on. Pending while all is well. */
  get failed(): Promise<void> {
    return this.#workers?.done ?? Promise.reject(new Error('The worker has not started'));
  }

  async onApplicationBootstrap(): Promise<void> {
    await untilThere('PostgreSQL', () => this.#dataSource.initialize(), this.#logger);
    this.#connections = await connectToTemporal(this.#settings, this.#logger);
    this.#workers = await this.#startWorkers(this.#connections);
    this.#relay = this.#createRelay(this.#connections);
    await this.#relay.start();
  }

  /** Before TypeORM's pool closes: what is under way still writes (runtime facts in the technical description). */
  async beforeApplicationShutdown(): Promise<void> {
    await this.#relay?.stop();
    await this.#workers?.drain();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.#mailer.close();
    await this.#connections?.close();
    if (this.#dataSource.isInitialized) await this.#dataSource.destroy();
  }

  #startWorkers(connections: TemporalConnections): Promise<QueueWorkers> {
    const { TEMPORAL_NAMESPACE, WORKFLOW_BUNDLE, MAX_CACHED_WORKFLOWS } = this.#settings;
    return startQueueWorkers({
      connection: connections.native,
      namespace: TEMPORAL_NAMESPACE,
      queues: this.#queues(this.#clientOver(connections)),
      bundlePath: WORKFLOW_BUNDLE,
      maxCachedWorkflows: MAX_CACHED_WORKFLOWS,
      logger: this.#logger,
    });
  }

  #queues(client: Client): readonly ServedQueue[] {
    const { MAILS_PER_SECOND, PUBLIC_URL, IDENTITY_KEY } = this.#settings;
    const { MAIL_FIRST_PAUSE_MS: firstPauseMs, MAIL_QUIET_HOURS: quietHours } = this.#settings;
    const deliveries = createDeliveries(this.#dataSource);
    const mailer = this.#mailer;
    const writing = {
      deliveries,
      contacts: createContacts(this.#dataSource),
      calendar: createLedger(this.#dataSource),
      identities: createIdentityStore(this.#dataSource),
      links: createLinkIssuer(this.#dataSource),
      sealingKey: sealingKey(IDENTITY_KEY),
      publicUrl: PUBLIC_URL,
    };
    const writeLetter = createLetterWriter(writing);
    const mail = { deliveries, mailer, writeLetter, newToken: randomUUID, firstPauseMs, quietHours };
    const reconciliation = {
      register: createReconciliations(this.#dataSource),
      runs: createTemporalRuns(client),
      now: Date.now,
    };
    const rollouts = createRollouts(this.#dataSource);
    const imports = createImportSteps(this.#dataSource);
    const bounces = {
      mailbox: this.#bounceMailbox(),
      register: createBounces(this.#dataSource),
      sentTo: createSentTo(writing),
    };
    const ports = {
      ...{ ledger: createLedger(this.#dataSource), rollouts, imports, reconciliation, mail, bounces },
      ...{ silences: createSilences(this.#dataSource), digests: createDigests(this.#dataSource) },
    };
    const pace = { perSecond: MAILS_PER_SECOND, connections: mailer.maxConnections };
    return servedQueues({ ...ports, publicUrl: PUBLIC_URL }, pace);
  }

  #bounceMailbox(): BounceMailbox | null {
    const { IMAP_URL: imapUrl, MAIL_MESSAGE_ID_DOMAIN: messageIdDomain } = this.#settings;
    return imapUrl === undefined ? null : createBounceMailbox({ imapUrl, messageIdDomain });
  }

  #clientOver({ connection }: TemporalConnections): Client {
    return new Client({ connection, namespace: this.#settings.TEMPORAL_NAMESPACE });
  }

  #createRelay(connections: TemporalConnections): Relay {
    return createRelay({
      store: createRelayStore(this.#dataSource),
      signaller: createCaseSignaller(this.#clientOver(connections), createDoor(this.#dataSource)),
      logger: this.#logger,
      listen: (settings) => createNotificationListener(this.#dataSource, settings),
    });
  }
}

function mailerOf(settings: WorkerSettings): SmtpMailer {
  const { SMTP_URL, MAIL_FROM, MAIL_MESSAGE_ID_DOMAIN, DKIM_DOMAIN, DKIM_SELECTOR, DKIM_PRIVATE_KEY } = settings;
  return createMailer({
    smtpUrl: SMTP_URL,
    from: MAIL_FROM,
    messageIdDomain: MAIL_MESSAGE_ID_DOMAIN,
    // The settings are all there, or none of them is.
    dkim:
      DKIM_DOMAIN === undefined || DKIM_SELECTOR === undefined || DKIM_PRIVATE_KEY === undefined
        ? null
        : { domain: DKIM_DOMAIN, selector: DKIM_SELECTOR, privateKey: DKIM_PRIVATE_KEY },
  });
}

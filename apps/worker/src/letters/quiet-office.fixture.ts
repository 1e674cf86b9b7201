import { randomUUID } from 'node:crypto';

import { createMailActivities, createMailRecordActivities } from '@dialogue/activities';
import { launchOf } from '@dialogue/contracts';
import { dateAt, localDate, type Letter } from '@dialogue/domain';
import {
  createAccounts,
  createCalendarEditions,
  createDataSource,
  createDeliveries,
  createDigests,
  createMailSettings,
  listDeliveries,
  usualWishes,
  type ListedDelivery,
  type MailMode,
} from '@dialogue/persistence';
import { databaseForTest } from '@dialogue/testing';
import { aSwap, at } from '@dialogue/testing/builders';
import { startWorkflowServer, type WorkflowServer } from '@dialogue/testing/cases';

import { workflowBundleOptions } from '../workflow-bundle.js';

const quietHours = { from: 18 * 60, until: 7 * 60 };
const office = 'SL-VPUBND';

/** An office with a real register, whose letters leave on a clock that a test moves on. */
export interface QuietOffice {
  /** Only forwards: days of the winter and the spring of 2026 and 2027. */
  until(day: string, hour: string): Promise<void>;
  /** Whatever is due now gets its chance. Nobody awaits a result: the server would skip all the years until there is one. */
  settle(): Promise<void>;
  /** A letter that is owed now, of no case, so that nothing is asked of one; its workflow runs. */
  owed(letter: Letter): Promise<string>;
  /** Starts the workflow of a letter. */
  begin(id: string): Promise<void>;
  askAgain(id: string): Promise<void>;
  /** When it left, to the minute. */
  sentAt(id: string): string;
  listed(id: string): Promise<ListedDelivery | undefined>;
  wish(mode: MailMode): Promise<void>;
  gather(): Promise<void>;
  publishSwap(off: string, worked: string): Promise<void>;
  close(): Promise<void>;
}

/** The tests run at any hour of any year: the clock of the story is that of the server, shifted. */
interface Clock {
  now(): Promise<number>;
  shift(): number;
}

export async function openQuietOffice(): Promise<QuietOffice> {
  const database = await databaseForTest('sample');
  const [admin, api, worker] = await Promise.all([
    createDataSource({ url: database.adminUrl }).initialize(),
    createDataSource({ url: database.apiUrl }).initialize(),
    createDataSource({ url: database.workerUrl }).initialize(),
  ]);
  const account = { username: 'lan', passwordHash: 'hash', role: 'admin', organisationCode: null } as const;
  const accountId = (await createAccounts(admin).create(account))?.id ?? '';
  const server = await startWorkflowServer(workflowBundleOptions);
  const shift = at('2026-12-01', '09:00') - (await server.env.currentTimeMs());
  const clock: Clock = { shift: () => shift, now: async () => (await server.env.currentTimeMs()) + shift };
  const sent = serveMail(server, clock, worker);
  const parts: OfficeParts = { server, clock, admin, api, worker, accountId };
  return {
    ...mailOf(parts),
    ...officeOf(parts),
    until: async (day, hour) => server.env.sleep(at(day, hour) - (await clock.now())),
    settle: async () => server.env.sleep('1 minute'),
    sentAt: (id) => minuteOf(sent.get(id)),
    close: async () => {
      await server.stop();
      await Promise.all([admin, api, worker].map((each) => each.destroy()));
      await database.drop();
    },
  };
}

type DataSource = ReturnType<typeof createDataSource>;

interface OfficeParts {
  readonly server: WorkflowServer;
  readonly clock: Clock;
  readonly admin: DataSource;
  readonly api: DataSource;
  readonly worker: DataSource;
  readonly accountId: string;
}

/** The real steps over a mail server that takes everything; when it took what. */
function serveMail(server: WorkflowServer, clock: Clock, worker: DataSource): ReadonlyMap<string, number> {
  const sent = new Map<string, number>();
  const deliveries = createDeliveries(worker);
  const mail = createMailActivities({
    ...{ deliveries, quietHours, newToken: randomUUID, firstPauseMs: 10_000 },
    writeLetter: async (deliveryId) =>
      Promise.resolve({ deliveryId, to: 'a@example.vn', subject: 's', text: 't', html: '<p>t</p>' }),
    mailer: {
      deliver: async ({ deliveryId }, beforeText) => {
        await beforeText();
        sent.set(deliveryId, await clock.now());
        return { kind: 'accepted', code: 250, answer: 'OK' };
      },
    },
  });
  const { planDelivery, ...record } = createMailRecordActivities({ deliveries, quietHours });
  const shifted: typeof planDelivery = async ({ deliveryId, at: asked }) => {
    const plan = await planDelivery({ deliveryId, at: asked + clock.shift() });
    if (plan.kind !== 'later') return plan;
    return { ...plan, sendAfter: plan.sendAfter - clock.shift(), askAgainAt: plan.askAgainAt - clock.shift() };
  };
  server.serve({ mail: { ...mail, ...record, planDelivery: shifted } });
  return sent;
}

function mailOf({
  server,
  clock,
  admin,
  api,
}: OfficeParts): Pick<QuietOffice, 'owed' | 'begin' | 'askAgain' | 'listed'> {
  return {
    begin,
    askAgain: async (id) => server.env.client.workflow.getHandle(`mail/${id}`).signal('askAgain'),
    listed: async (id) => (await listDeliveries(api, { id, limit: 1 }))[0],
    async owed(letter) {
      const [letterId, id] = [randomUUID(), randomUUID()];
      const owedAt = new Date(await clock.now());
      await admin.query(
        `INSERT INTO letters (id, case_kind, case_id, key, kind, content, owed_at, rule)
         VALUES ($1, 'rollout', 'calendar/1', $1::uuid::text, $2, $3, $4, 'D11.1c')`,
        [letterId, letter.kind, JSON.stringify(letter), owedAt],
      );
      await admin.query(
        `INSERT INTO mail_deliveries (id, letter_id, recipient_role, organisation_code, address, state, queued_at)
         VALUES ($1, $2, 'leadOffice', $3, 'vanthu@example.vn', 'queued', $4)`,
        [id, letterId, office, owedAt],
      );
      await begin(id);
      return id;
    },
  };

  async function begin(id: string): Promise<void> {
    const { workflowType, ...launch } = launchOf('mail', id);
    await server.env.client.workflow.start(workflowType, launch);
  }
}

function officeOf({
  clock,
  api,
  worker,
  accountId,
}: OfficeParts): Pick<QuietOffice, 'wish' | 'gather' | 'publishSwap'> {
  return {
    async wish(mode) {
      const said = { validFrom: localDate('2027-04-01'), recordedBy: accountId, now: await clock.now() };
      await createMailSettings(api).set({ ...usualWishes, mode, organisationCode: office, ...said });
    },
    async gather() {
      const now = await clock.now();
      await createDigests(worker).gatherDigests({ on: dateAt(now), at: now });
    },
    async publishSwap(off, worked) {
      const editions = createCalendarEditions(api);
      const { edition } = await editions.beginDraft({ accountId, note: '' });
      await editions.changeDraft(edition, (calendar) => ({
        ...calendar,
        days: [...calendar.days, ...aSwap(off, worked)].toSorted((one, other) => (one.on < other.on ? -1 : 1)),
      }));
      await editions.publishDraft({ edition, accountId, on: dateAt(await clock.now()), check: () => undefined });
    },
  };
}

/** In Vietnam. */
function minuteOf(instant: number | undefined): string {
  if (instant === undefined) return 'never';
  return new Date(instant + 7 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
}

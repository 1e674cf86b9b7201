import { readFile } from 'node:fs/promises';

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import {
  historyOf,
  startRealStack,
  waitFor,
  workflowIds,
  type ApiAnswer,
  type ApiClient,
  type RealStack,
} from '@dialogue/testing/stack';

jest.setTimeout(600_000);

/** One for each column in which people write something. */
const markers = {
  name: 'zqxname',
  representative: 'zqxrepresentative',
  address: 'zqxaddress',
  phone: '0987613254',
  title: 'zqxtitle',
  content: 'zqxcontent',
  refused: 'zqxrefused',
} as const;

const headings =
  'Số của cơ quan;Nguồn;Cơ quan được gửi đến;Hình thức;Đối tượng;Họ và tên;Người đại diện;Địa chỉ;Điện thoại;Tiêu đề;Nội dung';

/** More than one step takes, so that there is a second one in which the worker dies. */
const rightRows = 120;
const rowsOfFirstStep = 100;
/** A limit, not a pause. */
const limitMs = 300_000;

function aRow(number: string, changes: { readonly category?: string } = {}): string {
  const { category = 'Người dân' } = changes;
  const person = `Lò ${markers.name} ${number};Ông ${markers.representative};Bản ${markers.address};${markers.phone}`;
  const words = `Đề nghị ${markers.title};Nội dung ${markers.content} ${number}`;
  return `${number};Ngoài hội nghị;SL-UBND;Tập thể;${category};${person};${words}`;
}

const rows = Array.from({ length: rightRows }, (_, index) => aRow(`${String(index + 1)}/KN`));
const file = [headings, ...rows, rows[0], aRow('901/KN', { category: markers.refused })].join('\n');
const path = '/v1/petitions/imports';
const office = 'office=SL-VPUBND';

describe('a file of petitions', () => {
  let stack: RealStack;
  let clerk: ApiClient;
  let id: string;

  beforeAll(async () => {
    stack = await startRealStack();
    clerk = await stack.logIn();
  });
  afterAll(async () => stack.stop());

  function confirm(): Promise<ApiAnswer> {
    return clerk.postCsv(`${path}?${office}&registers=${String(rightRows)}`, file);
  }

  function counted(query: string): Promise<number> {
    return stack.register.count(`SELECT count(*) FROM ${query}`);
  }

  async function untilWaiting(application: string): Promise<void> {
    await waitFor(
      `${application} waits in its transaction`,
      async () => (await stack.register.waitingTransactions(application)) > 0,
    );
  }

  it('leaves nothing when the API is killed while it writes it, and is confirmed again', async () => {
    const held = await stack.register.hold('LOCK TABLE petition_import_rows IN EXCLUSIVE MODE');
    const cut = confirm().then(
      ({ status }) => status,
      () => 'no answer',
    );
    await untilWaiting('dialogue-admin-api');
    await stack.api.kill();
    await held.release();
    await waitFor('nobody holds the import any more', async () => {
      const writing = await stack.register.count(
        `SELECT count(*) FROM pg_stat_activity WHERE application_name = 'dialogue-admin-api'`,
      );
      return writing === 0;
    });

    expect(await cut).toBe('no answer');
    expect([await counted('petition_imports'), await counted('petition_import_rows')]).toEqual([0, 0]);
    await stack.api.start();
    clerk = await stack.logIn();
    const again = await confirm();
    expect(again).toMatchObject({ status: 201, body: { state: 'running' } });
    id = String(again.body['id']);
  });

  it('is registered whole, each row once, when worker and API are killed in the middle of it', async () => {
    const last = 'SELECT FROM petition_import_rows WHERE import_id = $1 AND line = $2 FOR UPDATE';
    const held = await stack.register.hold(last, [id, rightRows + 1]);
    await untilWaiting('dialogue-worker');
    const before = await counted('petition_submissions');
    await Promise.all([stack.worker.kill(), stack.api.kill()]);
    await held.release();
    await Promise.all([stack.worker.start(), stack.api.start()]);
    clerk = await stack.logIn();
    const finished = await waitFor(
      'the import is over',
      async () => {
        const { body } = await clerk.get(`${path}/${id}`);
        return body['state'] === 'finished' ? body : null;
      },
      limitMs,
    );

    // That it was in the middle.
    expect(before).toBe(rowsOfFirstStep);
    expect(finished['rows']).toEqual({
      ...{ read: rightRows + 2, registered: rightRows, running: rightRows, waiting: 0 },
      ...{ refused: 1, duplicate: 1, cancelled: 0 },
    });
    expect(await counted('petition_submissions')).toBe(rightRows);
    expect(await counted('petition_identities')).toBe(rightRows);
    expect(await counted(`commands WHERE kind = 'register' AND outcome = 'accepted'`)).toBe(rightRows);
    expect(await counted(`(SELECT DISTINCT case_id FROM case_events WHERE event = 'registered') begun`)).toBe(
      rightRows,
    );
    expect(await counted(`case_events WHERE event = 'registered'`)).toBe(rightRows);
  });

  it('is the same import when it is confirmed once more', async () => {
    const again = await confirm();

    expect([again.status, again.body['id']]).toEqual([201, id]);
    expect(await counted('petition_submissions')).toBe(rightRows);
  });

  it('D11.1d: tells nobody in Temporal, and no log, who said what', async () => {
    const refused = await clerk.get(`${path}/${id}/rows?state=refused`);
    const texts = [
      ...(await Promise.all(
        (await workflowIds(stack.temporalClient))
          .filter((each) => each.startsWith('import/') || each.startsWith('petition/'))
          .map(async (each) => (await historyOf(stack.temporalClient, each)).map(({ text }) => text).join('\n')),
      )),
      await readFile(stack.api.logFile, 'utf8'),
      await readFile(stack.worker.logFile, 'utf8'),
      JSON.stringify(refused.body),
    ].join('\n');

    expect(foundIn(texts)).toEqual([]);
    // That the search would have found something.
    expect(texts).toContain(`import/${id}`);
    expect(foundIn(file)).toEqual(Object.keys(markers));
  });
});

function foundIn(text: string): readonly string[] {
  const lower = text.toLowerCase();
  return Object.entries(markers).flatMap(([name, marker]) => (lower.includes(marker) ? [name] : []));
}

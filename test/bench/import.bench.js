import { Buffer } from 'node:buffer';
import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';

import { startRealStack, waitFor } from '@dialogue/testing/stack';

import { sizesOf } from './support/arguments.js';
import { conclude, rounded } from './support/results.js';

/**
 * How fast a file of petitions is taken in, on a real stack, and that nothing is lost when worker and API are killed in the
 * middle of it: `npm run bench -- import --rows=300`, 10,000 unless told.
 */

const { sizes, isFull } = sizesOf({ rows: 10_000 });
const size = sizes.rows;

const path = '/v1/petitions/imports';
const office = 'office=SL-VPUBND';
const headings = 'Số của cơ quan,Nguồn,Cơ quan được gửi đến,Đối tượng,Họ và tên,Địa chỉ,Tiêu đề,Nội dung';
/** About as long as what people write. */
const words = 'Đường liên bản hư hỏng nặng sau mưa lũ, đi lại rất khó khăn, đề nghị sửa chữa sớm. '.repeat(6).trim();
/** A rate is no help when it does not end: so long at the most. */
const limitMs = 3 * 3_600_000;

const stack = await startRealStack();
try {
  const undisturbed = await imported(aFile(size), async () => undefined);
  const disturbed = await imported(aFile(size), killBoth);
  report({ undisturbed, disturbed });
} finally {
  await stack.stop();
}

/** Sees a file, confirms it, and follows it to its end; `disturb` is called when half of its rows are registered. */
async function imported(csv, disturb) {
  const clerk = await stack.logIn();
  const preview = await timed(() => clerk.postCsv(`${path}/preview?${office}`, csv));
  requireStatus(preview.value, 200);
  const began = performance.now();
  const confirmed = await timed(() => clerk.postCsv(`${path}?${office}&registers=${size}`, csv));
  requireStatus(confirmed.value, 201);
  const { id } = confirmed.value.body;
  await reached(id, { registered: size / 2 });
  await disturb();
  await reached(id, { registered: size });
  const registeredMs = performance.now() - began;
  await reached(id, { running: size });
  const runningMs = performance.now() - began;
  await waitFor('the import is finished', async () => (await importRow(id)).finished_at, limitMs);
  return {
    ...{ rows: size, bytes: Buffer.byteLength(csv), previewMs: preview.ms, confirmMs: confirmed.ms },
    ...{ registeredMs, runningMs, perSecond: (size * 1_000) / runningMs, ...(await lostOrTwice(id)) },
  };
}

/** Both at once, in the middle of whatever they do; started again at once. */
async function killBoth() {
  await Promise.all([stack.worker.kill(), stack.api.kill()]);
  await Promise.all([stack.worker.start(), stack.api.start()]);
}

async function reached(id, { registered = 0, running = 0 }) {
  await waitFor(
    `${registered} registered, ${running} running`,
    async () => {
      const row = await importRow(id);
      return row.registered >= registered && row.running >= running;
    },
    limitMs,
  );
}

/** Past the API, which may be dead. */
async function importRow(id) {
  const [row] = await stack.register.rows(
    `SELECT imported.finished_at,
       (SELECT count(*)::integer FROM petition_import_rows WHERE import_id = $1 AND state = 'registered') AS registered,
       (SELECT count(*)::integer FROM case_memory memory JOIN petition_import_rows each
          ON each.petition_id::text = memory.case_id AND each.import_id = $1 WHERE memory.case_kind = 'petition') AS running
     FROM petition_imports imported WHERE id = $1`,
    [id],
  );
  return row;
}

/** Of each row one petition, one seal, one command, one beginning in the history, and one workflow that runs. */
async function lostOrTwice(id) {
  const [row] = await stack.register.rows(
    `WITH mine AS (SELECT petition_id AS id FROM petition_import_rows WHERE import_id = $1 AND state = 'registered')
     SELECT (SELECT count(*)::integer FROM petition_submissions JOIN mine USING (id)) AS petitions,
       (SELECT count(*)::integer FROM petition_identities JOIN mine ON mine.id = petition_id) AS identities,
       (SELECT count(*)::integer FROM commands JOIN mine ON mine.id::text = case_id WHERE outcome = 'accepted') AS commands,
       (SELECT count(*)::integer FROM case_events JOIN mine ON mine.id::text = case_id WHERE event = 'registered') AS begun`,
    [id],
  );
  const counts = Object.values(row);
  const lost = Math.max(...counts.map((count) => size - count), 0);
  const twice = Math.max(...counts.map((count) => count - size), 0);
  return { lost, twice, workflowsMissing: await missingWorkflows() };
}

/** What runs in Temporal beside what has begun in the register; its list follows a moment later. */
async function missingWorkflows() {
  const begun = await stack.register.count(`SELECT count(*) FROM case_memory WHERE case_kind = 'petition'`);
  const query = `WorkflowType = 'petitionWorkflow' AND ExecutionStatus = 'Running'`;
  const running = async () => (await stack.temporalClient.workflow.count(query)).count;
  await waitFor('every workflow is listed', async () => (await running()) >= begun, 120_000).catch(() => undefined);
  return Math.max(begun - (await running()), 0);
}

function aFile(count) {
  const own = randomUUID();
  const rows = Array.from({ length: count }, (_, index) => {
    const number = `${index + 1}/${own}`;
    const who = `Nguyễn Văn Thử ${index + 1},"Bản Mòng, xã Chiềng Mung"`;
    return `${number},Ngoài hội nghị,SL-UBND,Người dân,${who},Đề nghị sửa chữa đường liên bản,"${words} (${number})"`;
  });
  return [headings, ...rows].join('\n');
}

async function timed(run) {
  const began = performance.now();
  return { value: await run(), ms: performance.now() - began };
}

function requireStatus({ status, body }, expected) {
  if (status !== expected) throw new Error(`answered ${status}: ${JSON.stringify(body).slice(0, 1_000)}`);
}

/** The times are told; a failure is only what is lost or there twice. */
function report(results) {
  const measured = Object.fromEntries(
    Object.entries(results).map(([name, result]) => [
      name,
      Object.fromEntries(Object.entries(result).map(([key, value]) => [key, rounded(value)])),
    ]),
  );
  console.table(measured);
  const checks = Object.entries(results).flatMap(([name, result]) =>
    ['lost', 'twice', 'workflowsMissing'].map((about) => ({
      ...{ name: `${name}: ${about}`, figure: result[about], limit: 0, limitIs: 'at most' },
    })),
  );
  conclude('import', { isFull, measured, checks });
}

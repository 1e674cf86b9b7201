import { readFile, writeFile } from 'node:fs/promises';

import { addDays, addWorkingDays, dateAt, isWorkingDay, startOfDay } from '@dialogue/domain';
import { waitFor } from '@dialogue/testing/stack';

import { sizesOf } from './support/arguments.js';
import { inOffice } from './support/office.js';
import { calendarOf, startPetitions, writePastPetitions } from './support/past-petitions.js';
import { conclude, quantile, rounded } from './support/results.js';
import { say } from './support/say.js';

/**
 * Many deadlines at the same instant: petitions whose agency has not answered sleep until all of them are urged at once.
 * How long until the mail server has taken every letter; none is lost, none comes twice.
 *
 * An urging goes out at 08:00. So that nobody has to wait for it, the bundle that this worker runs says another time of
 * day; everything else is that of every day, and the timers run in real time.
 */
const { sizes, isFull } = sizesOf({ petitions: 1_000, mailsPerSecond: 200, startMsEach: 120 });
const preparationMs = 20_000;
/** Only so that a run that has lost something ends. */
const limitMs = 900_000;

await inOffice({ environments: { worker: { MAILS_PER_SECOND: String(sizes.mailsPerSecond) } } }, async (stack) => {
  const { register, smtp } = stack;
  // Nobody may begin a case before its time of day is known.
  await stack.worker.stop();
  // Whatever the preparation takes: the instant must be on the day for which the petitions are made.
  const on = dateAt(Date.now() + 600_000);
  const ids = await writePastPetitions(stack.registerUrl, {
    count: sizes.petitions,
    ...(await overdueSince(stack.registerUrl, on)),
  });
  say(`${ids.length} petitions are written; their agency has not answered by the last day`);

  const dueAt = fullSecond(Date.now() + preparationMs + sizes.petitions * sizes.startMsEach);
  await urgeAt(stack, dueAt);
  await startPetitions(stack.temporalClient, ids);
  await waitFor('every petition has recorded that its deadline is missed', () => isOfAll('deadlineMissed'), limitMs);
  if (Date.now() > dueAt - 2_000) throw new Error('They did not sleep before the instant: give more --startMsEach');
  say(`all of them sleep for ${Math.round((dueAt - Date.now()) / 1_000)} s more, and are then urged at once`);

  await waitFor('every letter is with the mail server', isAllDone, limitMs);
  const deliveries = await register.rows(
    `SELECT delivery.id, case_id, recipient_role, extract(epoch FROM sent_at)::float8 * 1000 AS sent_at
     FROM mail_deliveries delivery JOIN letters ON letters.id = letter_id ORDER BY sent_at`,
  );
  const recordedAt = await register.count(
    `SELECT extract(epoch FROM max(recorded_at))::float8 * 1000 FROM case_events WHERE event = 'urged'`,
  );
  finish({ ids, dueAt, recordedAt, deliveries, mails: smtp.accepted });

  async function isOfAll(event) {
    return (await register.count('SELECT count(*) FROM case_events WHERE event = $1', [event])) === ids.length;
  }

  async function isAllDone() {
    if (!(await isOfAll('urged'))) return false;
    const open = await register.count(
      `SELECT (SELECT count(*) FROM outbox WHERE sent_at IS NULL)
         + (SELECT count(*) FROM mail_deliveries WHERE state NOT IN ('sent', 'refused', 'uncertain', 'unaddressed', 'dropped'))`,
    );
    return open === 0;
  }
});

/** Received so long ago that the answer was due on the working day before this one, which is itself made a working day. */
async function overdueSince(registerUrl, on) {
  const published = await calendarOf(registerUrl, { from: addDays(on, -150), until: addDays(on, 300) });
  const calendar = isWorkingDay(published, on) ? published : worked(published, on);
  return { calendar, receivedOn: addWorkingDays(calendar, addWorkingDays(calendar, on, -1), -15) };
}

function worked(calendar, on) {
  if (calendar.daysOff.includes(on)) return { ...calendar, daysOff: calendar.daysOff.filter((off) => off !== on) };
  return { ...calendar, workedRestDays: [...calendar.workedRestDays, on].toSorted() };
}

/** The worker begins again, with a bundle in which urgings go out at this instant's time of day. */
async function urgeAt({ worker, workflowBundle }, dueAt) {
  const bundle = await readFile(workflowBundle, 'utf8');
  const [before, after, ...more] = bundle.split('const rungHour = 8;');
  if (after === undefined || more.length > 0)
    throw new Error('The bundle does not say once at which hour urgings go out');
  await writeFile(workflowBundle, `${before}const rungHour = ${hourOf(dueAt)};${after}`);
  await worker.start();
}

/** The next full second whose hour of the day, a fraction, leads back to it without a rest. */
function fullSecond(at) {
  const second = Math.ceil(at / 1_000) * 1_000;
  return startOfDay(dateAt(second)) + hourOf(second) * 3_600_000 === second ? second : fullSecond(second + 1_000);
}

function hourOf(at) {
  return (at - startOfDay(dateAt(at))) / 3_600_000;
}

function finish({ ids, dueAt, recordedAt, deliveries, mails }) {
  const taken = mails.map(({ raw }) => /^message-id:\s*<([^@>]+)@/im.exec(raw)?.[1]);
  const known = new Set(taken);
  const seconds = deliveries.map((delivery) => (delivery.sent_at - dueAt) / 1_000);
  const withLetters = new Set(deliveries.map((delivery) => delivery.case_id)).size;
  const measured = {
    sizes,
    letters: deliveries.length,
    lettersEach: rounded(deliveries.length / ids.length),
    secondsUntilAllAreUrged: rounded((recordedAt - dueAt) / 1_000),
    secondsUntilHalfIsHandedOver: rounded(quantile(seconds, 0.5)),
    secondsUntilAllIsHandedOver: rounded(quantile(seconds, 1)),
  };
  console.table(Object.fromEntries(Object.entries(measured).filter(([name]) => name !== 'sizes')));
  const none = { limit: 0, limitIs: 'at most' };
  conclude('rush', {
    isFull,
    measured,
    checks: [
      { name: 'petitions without a letter', figure: ids.length - withLetters, ...none },
      { name: 'letters too early', figure: seconds.filter((after) => after < 0).length, ...none },
      { name: 'letters lost', figure: deliveries.filter(({ id }) => !known.has(id)).length, ...none },
      { name: 'letters that came twice', figure: taken.length - known.size, ...none },
      {
        name: 'letters of which nobody knows',
        figure: taken.filter((id) => !deliveries.some((one) => one.id === id)).length,
        ...none,
      },
    ],
  });
}

import { addDays, dateAt } from '@dialogue/domain';
import { waitFor } from '@dialogue/testing/stack';

import { sizesOf } from './support/arguments.js';
import { give, idIn } from './support/clerk-desk.js';
import { each } from './support/each.js';
import { lifeInFigures } from './support/history.js';
import { atRest, clerkOf, inOffice } from './support/office.js';
import { lifeOn, registration } from './support/petition-life.js';
import { conclude } from './support/results.js';
import { say } from './support/say.js';

/**
 * What the histories of whole lives cost in Temporal: a petition that is reminded and answered, and a conference with its
 * guests and petitions. They are real histories of the dev server; how fast the machine is changes nothing about them.
 */
const { sizes, isFull } = sizesOf({ guests: 50, petitions: 40 });
const clocksAtATime = 4;

await inOffice({ environments: { worker: { MAILS_PER_SECOND: '1000' } } }, async (stack) => {
  const clerk = await clerkOf(stack);
  const petition = await figuresOf('petition', await petitionLife(stack, await clerk.logIn()));
  const conference = await figuresOf('conference', await conferenceLife(stack, clerk));
  const limit = { limit: 14, limitIs: 'at most' };
  conclude('histories', {
    isFull,
    measured: { sizes, petition, conference },
    checks: [
      { name: 'events per transition, petition', figure: petition.eventsPerTransition, ...limit },
      { name: 'events per transition, conference', figure: conference.eventsPerTransition, ...limit },
    ],
  });

  async function figuresOf(kind, id) {
    await atRest(stack);
    const figures = await lifeInFigures(stack, kind, id);
    const { path, transitions, events, runs, bytes } = figures;
    say(`${kind}: ${path}`);
    say(`${kind}: ${transitions} transitions, ${events} events in ${runs} runs, ${bytes} bytes`);
    return figures;
  }
});

/** Received, taken on, assigned, acknowledged, reminded of, answered in time, approved, resolved, told, closed. */
async function petitionLife(stack, client) {
  const id = idIn(await give(client, '/v1/petitions', registration));
  let now = Date.now();
  for (const { kind } of lifeOn(now)) {
    if (kind === 'acknowledge') now = await moved(stack, `petition/${id}`, 1);
    if (kind === 'answer') now = await moved(stack, `petition/${id}`, 17);
    const { route, body } = lifeOn(now).find((step) => step.kind === kind);
    await give(client, `/v1/petitions/${id}/${route}`, body);
  }
  return id;
}

/** Planned, approved, opinions asked for, petitions put on the list, briefed, invited, held, concluded, told, closed. */
async function conferenceLife(stack, clerk) {
  const client = await clerk.logIn();
  const today = dateAt(Date.now());
  const heldOn = addDays(today, 45);
  const id = idIn(await give(client, '/v1/conferences', planFor(heldOn)));
  const path = `/v1/conferences/${id}`;
  await give(client, `${path}/approve-plan`, { document: { number: '120/KH-UBND', signedOn: today } });
  const guests = await bodiesOf(stack, sizes.guests);
  await give(client, `${path}/request-opinions`, { bodies: guests.slice(0, 10), content: 'Đề nghị gửi ý kiến.' });
  const petitions = await each(Array.from({ length: sizes.petitions }), 1, () => onTheList(client, id));
  await waitFor('the conference knows its petitions', () => hasAll(client, path, 'attachedOn'));
  say(`conference: ${petitions.length} petitions are on its list`);

  const briefedOn = dateAt(await moved(stack, `conference/${id}`, 25));
  const handlings = petitions.map((petition) => ({ petition, handling: 'settle', note: 'Trả lời tại hội nghị.' }));
  await give(client, `${path}/hold-briefing`, { heldOn: briefedOn, handlings });
  await give(client, `${path}/send-invitations`, { guests });
  await atRest(stack);
  await moved(stack, `conference/${id}`, 20);
  await each(petitions, clocksAtATime, (petition) => moved(stack, `petition/${petition}`, 45));
  say('conference: the day has come');
  await theDay(await clerk.logIn(), path, { heldOn, guests, petitions });
  await waitFor('every petition is followed up', () => hasAll(client, path, 'followedUpOn'));
  await theEnd(await clerk.logIn(), path, heldOn);
  return id;
}

async function onTheList(client, conference) {
  const petition = idIn(await give(client, '/v1/petitions', registration));
  await give(client, `/v1/petitions/${petition}/accept`, { field: 'economy' });
  await give(client, `/v1/petitions/${petition}/attach-to-conference`, { conference });
  return petition;
}

/** Whether the conference knows all of its petitions, or even what became of each. */
async function hasAll(client, path, day) {
  const { petitions } = (await client.get(path)).body;
  return petitions.length === sizes.petitions && petitions.every((petition) => petition[day] !== null);
}

async function theDay(client, path, { heldOn, guests, petitions }) {
  await give(client, `${path}/record-held`, {
    heldOn,
    attendance: { people: 120, present: guests.slice(1), absent: guests.slice(0, 1) },
    speakers: ['Bà Lò Thị A, bản B: nước sạch'],
    minutes: 'Hội nghị bắt đầu lúc 8 giờ.',
  });
  const words = 'Hội nghị đã giải thích, người kiến nghị nhất trí.';
  const conclusions = petitions.map((petition) => ({ petition, conclusion: 'settle', words }));
  await give(client, `${path}/conclude`, { conclusions });
}

async function theEnd(client, path, heldOn) {
  const notice = { number: '210/TB-UBND', signedOn: heldOn };
  await give(client, `${path}/issue-conclusion-notice`, { document: notice, text: 'Kết luận của hội nghị.' });
  const result = { number: '98/BC-UBND', signedOn: heldOn };
  await give(client, `${path}/issue-result-report`, { document: result, text: 'Kết quả của hội nghị.' });
  await give(client, `${path}/close`, {});
}

function planFor(on) {
  return {
    ...{ kind: 'periodic', host: 'levelHead', organisation: 'SL-UBND', hostPost: 'committeeChair' },
    ...{ title: 'Hội nghị đối thoại định kỳ', contents: 'Đời sống của người dân', place: 'Hội trường lớn' },
    ...{ on, startsAt: '08:00' },
  };
}

async function bodiesOf({ register }, count) {
  const rows = await register.rows(
    `SELECT code FROM organisations WHERE valid_to IS NULL AND code <> 'SL-UBND' ORDER BY code LIMIT $1`,
    [count],
  );
  if (rows.length < count) throw new Error(`There are only ${rows.length} bodies to invite`);
  return rows.map(({ code }) => code);
}

async function moved(stack, workflowId, days) {
  return (await stack.advance(workflowId, days)).getTime();
}

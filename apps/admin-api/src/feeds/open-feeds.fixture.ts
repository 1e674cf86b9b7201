import ICAL from 'ical.js';

import { recordedIn, type Recorded } from '../recorded.fixture.js';
import { startApi, type Answer, type RunningApi } from '../running-api.fixture.js';

interface Owed {
  readonly number: number;
  readonly kind: string;
  readonly dueOn: string;
  readonly body?: string;
}

/** The API, with people of an office and an agency, and a petition in which each owes something. */
export interface OpenFeeds {
  readonly api: RunningApi;
  readonly clerk: string;
  readonly agency: string;
  readonly petition: NumberedPetition;
  aPetition(title: string): Promise<NumberedPetition>;
  owes(id: string, owed: Owed): Promise<void>;
  /** The answer, and the path of the address. */
  created(token: string, kind: string, organisation: string): Promise<Answer & { readonly url: string }>;
}

interface NumberedPetition {
  readonly id: string;
  readonly number: string;
}

export async function openFeeds(): Promise<OpenFeeds> {
  const api = await startApi();
  const recorded = recordedIn(api);
  const clerk = await api.loginAs('clerk', 'SL-VPUBND');
  const agency = await api.loginAs('agency', 'SL-SXD');
  const aPetition = (title: string): Promise<NumberedPetition> => petitionOf(api, recorded, { clerk, title });
  const owes = (id: string, owed: Owed): Promise<void> => recordDuty(api, id, owed);
  const petition = await aPetition('Đường Canary hỏng');
  await owes(petition.id, { number: 4, kind: 'answer', dueOn: '2026-12-31' });
  await owes(petition.id, { number: 5, kind: 'contribute', dueOn: '2026-12-24', body: 'SL-STC' });
  await owes(petition.id, { number: 6, kind: 'tell', dueOn: '2027-01-05' });
  return {
    ...{ api, clerk, agency, petition, aPetition, owes },
    async created(token, kind, organisation) {
      const answer = await api.post('/v1/calendar-feeds', { token, body: { kind, organisation } });
      const { url = '' } = JSON.parse(answer.text) as { url?: string };
      return { ...answer, url: new URL(url, 'http://127.0.0.1:3000').pathname };
    },
  };
}

export function eventsOf({ text }: Answer): readonly ICAL.Event[] {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  return calendar.getAllSubcomponents('vevent').map((each) => new ICAL.Event(each));
}

async function petitionOf(
  api: RunningApi,
  recorded: Recorded,
  { clerk, title }: { readonly clerk: string; readonly title: string },
): Promise<NumberedPetition> {
  const body = {
    ...{ title, content: 'Canary', category: 'resident', petitioner: { name: 'Nguyen Van Canary' } },
    ...{ source: 'outsideConference', organisation: 'SL-UBND' },
  };
  const { body: arrived } = await api.post('/v1/petitions', { token: clerk, body });
  const { id, number } = arrived.petition;
  await recorded.petitionIs(id, 'inProgress');
  await api.sql(`UPDATE petitions SET agency_code = 'SL-SXD' WHERE id = $1`, [id]);
  await api.sql(
    `INSERT INTO case_memory (case_kind, case_id, sequence, last_at, state)
     VALUES ('petition', $1, 1, now(), '{"leadOffice": "SL-VPUBND", "calendar": {"edition": 1}}')`,
    [id],
  );
  return { id, number };
}

async function recordDuty(api: RunningApi, id: string, { number, kind, dueOn, body }: Owed): Promise<void> {
  await api.sql(
    `INSERT INTO milestones (case_kind, case_id, number, kind, rule, anchor_on, due_on, is_provisional, body, changed_at)
     VALUES ('petition', $1, $2, $3, 'D11.1c', '2026-12-01', $4, false, $5, '2026-12-01T08:00+07:00')`,
    [id, number, kind, dueOn, body ?? null],
  );
}

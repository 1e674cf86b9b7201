import { randomBytes } from 'node:crypto';

import type { DataPaths } from '../local/paths.js';
import { findAdminPassword } from '../local/secrets.js';
import type { LocalSettings } from '../local/settings.js';
import { openSession, type ApiSession } from './api-session.js';
import type { Clocks } from './clocks.js';
import { told } from './demo.vi.js';
import type { Narrator } from './narrator.js';
import type { Commune, Stage } from './stage.js';
import { wednesdayFrom } from './story-days.js';
import { communes } from './story.vi.js';

/** The story cannot be told here, in words for whoever wants to see it. */
export class DemoProblem extends Error {
  override readonly name = 'DemoProblem';
}

/** What the stage is made of. */
export interface StageParts {
  readonly settings: LocalSettings;
  readonly paths: DataPaths;
  readonly narrator: Narrator;
  readonly clocks: Clocks;
  readonly onWaiting: () => void;
}

/** Weeks before the conference: long enough for every milestone, whatever holidays lie in between. */
const weeksAhead = 45;

/** Chooses a commune where nothing came in today, and gives everybody an account of this telling. */
export async function setStage(parts: StageParts): Promise<Stage> {
  const telling = randomBytes(4).toString('hex');
  const admin = await openAdmin(parts, telling);
  const commune = await freshCommune(admin);
  parts.narrator.line(told.title(commune.name));
  const person = (role: string, part: string | null): Promise<ApiSession> =>
    openPerson(parts, { admin, telling, role, organisation: part === null ? commune.code : `${commune.code}-${part}` });
  return {
    ...{ commune, clocks: parts.clocks, narrator: parts.narrator, conferenceDay: wednesdayFrom(weeksAhead) },
    people: {
      admin,
      clerk: await person('clerk', null),
      host: await person('host', null),
      agencies: {
        PKT: await person('agency', 'PKT'),
        PVHXH: await person('agency', 'PVHXH'),
        CA: await person('agency', 'CA'),
      },
    },
    petitions: new Map(),
    ...{ conference: null, cancelledConference: null, report: null },
  };
}

async function openAdmin({ settings, paths, onWaiting }: StageParts, telling: string): Promise<ApiSession> {
  const found = await findAdminPassword(paths.secrets, settings.adminPassword);
  if (found === null) throw new DemoProblem(told.passwordUnknown);
  return openSession({ origin: originOf(settings), username: 'admin', password: found.password, telling, onWaiting });
}

/** Figures of a report count all that came in on a day: the story needs a commune of its own. */
async function freshCommune(admin: ApiSession): Promise<Commune> {
  for (const commune of communes) {
    const { items } = await admin.get(`/v1/petitions?organisation=${commune.code}&limit=1`);
    if (Array.isArray(items) && items.length === 0) return commune;
  }
  throw new DemoProblem(told.toldEverywhere);
}

interface NewPerson {
  readonly admin: ApiSession;
  readonly telling: string;
  readonly role: string;
  readonly organisation: string;
}

async function openPerson(
  { settings, onWaiting }: StageParts,
  { admin, telling, role, organisation }: NewPerson,
): Promise<ApiSession> {
  const username = `demo.${role}.${organisation.toLowerCase()}.${telling}`;
  const password = randomBytes(12).toString('base64url');
  await admin.post('/v1/accounts', { username, password, role, organisation });
  return openSession({ origin: originOf(settings), username, password, telling, onWaiting });
}

function originOf({ ports }: LocalSettings): string {
  return `http://127.0.0.1:${String(ports.api)}`;
}

import { searchAttributeTypes } from '@dialogue/contracts';
import { createAccounts, createDataSource, migrate, type CalendarTaken } from '@dialogue/persistence';
import { hash } from 'argon2';

import { ensureNamespace, whenNamespaceIsKnown } from './namespace.js';
import { loadReferenceData, loadSampleContacts } from './reference-data.js';
import { createRoles, type RolePasswords } from './roles.js';
import { ensureSchedules } from './schedules.js';
import { ensureSearchAttributes } from './search-attributes.js';
import { withTemporal } from './temporal-connection.js';

/** What an installation is set up with. Everything in it may be repeated with every update. */
export interface SetUpOptions {
  /** Of the owner of the database, to the database itself. */
  readonly adminUrl: string;
  readonly passwords: RolePasswords;
  /** The folder `data/`: organisations and the working calendar. */
  readonly dataFolder: string;
  /** Made-up people for every post: never where real letters go out. */
  readonly hasSampleContacts?: boolean;
  /** Left out: no account is made. */
  readonly firstAccount?: FirstAccount;
  /** Left out: Temporal is not touched. */
  readonly temporal?: { readonly address: string; readonly namespace: string };
  readonly onStep?: (step: SetUpStep) => void;
}

/** The account with which the first person logs in. */
interface FirstAccount {
  readonly username: string;
  readonly password: string;
}

/** What the set-up does, in this order. */
export type SetUpStep =
  | 'roles'
  | 'migrations'
  | 'reference_data'
  /** Only where it is so: nothing was taken over of the calendar in the files, which no edition equals. */
  | 'calendar_differs'
  | 'sample_contacts'
  | 'first_account'
  | 'namespace'
  | 'search_attributes'
  | 'schedules';

/** What came of it. */
export interface SetUpResult {
  readonly migrations: readonly string[];
  /** False when the account had been made before: its password is then the old one. */
  readonly isAccountNew: boolean;
  readonly calendar: CalendarTaken;
}

/** The database and the Temporal namespace are ready for API and worker of this version. */
export async function setUp(options: SetUpOptions): Promise<SetUpResult> {
  const onStep = options.onStep ?? ((): void => undefined);
  onStep('roles');
  await createRoles(options.adminUrl, options.passwords);
  const result = await setUpDatabase(options, onStep);
  if (options.temporal !== undefined) await setUpTemporal(options.temporal, onStep);
  return result;
}

async function setUpDatabase(options: SetUpOptions, onStep: (step: SetUpStep) => void): Promise<SetUpResult> {
  const dataSource = createDataSource({ url: options.adminUrl, applicationName: 'dialogue-set-up' });
  await dataSource.initialize();
  try {
    onStep('migrations');
    const migrations = await migrate(dataSource);
    onStep('reference_data');
    const calendar = await loadReferenceData(dataSource, options.dataFolder);
    if (calendar === 'different') onStep('calendar_differs');
    if (options.hasSampleContacts === true) {
      onStep('sample_contacts');
      await loadSampleContacts(dataSource, options.dataFolder);
    }
    if (options.firstAccount === undefined) return { migrations, calendar, isAccountNew: false };
    onStep('first_account');
    return {
      migrations,
      calendar,
      isAccountNew: await createFirstAccount(createAccounts(dataSource), options.firstAccount),
    };
  } finally {
    await dataSource.destroy();
  }
}

/** An account that exists is left alone, whatever its password: a set-up that is repeated must not take it back. */
async function createFirstAccount(
  accounts: ReturnType<typeof createAccounts>,
  { username, password }: FirstAccount,
): Promise<boolean> {
  if ((await accounts.findByUsername(username)) !== null) return false;
  // argon2id with the library's defaults, which are those of RFC 9106's second recommendation.
  const passwordHash = await hash(password);
  return (await accounts.create({ username, passwordHash, role: 'admin', organisationCode: null })) !== null;
}

async function setUpTemporal(
  { address, namespace }: { readonly address: string; readonly namespace: string },
  onStep: (step: SetUpStep) => void,
): Promise<void> {
  await withTemporal({ address, connectTimeoutMs: 60_000 }, async (connection) => {
    onStep('namespace');
    await ensureNamespace(connection, namespace);
    onStep('search_attributes');
    await whenNamespaceIsKnown(() => ensureSearchAttributes(connection, namespace, searchAttributeTypes));
    onStep('schedules');
    await whenNamespaceIsKnown(() => ensureSchedules(connection, namespace));
  });
}

import type { SetUpStep } from '../setup/set-up.js';
import type { DataPaths } from './paths.js';
import { loopback } from './ports.js';
import type { AdminPassword, LocalSecrets } from './secrets.js';
import type { LocalSettings } from './settings.js';
import type { ResolverProgress } from './temporal-cli.js';

/** What the parts of one copy are started with. */
export interface LocalContext {
  readonly settings: LocalSettings;
  readonly paths: DataPaths;
  readonly secrets: LocalSecrets;
  readonly mailSender: string;
  readonly onFetching: ResolverProgress;
  readonly onSetUpStep: (step: SetUpStep) => void;
  /** What the set-up found out about the first account. */
  readonly onAccount: (account: AccountReport) => void;
}

/** The first account and its password, as far as it may be shown. */
export interface AccountReport {
  readonly username: string;
  readonly password: AdminPassword;
  readonly isNew: boolean;
}

/** The database of the register in the embedded cluster. */
export const databaseName = 'dialogue';
/** The Temporal namespace of the embedded stack. */
export const temporalNamespace = 'default';
/** Where this copy's Temporal answers. */
export function temporalAddress({ ports }: LocalSettings): string {
  return `${loopback}:${ports.temporal}`;
}

import type { ImportFault, Numbered, OrganisationEntry, PostEntry, Tally } from '@dialogue/domain';
import type { DataSource } from 'typeorm';

import { isExclusionViolation } from '../sql/exclusion-violation.js';
import { inSnapshot, inTransaction } from '../sql/sql.js';
import { importOrganisations, knownOrganisations } from './organisations.js';
import { importPosts, postEntries } from './posts.js';

/** What came of a table: refused with all that is wrong, and nothing is written; or how much it makes and changes. */
export type ImportOutcome<Kind extends string> =
  { readonly faults: readonly ImportFault[] } | { readonly tallies: Readonly<Record<Kind, Tally>> };

/** Dry: everything is checked and counted, and nothing is written. */
export interface ImportOptions {
  readonly isDry: boolean;
}

/** Tables of organisations and of posts with the people who hold them, out of the register and into it; whole or not at all. */
export interface Imports {
  organisationEntries(): Promise<readonly OrganisationEntry[]>;
  importOrganisations(
    given: readonly Numbered<OrganisationEntry>[],
    options: ImportOptions,
  ): Promise<ImportOutcome<'organisations'>>;
  postEntries(): Promise<readonly PostEntry[]>;
  /** Null: while it was checked, somebody else was given one of the posts; nothing is written. */
  importPosts(
    given: readonly Numbered<PostEntry>[],
    options: ImportOptions,
  ): Promise<ImportOutcome<'posts' | 'people' | 'holdings'> | null>;
}

export function createImports(dataSource: DataSource): Imports {
  return {
    organisationEntries: async () =>
      inSnapshot(dataSource, async (sql) => [...(await knownOrganisations(sql)).organisations.values()]),
    importOrganisations: async (given, options) =>
      inTransaction(dataSource, async (sql) => importOrganisations(sql, given, options)),
    postEntries: async () => inSnapshot(dataSource, postEntries),
    importPosts: async (given, options) => {
      try {
        return await inTransaction(dataSource, async (sql) => importPosts(sql, given, options));
      } catch (error) {
        if (isExclusionViolation(error)) return null;
        throw error;
      }
    },
  };
}

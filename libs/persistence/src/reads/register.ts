import type { LocalDate, OrganisationCode } from '@dialogue/domain';
import type { DataSource } from 'typeorm';

import { organisationLines, type OrganisationLines } from '../organisations/organisation-lines.js';
import { inSnapshot, sqlOf } from '../sql/sql.js';
import { countsByOrganisation } from './counts.js';
import type { CountsQuery, Organisation, OrganisationCounts, OrganisationQuery } from './organisation-reads.js';
import { organisation, organisations, organisationSubtree } from './organisations.js';
import { petition } from './petition-detail.js';
import type { DeliveryScope, Page, PageRequest } from './case-reads.js';
import type { PetitionDetail, PetitionFilter, PetitionScope, PetitionSummary } from './petition-reads.js';
import { petitions } from './petition-summaries.js';
import { deliveryScope, petitionScope } from './scopes.js';

/** What can be read of the register. Every read sees what the ledger has committed. */
export interface Register {
  petition(id: string): Promise<PetitionDetail | null>;
  petitionScope(id: string): Promise<PetitionScope | null>;
  deliveryScope(deliveryId: string): Promise<DeliveryScope | null>;
  /** Newest first. */
  petitions(filter: PetitionFilter, page: PageRequest): Promise<Page<PetitionSummary>>;
  organisations(query: OrganisationQuery): Promise<readonly Organisation[]>;
  organisation(code: string): Promise<Organisation | null>;
  /** Null when the code is unknown, or nobody has taken over from a body that is not in force on the day. */
  organisationLines(code: string, on: LocalDate): Promise<OrganisationLines | null>;
  /**
   * The organisation, what is below it on that day, and the former bodies that these have taken over from: so what was
   * once filed under a predecessor stays in scope.
   */
  organisationSubtree(code: string, on: LocalDate): Promise<readonly OrganisationCode[]>;
  /** Received, answered in time, answered late, overdue, resolved per organisation, in one query. */
  countsByOrganisation(query: CountsQuery): Promise<readonly OrganisationCounts[]>;
}

/** Over the connections of any role. */
export function createRegister(dataSource: DataSource): Register {
  const sql = sqlOf(dataSource);
  return {
    petition: async (id) => inSnapshot(dataSource, async (tx) => petition(tx, id)),
    petitionScope: async (id) => petitionScope(sql, id),
    deliveryScope: async (deliveryId) => deliveryScope(sql, deliveryId),
    petitions: async (filter, page) => petitions(sql, filter, page),
    organisations: async (query) => organisations(sql, query),
    organisation: async (code) => organisation(sql, code),
    organisationLines: async (code, on) => organisationLines(sql, code, on),
    organisationSubtree: async (code, on) => organisationSubtree(sql, code, on),
    countsByOrganisation: async (query) => countsByOrganisation(sql, query),
  };
}

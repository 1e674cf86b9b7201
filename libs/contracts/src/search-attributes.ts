import { defineSearchAttributeKey } from '@temporalio/common';

/** By what supervisors find a case in the Temporal UI. Keywords and dates only: Text breaks on PostgreSQL. */
export const searchAttributes = {
  caseKind: defineSearchAttributeKey('CaseKind', 'KEYWORD'),
  caseStage: defineSearchAttributeKey('CaseStage', 'KEYWORD'),
  organisationCode: defineSearchAttributeKey('OrganisationCode', 'KEYWORD'),
  agencyCode: defineSearchAttributeKey('AgencyCode', 'KEYWORD'),
  conferenceId: defineSearchAttributeKey('ConferenceId', 'KEYWORD'),
  reportPeriod: defineSearchAttributeKey('ReportPeriod', 'KEYWORD'),
  caseFlags: defineSearchAttributeKey('CaseFlags', 'KEYWORD_LIST'),
  nextDeadline: defineSearchAttributeKey('NextDeadline', 'DATETIME'),
} as const;

/** Name -> type, as the set-up registers them. */
export const searchAttributeTypes: Readonly<Record<string, 'KEYWORD' | 'KEYWORD_LIST' | 'DATETIME'>> =
  Object.fromEntries(Object.values(searchAttributes).map(({ name, type }) => [name, type]));

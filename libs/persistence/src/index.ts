export * from './accounts/accounts.js';
export * from './calendar/calendar-editions.js';
export * from './contacts/contacts.js';
export * from './data-source.js';
export * from './deliveries/claim-lost.js';
export * from './deliveries/deliveries.js';
export * from './deliveries/delivery.js';
export * from './door/command.js';
export * from './door/door.js';
export * from './door/outcome-listener.js';
export * from './door/virtual-cases.js';
export * from './files/clamd.js';
export * from './files/file-refused.js';
export * from './files/file-store.js';
export * from './identities/fingerprint.js';
export * from './identities/identity-store.js';
export * from './identities/seal.js';
export * from './imports/imports.js';
export * from './ledger/ledger-error.js';
export * from './ledger/ledger.js';
export * from './migrate.js';
export type { LineFault } from './organisations/line-faults.js';
export * from './organisations/lines.js';
export type { OrganisationLines } from './organisations/organisation-lines.js';
export type { RoutedBody, RoutedPost, Routing, RoutingQuestion } from './organisations/routing.js';
export * from './people/people.js';
export type { Appointed, NewHolder } from './posts/appoint.js';
export type { Ended } from './posts/endings.js';
export * from './petition-imports/petition-import.js';
export * from './petition-imports/petition-imports.js';
export type { RegisteredRows } from './petition-imports/register-rows.js';
export type { HostPost } from './posts/host-posts.js';
export * from './posts/posts.js';
export * from './reads/case-reads.js';
export type { MinutesRow, MinutesText, NoteRow } from './reads/conference-acts.js';
export * from './reads/conference-reads.js';
export * from './reads/delivery-list.js';
export type { CountedBody, ListCounts } from './reads/list-counts.js';
export type { NextDue } from './reads/next-count.js';
export * from './reads/organisation-reads.js';
export type { DuplicatesQuestion, PossibleDuplicate } from './reads/petition-duplicates.js';
export * from './reads/petition-reads.js';
export type { RelatedPetition } from './reads/petition-relations.js';
export * from './reads/register.js';
export * from './reads/report-reads.js';
export type { CalendarTaken } from './reference/first-edition.js';
export * from './reference/store-reference-data.js';
export * from './reference/store-sample-contacts.js';
export * from './reconciliation/reconciliation-reads.js';
export * from './reconciliation/reconciliations.js';
export type { ReconciledKind, ReconciledReference, ReconciledUnit, ShouldRun } from './reconciliation/should-run.js';
export * from './relay/notification-listener.js';
export * from './relay/relay-store.js';
export type { NoteDelivery } from './relay/tell-case.js';
export * from './reorganisations/reorganisations.js';
export * from './rollouts/rollout-reads.js';
export * from './rollouts/rollouts.js';
export type {
  AdoptedVersions,
  AdoptingCase,
  AdoptionOrder,
  AdoptionPreview,
  OrderedAdoption,
} from './terms/adoption.js';
export * from './terms/local-terms.js';
export type { SetTerms, TermsQuestion } from './terms/terms-in-force.js';
export type { OpenedReports, ReportsToOpen } from './reports/open-reports.js';

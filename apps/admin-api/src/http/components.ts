import { z } from 'zod';

import { accountResponse, accountsResponse, tokenResponse } from '../accounts/account.schemas.js';
import { previewResponse, rolloutResponse } from '../calendar/publishing.schemas.js';
import { calendarEditionResponse, calendarEditionsResponse } from '../calendar/calendar.response-schemas.js';
import { historyPageResponse } from '../cases/case.response-schemas.js';
import { listCountsResponse } from '../cases/list-counts.response-schemas.js';
import { commandResponse } from '../commands/commands.service.js';
import {
  conferencePageResponse,
  conferenceResponse,
  minutesListResponse,
  minutesResponse,
} from '../conferences/conference.response-schemas.js';
import { feedResponse, feedsResponse, newFeedResponse } from '../feeds/feed.schemas.js';
import { fileResponse } from '../files/file.response-schemas.js';
import { explanationResponse } from '../deadlines/deadline.response-schemas.js';
import { fieldsResponse } from '../fields/field.response-schemas.js';
import { bounceReportsResponse, deliveriesResponse, deliveryResponse } from '../deliveries/delivery.schemas.js';
import { silentBodiesResponse } from '../deliveries/silence.schemas.js';
import { liveResponse, readyResponse } from '../health/health.service.js';
import { absencesResponse, mailSettingsResponse } from '../mail-settings/mail-setting.response-schemas.js';
import {
  contactsResponse,
  countsPageResponse,
  countsResponse,
  levelsResponse,
  organisationOnDayResponse,
  organisationPageResponse,
  organisationSubtreeResponse,
} from '../organisations/organisation.response-schemas.js';
import { linksResponse } from '../links/link.schemas.js';
import { linesResponse } from '../organisations/line.response-schemas.js';
import { routingResponse } from '../organisations/routing.response-schemas.js';
import {
  petitionImportPreviewResponse,
  petitionImportResponse,
  petitionImportRowsResponse,
  petitionImportsResponse,
} from '../petitions/imports/petition-import.response-schemas.js';
import {
  identityResponse,
  petitionDuplicatesResponse,
  petitionPageResponse,
  petitionResponse,
} from '../petitions/petition.response-schemas.js';
import {
  appointmentResponse,
  personPageResponse,
  personResponse,
  postsResponse,
} from '../posts/post.response-schemas.js';
import {
  reorganisationPreviewResponse,
  reorganisationResponse,
  reorganisationsResponse,
} from '../reorganisations/reorganisation.response-schemas.js';
import {
  reconciliationDetailResponse,
  reconciliationResponse,
  reconciliationsResponse,
} from '../reconciliations/reconciliation.schemas.js';
import { reportPageResponse, reportResponse } from '../reports/report.response-schemas.js';
import { organisationsImportedResponse, postsImportedResponse } from '../tables/table.response-schemas.js';
import { termsAdoptionOrderResponse, termsAdoptionResponse } from '../terms/adoption.response-schemas.js';
import { termsResponse, termsVersionResponse, termsVersionsResponse } from '../terms/terms.response-schemas.js';

const error = z.object({
  code: z.string(),
  message: z.string(),
  fields: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  rule: z.string().optional(),
  article: z.string().optional(),
  commandId: z.string().optional(),
  requestId: z.string().optional(),
});

const begun = z.object({ id: z.string(), number: z.string(), stage: z.string() });

const pending = z.object({
  status: z.literal('pending'),
  commandId: z.string(),
  link: z.string(),
  /** The case that the command begins. */
  petition: begun.optional(),
  conference: begun.optional(),
  report: z.object({ id: z.string(), stage: z.string() }).optional(),
});

/** The bodies of answers, by the names that the documentation gives them. */
export const components = {
  Absences: absencesResponse,
  Account: accountResponse,
  Accounts: accountsResponse,
  Appointment: appointmentResponse,
  CalendarEdition: calendarEditionResponse,
  CalendarEditions: calendarEditionsResponse,
  CalendarPreview: previewResponse,
  CalendarRollout: rolloutResponse,
  Command: commandResponse,
  Conference: conferenceResponse,
  ConferencePage: conferencePageResponse,
  Contacts: contactsResponse,
  Counts: countsResponse,
  CountsPage: countsPageResponse,
  BounceReports: bounceReportsResponse,
  Deliveries: deliveriesResponse,
  SilentBodies: silentBodiesResponse,
  Delivery: deliveryResponse,
  Error: error,
  Explanation: explanationResponse,
  Fields: fieldsResponse,
  Feed: feedResponse,
  Feeds: feedsResponse,
  File: fileResponse,
  HistoryPage: historyPageResponse,
  Identity: identityResponse,
  Lines: linesResponse,
  Links: linksResponse,
  Levels: levelsResponse,
  ListCounts: listCountsResponse,
  Live: liveResponse,
  MailSettings: mailSettingsResponse,
  Minutes: minutesResponse,
  MinutesList: minutesListResponse,
  NewFeed: newFeedResponse,
  OrganisationOnDay: organisationOnDayResponse,
  OrganisationPage: organisationPageResponse,
  OrganisationSubtree: organisationSubtreeResponse,
  OrganisationsImported: organisationsImportedResponse,
  Pending: pending,
  Person: personResponse,
  PersonPage: personPageResponse,
  Petition: petitionResponse,
  PetitionImport: petitionImportResponse,
  PetitionImportPreview: petitionImportPreviewResponse,
  PetitionImportRows: petitionImportRowsResponse,
  PetitionImports: petitionImportsResponse,
  PetitionPage: petitionPageResponse,
  PetitionDuplicates: petitionDuplicatesResponse,
  Posts: postsResponse,
  PostsImported: postsImportedResponse,
  Readiness: readyResponse,
  Reconciliation: reconciliationResponse,
  ReconciliationDetail: reconciliationDetailResponse,
  Reconciliations: reconciliationsResponse,
  Reorganisation: reorganisationResponse,
  ReorganisationPreview: reorganisationPreviewResponse,
  Reorganisations: reorganisationsResponse,
  Report: reportResponse,
  ReportPage: reportPageResponse,
  Routing: routingResponse,
  Terms: termsResponse,
  TermsAdoption: termsAdoptionResponse,
  TermsAdoptionOrder: termsAdoptionOrderResponse,
  TermsVersion: termsVersionResponse,
  TermsVersions: termsVersionsResponse,
  Token: tokenResponse,
} as const;
export type ComponentName = keyof typeof components;

/** A place in the documentation that points to one of them. */
export function componentRef(name: ComponentName): { readonly $ref: string } {
  return { $ref: `#/components/schemas/${name}` };
}

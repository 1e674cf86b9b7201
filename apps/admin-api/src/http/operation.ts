import { applyDecorators, Header, HttpCode, UseInterceptors } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiConsumes, ApiHeader, ApiOperation, ApiResponse } from '@nestjs/swagger';

import { Public, RequirePermission, type RouteAccess } from '../auth/route-access.js';
import type { ConferenceRouteKind } from '../conferences/conference-row.js';
import type { PetitionRouteKind } from '../petitions/petition-row.js';
import type { ReportRouteKind } from '../reports/report-row.js';
import { componentRef, type ComponentName } from './components.js';
import { fileTypes, type FileType } from './file-body.js';
import { documentTexts, operationTexts } from './operations.vi.js';
import { PendingInterceptor } from './pending.interceptor.js';

/** Every route by its name. */
export type OperationName =
  | PetitionRouteKind
  | `conference${Capitalize<ConferenceRouteKind>}`
  | `report${Capitalize<ReportRouteKind>}`
  | 'isLive'
  | 'isReady'
  | 'logIn'
  | 'registerPetition'
  | 'registerStub'
  | 'listPetitions'
  | 'countPetitions'
  | 'exportPetitions'
  | 'readPetition'
  | 'readPetitionHistory'
  | 'readIdentity'
  | 'listFeeds'
  | 'createFeed'
  | 'replaceFeed'
  | 'revokeFeed'
  | 'readFeed'
  | 'uploadFile'
  | 'downloadPetitionFile'
  | 'petitionImportTemplate'
  | 'previewPetitionImport'
  | 'importPetitions'
  | 'listPetitionImports'
  | 'readPetitionImport'
  | 'listPetitionImportRows'
  | 'exportRefusedPetitions'
  | 'cancelPetitionImport'
  | 'listDuplicates'
  | 'planConference'
  | 'demandAdHoc'
  | 'listConferences'
  | 'countConferences'
  | 'exportConferences'
  | 'readConference'
  | 'readConferenceHistory'
  | 'recordOpinionRaised'
  | 'listMinutes'
  | 'readMinutes'
  | 'openReport'
  | 'listReports'
  | 'countReports'
  | 'exportReports'
  | 'readReport'
  | 'readReportHistory'
  | 'readCommand'
  | 'previewCalendar'
  | 'publishCalendar'
  | 'readCalendarRollout'
  | 'previewReorganisation'
  | 'requestReorganisation'
  | 'listReorganisations'
  | 'readReorganisation'
  | 'withdrawReorganisation'
  | 'listOrganisations'
  | 'listLevels'
  | 'readOrganisation'
  | 'readSubtree'
  | 'listContacts'
  | 'setContact'
  | 'readMailSettings'
  | 'setMailSettings'
  | 'listAbsences'
  | 'recordAbsence'
  | 'withdrawAbsence'
  | 'listPosts'
  | 'readRouting'
  | 'listLines'
  | 'setLine'
  | 'appoint'
  | 'endPost'
  | 'endHolding'
  | 'listPeople'
  | 'readPerson'
  | 'registerPerson'
  | 'correctPerson'
  | 'exportOrganisations'
  | 'importOrganisations'
  | 'exportPosts'
  | 'importPosts'
  | 'readTerms'
  | 'listTermsVersions'
  | 'setTerms'
  | 'withdrawTerms'
  | 'previewTermsAdoption'
  | 'adoptTermsEverywhere'
  | 'readCounts'
  | 'readOrganisationCounts'
  | 'listCalendarEditions'
  | 'readCalendarEdition'
  | 'exportCalendarCsv'
  | 'exportCalendarIcs'
  | 'beginCalendarDraft'
  | 'addDayOff'
  | 'addDayInLieu'
  | 'addSwap'
  | 'removeCalendarDay'
  | 'confirmCalendarYear'
  | 'suggestCalendarYear'
  | 'importCalendar'
  | 'discardCalendarDraft'
  | 'listReconciliations'
  | 'readReconciliation'
  | 'requestReconciliation'
  | 'listFields'
  | 'addField'
  | 'renameField'
  | 'retireField'
  | 'listAccounts'
  | 'createAccount'
  | 'setPassword'
  | 'deactivateAccount'
  | 'listDeliveries'
  | 'resendDelivery'
  | 'confirmDelivery'
  | 'listLinks'
  | 'revokeLinks'
  | 'recordFallback'
  | 'withdrawFallback'
  | 'listBounceReports'
  | 'listSilentBodies'
  | 'exportSilentBodies'
  | 'setSilenceLimit'
  | 'explainDeadline'
  | 'explainDeadlinePage';

type ErrorStatus = Exclude<keyof typeof documentTexts.statuses, 202>;

interface OperationOptions {
  readonly access: RouteAccess;
  /** The body of a success, or the kind of file that it is; null: there is none. */
  readonly success: ComponentName | FileType | null;
  /** 200 unless told. */
  readonly status?: 200 | 201 | 204;
  readonly errors?: readonly ErrorStatus[];
  /** The request is a file, of one of the types that are read. */
  readonly isImport?: boolean;
}

/** All that a route says about itself besides its path: who may call it, what it does, what it answers. */
export function Operation(
  name: OperationName,
  { access, success, status = 200, errors = [], isImport = false }: OperationOptions,
): MethodDecorator {
  const mayFail: readonly ErrorStatus[] = [...(access === 'public' ? [] : ([401, 403] as const)), ...errors, 503];
  return applyDecorators(
    access === 'public' ? Public() : applyDecorators(RequirePermission(access), ApiBearerAuth()),
    HttpCode(status),
    ApiOperation({ operationId: name, ...operationTexts[name] }),
    ...successDecorators(success, status),
    ...(isImport ? [ApiConsumes(...fileTypes), ApiBody({ schema: { type: 'string' } })] : []),
    ...[...new Set(mayFail)].map((failure) =>
      ApiResponse({ status: failure, description: documentTexts.statuses[failure], schema: componentRef('Error') }),
    ),
  );
}

function successDecorators(success: OperationOptions['success'], status: number): readonly MethodDecorator[] {
  const response = { status, description: documentTexts.success };
  if (success === null) return [ApiResponse(response)];
  if (isFileType(success))
    return [
      Header('Content-Type', `${success}; charset=utf-8`),
      ApiResponse({ ...response, content: { [success]: { schema: { type: 'string' } } } }),
    ];
  return [ApiResponse({ ...response, schema: componentRef(success) })];
}

function isFileType(success: ComponentName | FileType): success is FileType {
  return fileTypes.some((known) => known === success);
}

/** A route whose request is a command: goes through the door, may be repeated under a key, may be pending. */
export function CommandOperation(
  name: OperationName,
  options: Pick<OperationOptions, 'access' | 'success'>,
): MethodDecorator {
  return applyDecorators(
    Operation(name, { ...options, errors: [400, 404, 409, 413, 422] }),
    ApiHeader({
      name: 'Idempotency-Key',
      required: false,
      description: documentTexts.idempotencyKey,
      schema: { type: 'string', maxLength: 200 },
    }),
    ApiResponse({ status: 202, description: documentTexts.statuses[202], schema: componentRef('Pending') }),
    UseInterceptors(PendingInterceptor),
  );
}

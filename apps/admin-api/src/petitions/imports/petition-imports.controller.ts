import { Controller, Get, Header, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Account } from '@dialogue/persistence';

import { CurrentAccount } from '../../auth/current-account.js';
import { FileBody, type UploadedFile } from '../../http/file-body.js';
import { Operation } from '../../http/operation.js';
import { uuid } from '../../http/schemas.js';
import { SERVICES, type Services } from '../../tokens.js';
import type {
  PetitionImportPreviewResponse,
  PetitionImportResponse,
  PetitionImportRowsResponse,
  PetitionImportsResponse,
} from './petition-import.response-schemas.js';
import {
  importPreviewQuery,
  importQuery,
  importRowsQuery,
  importsQuery,
  type ImportPreviewQuery,
  type ImportQuery,
  type ImportRowsQuery,
  type ImportsQuery,
} from './petition-import.schemas.js';

/** Petitions taken in many at once, from a file: seen first, then confirmed, then followed. */
@ApiTags('petitions')
@Controller('v1/petitions/imports')
export class PetitionImportsController {
  constructor(@Inject(SERVICES) private readonly services: Services) {}

  @Get('template.csv')
  @Header('Content-Disposition', 'attachment; filename="petitions.csv"')
  @Operation('petitionImportTemplate', { access: 'petition:import', success: 'text/csv' })
  petitionImportTemplate(): string {
    return this.services.petitionImports.template();
  }

  @Post('preview')
  @Operation('previewPetitionImport', {
    access: 'petition:import',
    success: 'PetitionImportPreview',
    errors: [400, 413, 422],
    isImport: true,
  })
  previewPetitionImport(
    @CurrentAccount() account: Account,
    @Query({ schema: importPreviewQuery }) query: ImportPreviewQuery,
    @FileBody() file: UploadedFile,
  ): Promise<PetitionImportPreviewResponse> {
    return this.services.petitionImports.preview(account, query, file);
  }

  @Post()
  @Operation('importPetitions', {
    access: 'petition:import',
    success: 'PetitionImport',
    errors: [400, 409, 413, 422],
    status: 201,
    isImport: true,
  })
  importPetitions(
    @CurrentAccount() account: Account,
    @Query({ schema: importQuery }) query: ImportQuery,
    @FileBody() file: UploadedFile,
  ): Promise<PetitionImportResponse> {
    return this.services.petitionImports.request(account, query, file);
  }

  @Get()
  @Operation('listPetitionImports', { access: 'petition:read', success: 'PetitionImports', errors: [400] })
  listPetitionImports(
    @CurrentAccount() account: Account,
    @Query({ schema: importsQuery }) query: ImportsQuery,
  ): Promise<PetitionImportsResponse> {
    return this.services.petitionImports.imports(account, query);
  }

  @Get(':id')
  @Operation('readPetitionImport', { access: 'petition:read', success: 'PetitionImport', errors: [400, 404] })
  readPetitionImport(
    @CurrentAccount() account: Account,
    @Param('id', { schema: uuid }) id: string,
  ): Promise<PetitionImportResponse> {
    return this.services.petitionImports.petitionImport(account, id);
  }

  @Get(':id/rows')
  @Operation('listPetitionImportRows', { access: 'petition:read', success: 'PetitionImportRows', errors: [400, 404] })
  listPetitionImportRows(
    @CurrentAccount() account: Account,
    @Param('id', { schema: uuid }) id: string,
    @Query({ schema: importRowsQuery }) query: ImportRowsQuery,
  ): Promise<PetitionImportRowsResponse> {
    return this.services.petitionImports.rows(account, id, query);
  }

  @Get(':id/refused.csv')
  @Header('Content-Disposition', 'attachment; filename="refused.csv"')
  @Operation('exportRefusedPetitions', { access: 'petition:import', success: 'text/csv', errors: [400, 404] })
  exportRefusedPetitions(
    @CurrentAccount() account: Account,
    @Param('id', { schema: uuid }) id: string,
  ): Promise<string> {
    return this.services.petitionImports.refused(account, id);
  }

  @Post(':id/cancel')
  @Operation('cancelPetitionImport', {
    access: 'petition:import',
    success: 'PetitionImport',
    errors: [400, 404, 409],
  })
  cancelPetitionImport(
    @CurrentAccount() account: Account,
    @Param('id', { schema: uuid }) id: string,
  ): Promise<PetitionImportResponse> {
    return this.services.petitionImports.cancel(account, id);
  }
}

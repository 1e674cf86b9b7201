import { Controller, Get, Header, Inject, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { FileBody, type UploadedFile } from '../http/file-body.js';
import { Operation } from '../http/operation.js';
import { SERVICES, type Services } from '../tokens.js';
import type { OrganisationsImportedResponse, PostsImportedResponse } from './table.response-schemas.js';
import { importQuery, type ImportQuery } from './table.schemas.js';

const errors = [400, 409, 413, 422] as const;

/** Organisations, posts and people as tables, out and in. */
@ApiTags('tables')
@Controller('v1')
export class TablesController {
  constructor(@Inject(SERVICES) private readonly services: Services) {}

  @Get('organisations.csv')
  @Header('Content-Disposition', 'attachment; filename="organisations.csv"')
  @Operation('exportOrganisations', { access: 'organisation:read', success: 'text/csv' })
  exportOrganisations(): Promise<string> {
    return this.services.tables.organisations();
  }

  @Post('organisations/import')
  @Operation('importOrganisations', {
    access: 'organisation:manage',
    success: 'OrganisationsImported',
    errors,
    isImport: true,
  })
  importOrganisations(
    @Query({ schema: importQuery }) query: ImportQuery,
    @FileBody() file: UploadedFile,
  ): Promise<OrganisationsImportedResponse> {
    return this.services.tables.importOrganisations(file, query.dryRun);
  }

  @Get('posts.csv')
  @Header('Content-Disposition', 'attachment; filename="posts.csv"')
  @Operation('exportPosts', { access: 'post:manage', success: 'text/csv' })
  exportPosts(): Promise<string> {
    return this.services.tables.posts();
  }

  @Post('posts/import')
  @Operation('importPosts', { access: 'post:manage', success: 'PostsImported', errors, isImport: true })
  importPosts(
    @Query({ schema: importQuery }) query: ImportQuery,
    @FileBody() file: UploadedFile,
  ): Promise<PostsImportedResponse> {
    return this.services.tables.importPosts(file, query.dryRun);
  }
}

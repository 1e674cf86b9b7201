import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FieldCode } from '@dialogue/domain';
import type { Account } from '@dialogue/persistence';

import { CurrentAccount } from '../auth/current-account.js';
import { Operation } from '../http/operation.js';
import { fieldCode } from '../http/schemas.js';
import { SERVICES, type Services } from '../tokens.js';
import type { FieldsResponse } from './field.response-schemas.js';
import {
  fieldRenaming,
  fieldRetirement,
  fieldsQuery,
  newField,
  type FieldRenaming,
  type FieldRetirement,
  type FieldsQuery,
  type NewFieldBody,
} from './field.schemas.js';

/** The list of fields of petitions, conferences and reports, under those of article 5 (D5). */
@ApiTags('fields')
@Controller('v1/fields')
export class FieldsController {
  constructor(@Inject(SERVICES) private readonly services: Services) {}

  @Get()
  @Operation('listFields', { access: 'field:read', success: 'Fields', errors: [400] })
  listFields(@Query({ schema: fieldsQuery }) query: FieldsQuery): Promise<FieldsResponse> {
    return this.services.fields.list(query);
  }

  @Post()
  @Operation('addField', { access: 'field:manage', success: 'Fields', errors: [400, 409, 413] })
  addField(
    @CurrentAccount() account: Account,
    @Body({ schema: newField }) body: NewFieldBody,
  ): Promise<FieldsResponse> {
    return this.services.fields.add(account, body);
  }

  @Post(':code/rename')
  @Operation('renameField', { access: 'field:manage', success: 'Fields', errors: [400, 404, 409, 413] })
  renameField(
    @CurrentAccount() account: Account,
    @Param('code', { schema: fieldCode }) code: FieldCode,
    @Body({ schema: fieldRenaming }) body: FieldRenaming,
  ): Promise<FieldsResponse> {
    return this.services.fields.rename(account, code, body);
  }

  @Post(':code/retire')
  @Operation('retireField', { access: 'field:manage', success: 'Fields', errors: [400, 404, 409, 413, 422] })
  retireField(
    @CurrentAccount() account: Account,
    @Param('code', { schema: fieldCode }) code: FieldCode,
    @Body({ schema: fieldRetirement }) body: FieldRetirement,
  ): Promise<FieldsResponse> {
    return this.services.fields.retire(account, code, body);
  }
}

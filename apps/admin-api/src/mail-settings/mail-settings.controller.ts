import { Body, Controller, Get, Inject, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Account } from '@dialogue/persistence';

import { CurrentAccount } from '../auth/current-account.js';
import { Operation } from '../http/operation.js';
import { organisationCode, uuid } from '../http/schemas.js';
import { SERVICES, type Services } from '../tokens.js';
import type { AbsencesResponse, MailSettingsResponse } from './mail-setting.response-schemas.js';
import { newAbsence, newMailSetting, type NewAbsence, type NewMailSetting } from './mail-setting.schemas.js';

/** How a body wants its mail, and who stands in for whom. */
@ApiTags('organisations')
@Controller('v1/organisations/:code')
export class MailSettingsController {
  constructor(@Inject(SERVICES) private readonly services: Services) {}

  @Get('mail-settings')
  @Operation('readMailSettings', { access: 'mailSetting:read', success: 'MailSettings', errors: [400, 404] })
  readMailSettings(
    @CurrentAccount() account: Account,
    @Param('code', { schema: organisationCode }) code: string,
  ): Promise<MailSettingsResponse> {
    return this.services.mailSettings.settings(account, code);
  }

  @Post('mail-settings')
  @Operation('setMailSettings', { access: 'mailSetting:manage', success: 'MailSettings', errors: [400, 404, 413] })
  setMailSettings(
    @CurrentAccount() account: Account,
    @Param('code', { schema: organisationCode }) code: string,
    @Body({ schema: newMailSetting }) body: NewMailSetting,
  ): Promise<MailSettingsResponse> {
    return this.services.mailSettings.set(account, code, body);
  }

  @Get('absences')
  @Operation('listAbsences', { access: 'mailSetting:read', success: 'Absences', errors: [400, 404] })
  listAbsences(
    @CurrentAccount() account: Account,
    @Param('code', { schema: organisationCode }) code: string,
  ): Promise<AbsencesResponse> {
    return this.services.mailSettings.absences(account, code);
  }

  @Post('absences')
  @Operation('recordAbsence', {
    access: 'mailSetting:manage',
    success: 'Absences',
    errors: [400, 404, 409, 413, 422],
  })
  recordAbsence(
    @CurrentAccount() account: Account,
    @Param('code', { schema: organisationCode }) code: string,
    @Body({ schema: newAbsence }) body: NewAbsence,
  ): Promise<AbsencesResponse> {
    return this.services.mailSettings.recordAbsence(account, code, body);
  }

  @Post('absences/:id/withdraw')
  @Operation('withdrawAbsence', { access: 'mailSetting:manage', success: 'Absences', errors: [400, 404] })
  withdrawAbsence(
    @CurrentAccount() account: Account,
    @Param('code', { schema: organisationCode }) code: string,
    @Param('id', { schema: uuid }) id: string,
  ): Promise<AbsencesResponse> {
    return this.services.mailSettings.withdrawAbsence(account, code, id);
  }
}

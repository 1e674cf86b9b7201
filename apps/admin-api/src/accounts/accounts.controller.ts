import { Body, Controller, Get, Inject, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Account } from '@dialogue/persistence';

import { CurrentAccount } from '../auth/current-account.js';
import { Operation } from '../http/operation.js';
import { uuid } from '../http/schemas.js';
import { SERVICES, type Services } from '../tokens.js';
import {
  newAccount,
  newPassword,
  type AccountResponse,
  type AccountsResponse,
  type NewAccountBody,
  type NewPasswordBody,
} from './account.schemas.js';

/** The built-in accounts. */
@ApiTags('accounts')
@Controller('v1/accounts')
export class AccountsController {
  constructor(@Inject(SERVICES) private readonly services: Services) {}

  @Get()
  @Operation('listAccounts', { access: 'account:read', success: 'Accounts' })
  listAccounts(): Promise<AccountsResponse> {
    return this.services.accounts.accounts();
  }

  @Post()
  @Operation('createAccount', {
    access: 'account:manage',
    success: 'Account',
    status: 201,
    errors: [400, 409, 413, 422],
  })
  createAccount(@Body({ schema: newAccount }) body: NewAccountBody): Promise<AccountResponse> {
    return this.services.accounts.create(body);
  }

  @Post(':id/password')
  @Operation('setPassword', { access: 'account:manage', success: null, status: 204, errors: [400, 404, 413] })
  setPassword(
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: newPassword }) body: NewPasswordBody,
  ): Promise<void> {
    return this.services.accounts.setPassword(id, body);
  }

  @Post(':id/deactivate')
  @Operation('deactivateAccount', { access: 'account:manage', success: null, status: 204, errors: [400, 404, 409] })
  deactivateAccount(@CurrentAccount() account: Account, @Param('id', { schema: uuid }) id: string): Promise<void> {
    return this.services.accounts.deactivate(account, id);
  }
}

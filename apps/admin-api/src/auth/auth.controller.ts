import { Body, Controller, Inject, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { credentials, type Credentials, type TokenResponse } from '../accounts/account.schemas.js';
import { Operation } from '../http/operation.js';
import { SERVICES, type Services } from '../tokens.js';
import { RateLimited } from './rate-limits.js';

/** Logging in. */
@ApiTags('auth')
@Controller('v1/auth')
export class AuthController {
  constructor(@Inject(SERVICES) private readonly services: Services) {}

  @Post('token')
  @RateLimited('logIn')
  @Operation('logIn', { access: 'public', success: 'Token', errors: [400, 401, 413, 429] })
  logIn(@Body({ schema: credentials }) body: Credentials): Promise<TokenResponse> {
    return this.services.accounts.logIn(body);
  }
}

import { Body, Controller, Get, Inject, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Account } from '@dialogue/persistence';

import { CurrentAccount } from '../auth/current-account.js';
import { Operation } from '../http/operation.js';
import { SERVICES, type Services } from '../tokens.js';
import {
  linkQuery,
  linkRevocation,
  type LinkQuery,
  type LinkRevocationOrder,
  type LinksResponse,
} from './link.schemas.js';

/** The links that the letters of a case have brought to bodies: to see, and to take back. */
@ApiTags('links')
@Controller('v1/links')
export class CaseLinksController {
  constructor(@Inject(SERVICES) private readonly services: Services) {}

  @Get()
  @Operation('listLinks', { access: 'link:read', success: 'Links', errors: [400, 404] })
  listLinks(
    @CurrentAccount() account: Account,
    @Query({ schema: linkQuery }) query: LinkQuery,
  ): Promise<LinksResponse> {
    return this.services.caseLinks.links(account, query);
  }

  @Post('revoke')
  @Operation('revokeLinks', { access: 'link:revoke', success: 'Links', errors: [400, 404, 413] })
  revokeLinks(
    @CurrentAccount() account: Account,
    @Body({ schema: linkRevocation }) body: LinkRevocationOrder,
  ): Promise<LinksResponse> {
    return this.services.caseLinks.revoke(account, body);
  }
}

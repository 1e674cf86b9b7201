import { Controller, Get, Inject, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Account } from '@dialogue/persistence';

import { CurrentAccount } from '../auth/current-account.js';
import { Operation } from '../http/operation.js';
import { SERVICES, type Services } from '../tokens.js';
import { commandId, type CommandResponse } from './commands.service.js';

/** What became of a command. */
@ApiTags('commands')
@Controller('v1/commands')
export class CommandsController {
  constructor(@Inject(SERVICES) private readonly services: Services) {}

  @Get(':id')
  @Operation('readCommand', { access: 'command:read', success: 'Command', errors: [400, 404] })
  readCommand(
    @CurrentAccount() account: Account,
    @Param('id', { schema: commandId }) id: string,
  ): Promise<CommandResponse> {
    return this.services.commands.command(account, id);
  }
}

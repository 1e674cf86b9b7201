import { applyDecorators, Controller, Get, Header, Inject, Param, Post, type StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiHeader, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Account } from '@dialogue/persistence';

import { CurrentAccount } from '../auth/current-account.js';
import { attachmentHeaders } from '../http/attachment.js';
import { Operation } from '../http/operation.js';
import { uuid } from '../http/schemas.js';
import { StreamBody, streamType, type IncomingContent } from '../http/stream-body.js';
import { fileNameText } from '../http/operations.vi.js';
import { SERVICES, type Services } from '../tokens.js';
import type { FileResponse } from './file.response-schemas.js';

/** Files that people attach: first they come in, then a command names them, then whoever may read the case reads them. */
@ApiTags('files')
@Controller('v1')
export class FilesController {
  constructor(@Inject(SERVICES) private readonly services: Services) {}

  @Post('files')
  @ApiConsumes(streamType)
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiHeader({ name: 'X-File-Name', required: true, description: fileNameText, schema: { type: 'string' } })
  @Operation('uploadFile', { access: 'file:upload', success: 'File', status: 201, errors: [400, 413, 415, 422] })
  uploadFile(@CurrentAccount() account: Account, @StreamBody() incoming: IncomingContent): Promise<FileResponse> {
    return this.services.files.upload(account, incoming);
  }

  @Get('petitions/:id/files/:fileId')
  @Attachment()
  @ApiProduces(streamType)
  @Operation('downloadPetitionFile', { access: 'petition:read', success: null, errors: [400, 404] })
  downloadPetitionFile(
    @CurrentAccount() account: Account,
    @Param('id', { schema: uuid }) id: string,
    @Param('fileId', { schema: uuid }) fileId: string,
  ): Promise<StreamableFile> {
    return this.services.files.download(account, id, fileId);
  }
}

/** The route answers with a file of people. */
function Attachment(): MethodDecorator {
  return applyDecorators(...Object.entries(attachmentHeaders).map(([name, value]) => Header(name, value)));
}

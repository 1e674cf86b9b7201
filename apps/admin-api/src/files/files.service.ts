import type { StreamableFile } from '@nestjs/common';
import type { Account, FileStore, IdentityStore, Register, StoredFile } from '@dialogue/persistence';

import type { Scopes } from '../auth/scope.js';
import { iso, isoOrNull } from '../cases/case.response.js';
import { maySeeFile } from '../cases/file-readers.js';
import { ApiError } from '../errors/api-error.js';
import { attachmentOf } from '../http/attachment.js';
import type { IncomingContent } from '../http/stream-body.js';
import type { FileResponse } from './file.response-schemas.js';

/** What the routes of files do. */
export interface FilesService {
  /** Takes a file in; a command names it afterwards. */
  upload(account: Account, incoming: IncomingContent): Promise<FileResponse>;
  /** A file of a petition, for who may read it. */
  download(account: Account, petitionId: string, fileId: string): Promise<StreamableFile>;
}

/** What the service stands on. */
export interface FilesServiceParts {
  readonly files: FileStore;
  readonly register: Pick<Register, 'fileOfCase'>;
  readonly scopes: Scopes;
  readonly identities: IdentityStore;
}

export function createFilesService(parts: FilesServiceParts): FilesService {
  return {
    async upload(account, { name, content }) {
      return toFileResponse(await parts.files.put(content, { name, uploadedBy: { account: account.id } }));
    },
    download: (account, petitionId, fileId) => download(parts, account, { petitionId, fileId }),
  };
}

async function download(
  { files, register, scopes, identities }: FilesServiceParts,
  account: Account,
  { petitionId, fileId }: { readonly petitionId: string; readonly fileId: string },
): Promise<StreamableFile> {
  const { isProtected } = await scopes.readable(account, 'petition', petitionId);
  const named = await register.fileOfCase({ caseKind: 'petition', caseId: petitionId }, fileId);
  // A file of another case, and one that this account may not know of, are not there.
  if (named === null || !maySeeFile(account, { ...named, isProtected })) throw new ApiError('file.not_found');
  // D11.1d: what is not for agencies may name the person, and is read as the person is.
  if (!named.isForAgency) await identities.readIdentity(petitionId, account.id, 'read');
  const opened = await files.open(fileId);
  if (opened === null) throw new ApiError('file.not_found');
  return attachmentOf(opened);
}

function toFileResponse({ id, name, contentType, bytes, sha256, scannedAt, createdAt }: StoredFile): FileResponse {
  return { id, name, contentType, bytes, sha256, scannedAt: isoOrNull(scannedAt), createdAt: iso(createdAt) };
}

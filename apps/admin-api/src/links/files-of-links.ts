import type { FileStore } from '@dialogue/persistence';

import type { FilesOfLinks } from './sent-form.js';

/** Files that come with an act by a link: kept as those of accounts are, and named by the command in the same way (D11.1c). */
export function filesOfLinks(files: Pick<FileStore, 'put' | 'sentBy' | 'open'>, limits: string): FilesOfLinks {
  return {
    limits,
    keep: (linkId, { name, stream }) => files.put(stream, { name, uploadedBy: { link: linkId } }),
    kept: (linkId, ids) => files.sentBy({ link: linkId }, ids),
    open: (id) => files.open(id),
  };
}

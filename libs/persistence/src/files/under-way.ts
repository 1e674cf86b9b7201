import { FileRefused } from './file-refused.js';
import { ownerOf, type Uploader } from './room.js';

/** How many files of one sender may come in at once: what comes is counted against its room only when it is there. */
export const mostFilesUnderWay = 4;

/** Lets only so many files of one sender come in at once, as far as this process knows. */
export type UnderWay = <Result>(uploader: Uploader, take: () => Promise<Result>) => Promise<Result>;

/** However a file ends, kept, refused or broken off, the next one may come. */
export function createUnderWay(): UnderWay {
  const counts = new Map<string, number>();
  return async (uploader, take) => {
    const owner = ownerOf(uploader);
    const count = counts.get(owner) ?? 0;
    if (count >= mostFilesUnderWay) throw new FileRefused('file.no_room');
    counts.set(owner, count + 1);
    try {
      return await take();
    } finally {
      const left = (counts.get(owner) ?? 1) - 1;
      if (left === 0) counts.delete(owner);
      else counts.set(owner, left);
    }
  };
}

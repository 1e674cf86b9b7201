import { mostFilesPerAct } from '@dialogue/persistence';
import { z } from 'zod';

import { areDifferent, uuid } from '../http/schemas.js';
import { repeated } from '../http/validation.vi.js';
import type { CommandRow } from './command-row.js';

/** Files that came in before, by their ids. */
export const fileIds = z.array(uuid).max(mostFilesPerAct).refine(areDifferent, repeated).default([]);

/** A row whose command may carry files; D11.1d: which the agencies of the case may read, or may not. */
export function withFiles(row: CommandRow, isForAgency: boolean): CommandRow {
  const body = row.body.extend({ files: fileIds }).meta({ ...row.body.meta() });
  return {
    ...row,
    body,
    split: async (given, context) => {
      const { files, ...rest } = body.parse(given);
      const ids = fileIds.parse(files);
      const split = await row.split(rest, context);
      if (ids.length === 0) return split;
      return {
        ...split,
        words: { ...split.words, files: ids },
        beside: { ...split.beside, files: { ids, isForAgency } },
      };
    },
  };
}

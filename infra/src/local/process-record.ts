import { z } from 'zod';

/** A process as it is written down, so that a later start can tell whether it still lives. */
export interface ProcessRecord {
  readonly pid: number;
  readonly identity: string;
}

const processRecord = z.object({ pid: z.int().positive(), identity: z.string() });

/** The record in this text, or `null` when it is none: a half-written file is a stale one. */
export function parseProcessRecord(text: string): ProcessRecord | null {
  try {
    const parsed = processRecord.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

import { Readable } from 'node:stream';

import { FileRefused, mostFileBytes, type OpenedFile } from '@dialogue/persistence';

import { ApiError } from '../errors/api-error.js';
import { errorResponse } from '../errors/error-response.js';
import type { KeptFile, SentForm } from './form-values.js';
import type { FormSeal } from './link-secrets.js';

/** Where files go that come with an act, before it is sent. */
export interface FilesOfLinks {
  /** How large and of what kind, for people. */
  readonly limits: string;
  /** @throws ApiError when it is too large, or of a kind that is not taken. */
  keep(linkId: string, file: { readonly name: string; readonly stream: Readable }): Promise<KeptFile>;
  /** Those of the files that this link has sent, in this order. */
  kept(linkId: string, ids: readonly string[]): Promise<readonly KeptFile[]>;
  /** A file of a case, to be read; whether it may be is not asked here. */
  open(id: string): Promise<OpenedFile | null>;
}

/** A form as its request brings it: what is typed, what is ticked, what is to be kept. */
export interface IncomingForm extends SentForm {
  readonly seal: FormSeal;
  readonly step: string;
  /** Why files were not taken, each in a sentence. */
  readonly refusedFiles: readonly string[];
}

/** Reads the form of a request; files are handed on as they flow. */
export type ReadForm = (keep: KeepFile) => Promise<RawForm>;

/** What becomes of a file of a form; null: there was none in it. */
export type KeepFile = (file: { readonly name: string; readonly stream: Readable }) => Promise<KeptFile | null>;

/** The parts of a form by their names. */
export interface RawForm {
  readonly fields: ReadonlyMap<string, readonly string[]>;
  readonly files: readonly KeptFile[];
}

/** One part of a form, as the parser gives it. */
export type FormPart =
  | { readonly type: 'field'; readonly fieldname: string; readonly value: unknown }
  | { readonly type: 'file'; readonly filename: string | undefined; readonly file: Readable };

/** How much of a form is read at all: fields of people are measured in kilobytes. */
export const formLimits = {
  ...{ fieldSize: 256 * 1024, fields: 60, files: 5, parts: 80, fieldNameSize: 100 },
  // One more than the store takes, so that it is the store that says so.
  fileSize: mostFileBytes + 1,
} as const;

/** Reads a form part by part, in the order in which it comes. */
export async function readParts(parts: AsyncIterable<FormPart>, keep: KeepFile): Promise<RawForm> {
  const fields = new Map<string, readonly string[]>();
  const files: KeptFile[] = [];
  for await (const part of parts) {
    if (part.type === 'field') {
      fields.set(part.fieldname, [
        ...(fields.get(part.fieldname) ?? []),
        typeof part.value === 'string' ? part.value : '',
      ]);
    } else if (part.filename === undefined || part.filename === '') {
      // An input for files that nobody has used.
      part.file.resume();
    } else {
      const kept = await keep({ name: part.filename, stream: part.file });
      if (kept !== null) files.push(kept);
    }
  }
  return { fields, files };
}

/** A form with what is kept of it: files that came now, and those of an earlier step that are still ticked. */
export async function incomingForm(
  files: FilesOfLinks | null,
  linkId: string,
  readForm: ReadForm,
): Promise<IncomingForm> {
  const refusedFiles: string[] = [];
  const raw = await readForm(async (file) => {
    const { name, stream } = file;
    const content = Readable.from(chunksOf(stream));
    const kept = files === null ? null : await files.keep(linkId, { name, stream: content }).catch(refusalOf);
    // Whatever of it was not read has to go by, for the rest of the form comes behind it.
    file.stream.resume();
    if (typeof kept !== 'string') return kept;
    refusedFiles.push(`${file.name}: ${kept}`);
    return null;
  });
  const ticked = (raw.fields.get('tep') ?? []).filter((id) => idShape.test(id)).slice(0, formLimits.files);
  const earlier = files === null ? [] : await files.kept(linkId, ticked);
  const all = [...earlier, ...raw.files];
  if (all.length > formLimits.files) throw new ApiError('request.too_large');
  const one = (name: string): string => raw.fields.get(name)?.[0] ?? '';
  return {
    values: Object.fromEntries([...raw.fields].map(([name, [value = '']]) => [name, value])),
    files: all,
    seal: { id: one('phieu'), proof: one('xac-thuc') },
    step: one('buoc'),
    refusedFiles,
  };
}

const idShape = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

function refusalOf(error: unknown): string {
  if (error instanceof FileRefused) return errorResponse(error).body.message;
  throw error;
}

/** A store that says no stops reading; what it has not read stays in the form. */
async function* chunksOf(stream: Readable): AsyncIterable<unknown> {
  yield* stream.iterator({ destroyOnReturn: false });
}

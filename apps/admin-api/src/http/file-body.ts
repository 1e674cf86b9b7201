import { createParamDecorator, type ExecutionContext } from '@nestjs/common';

import { ApiError } from '../errors/api-error.js';
import type { HttpRequest, HttpServer } from './http.js';

/** The media types of files that are read. */
export const fileTypes = ['text/csv', 'text/calendar'] as const;
export type FileType = (typeof fileTypes)[number];

/** A file that somebody sent, as text. */
export interface UploadedFile {
  readonly mediaType: FileType;
  readonly text: string;
}

const megabyte = 1024 * 1024;
/** Where files are taken, and how large: all posts of a province are a few hundred kilobytes, ten thousand petitions more. */
const fileRoutes: readonly { readonly url: RegExp; readonly bytes: number }[] = [
  { url: /\/petitions\/imports(\/preview)?$/, bytes: 16 * megabyte },
  { url: /\/import$/, bytes: 2 * megabyte },
];
const mostBytes = Math.max(...fileRoutes.map(({ bytes }) => bytes));

/** The file of a request. */
export const FileBody = createParamDecorator((_: unknown, context: ExecutionContext): UploadedFile => {
  const request = context.switchToHttp().getRequest<HttpRequest>();
  const mediaType = fileTypeOf(request);
  // JSON is read for every route, for this one it is no file; and a request without a body has no type.
  if (mediaType === null || typeof request.body !== 'string') throw new ApiError('request.media_type_unsupported');
  return { mediaType, text: request.body };
});

/** Reads files where a route takes them; every other route takes JSON only, and says so. */
export function readFiles(server: HttpServer): void {
  server.addContentTypeParser([...fileTypes], { parseAs: 'buffer', bodyLimit: mostBytes }, (request, body, done) => {
    try {
      const route = fileRoutes.find(({ url }) => url.test(request.routeOptions.url ?? ''));
      if (route === undefined) throw new ApiError('request.media_type_unsupported');
      if (body.byteLength > route.bytes) throw new ApiError('request.too_large');
      done(null, textOf(body));
    } catch (error) {
      done(error instanceof Error ? error : new Error('No text', { cause: error }), undefined);
    }
  });
}

/** A spreadsheet program that saves in its own code page would leave us half of each name. */
function textOf(body: Uint8Array): string {
  const text = decoded(body);
  // PostgreSQL takes no NUL, and no other control character is text.
  if (/[^\P{Cc}\t\n\r]/u.test(text)) throw new ApiError('request.file_unreadable');
  return text;
}

function decoded(body: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch (cause) {
    throw new ApiError('request.file_unreadable', { cause });
  }
}

function fileTypeOf({ headers }: HttpRequest): FileType | null {
  const header = headers['content-type'];
  const [mediaType] = typeof header === 'string' ? header.toLowerCase().split(';') : [];
  return fileTypes.find((known) => known === mediaType?.trim()) ?? null;
}

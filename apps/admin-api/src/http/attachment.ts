import { StreamableFile } from '@nestjs/common';
import type { OpenedFile } from '@dialogue/persistence';

/** Nothing in a file runs, loads or sends anything, wherever a browser may show it. */
export const attachmentHeaders = {
  'Content-Security-Policy': "default-src 'none'; sandbox",
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'private, no-store',
} as const;

/** A file to be saved, never shown in the place of a page of ours. */
export function attachmentOf({ stream, name, contentType, bytes }: OpenedFile): StreamableFile {
  const type = contentType.startsWith('text/') ? `${contentType}; charset=utf-8` : contentType;
  return new StreamableFile(stream, { type, disposition: dispositionOf(name), length: bytes });
}

/** RFC 6266: the name for every program, and by RFC 5987 with its own letters for those that read them. */
export function dispositionOf(name: string): string {
  return `attachment; filename="${asciiOf(name)}"; filename*=UTF-8''${encoded(name)}`;
}

function asciiOf(name: string): string {
  return name
    .replace(/\u0111/g, 'd')
    .replace(/\u0110/g, 'D')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7E]/gu, '_')
    .replace(/["\\%]/g, '_');
}

function encoded(name: string): string {
  return encodeURIComponent(name).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

import { fileTypeFromBuffer } from 'file-type';

import { endingOf } from './file-name.js';
import { FileRefused } from './file-refused.js';
import { hasMacroSheet } from './macro-sheet.js';

/** A kind of file that is taken: what it is called, and by what its content is known. */
interface FileKind {
  readonly contentType: string;
  readonly endings: readonly string[];
  /** What its first bytes say, in the words of `file-type`; null: text, which has no such bytes. */
  readonly signature: string | null;
  /** What its content must have, where the signature is that of several kinds; absent: nothing more. */
  readonly has?: Buffer;
  /** Where these are found, the file carries a program. */
  readonly macros?: readonly Buffer[];
  /** Whether it carries a program that has no such mark. */
  readonly hasProgram?: (content: Buffer) => boolean;
}

const openXml = 'application/vnd.openxmlformats-officedocument';
const openDocument = 'application/vnd.oasis.opendocument';
/** In these containers the names of what is inside stand uncompressed; nothing has to be unpacked to find them. */
const openXmlMacros = [Buffer.from('vbaProject.bin')];
const openDocumentMacros = [Buffer.from('Basic/script-lc.xml'), Buffer.from('Scripts/')];
const compoundMacros = [wide('_VBA_PROJECT')];
/** The container of Word and Excel before 2007: which of them it is, the name of a stream tells. */
const compound = 'application/x-cfb';

/** What is taken, and nothing else. */
const fileKinds: readonly FileKind[] = [
  { contentType: 'application/pdf', endings: ['pdf'], signature: 'application/pdf' },
  known(`${openXml}.wordprocessingml.document`, 'docx', openXmlMacros),
  known(`${openXml}.spreadsheetml.sheet`, 'xlsx', openXmlMacros),
  known(`${openDocument}.text`, 'odt', openDocumentMacros),
  known(`${openDocument}.spreadsheet`, 'ods', openDocumentMacros),
  {
    ...{ contentType: 'application/msword', endings: ['doc'], signature: compound },
    ...{ has: wide('WordDocument'), macros: compoundMacros },
  },
  {
    ...{ contentType: 'application/vnd.ms-excel', endings: ['xls'], signature: compound },
    ...{ has: wide('Workbook'), macros: compoundMacros, hasProgram: hasMacroSheet },
  },
  { contentType: 'image/jpeg', endings: ['jpg', 'jpeg'], signature: 'image/jpeg' },
  { contentType: 'image/png', endings: ['png'], signature: 'image/png' },
  { contentType: 'text/plain', endings: ['txt'], signature: null },
  { contentType: 'text/csv', endings: ['csv'], signature: null },
];

/** @throws FileRefused `file.type_refused` when no kind that is taken has this ending. */
export function kindOfName(name: string): FileKind {
  const ending = endingOf(name);
  const kind = fileKinds.find(({ endings }) => endings.includes(ending));
  if (kind === undefined) throw new FileRefused('file.type_refused');
  return kind;
}

/**
 * The content is what the name says, by the content alone; what was sent as its type is not even looked at.
 *
 * @throws FileRefused `file.empty`, `file.has_macros`, `file.content_mismatch`
 */
export async function checkContent(
  { signature, has, macros = [], hasProgram }: FileKind,
  content: Buffer,
): Promise<void> {
  if (content.length === 0) throw new FileRefused('file.empty');
  if (hasProgram?.(content) === true || macros.some((macro) => content.includes(macro)))
    throw new FileRefused('file.has_macros');
  const isSo = signature === null ? isText(content) : (await signatureOf(content)) === signature;
  if (!isSo || (has !== undefined && !content.includes(has))) throw new FileRefused('file.content_mismatch');
}

async function signatureOf(content: Buffer): Promise<string | null> {
  try {
    return (await fileTypeFromBuffer(content))?.mime ?? null;
  } catch {
    // It ends in the middle of what it says to be.
    return null;
  }
}

/** UTF-8, as letters and lists are written today, without a control character. */
function isText(content: Buffer): boolean {
  try {
    return !/[^\P{Cc}\t\n\r\f]/u.test(new TextDecoder('utf-8', { fatal: true }).decode(content));
  } catch {
    return false;
  }
}

function known(contentType: string, ending: string, macros: readonly Buffer[]): FileKind {
  return { contentType, endings: [ending], signature: contentType, macros };
}

function wide(text: string): Buffer {
  return Buffer.from(text, 'utf16le');
}

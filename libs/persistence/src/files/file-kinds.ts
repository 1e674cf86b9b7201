import { fileTypeFromBuffer } from 'file-type';

import { entryNames } from './compound-file.js';
import { endingOf } from './file-name.js';
import { FileRefused } from './file-refused.js';
import { hasMacroSheet, hasPassword } from './workbook.js';

/** A kind of file that is taken: what it is called, and by what its content is known. */
interface FileKind {
  readonly contentType: string;
  readonly endings: readonly string[];
  /** What its first bytes say, in the words of `file-type`; null: text, which has no such bytes. */
  readonly signature: string | null;
  /** What else its content must be, where the signature does not say it all; absent: nothing more. */
  readonly isSo?: (content: Buffer) => boolean;
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
const compoundMacros = [Buffer.from('_VBA_PROJECT', 'utf16le')];
/** The container of Word and Excel before 2007: which of them it is, the name of a stream in its directory tells. */
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
    ...{ isSo: (content) => entryNames(content).has('WORDDOCUMENT') },
    ...{ macros: compoundMacros, hasProgram: hasProject },
  },
  {
    ...{ contentType: 'application/vnd.ms-excel', endings: ['xls'], signature: compound },
    // Excel 5 and 95 call it `Book`: nobody writes that any more, and its records are others.
    ...{ isSo: (content) => entryNames(content).has('WORKBOOK') && !hasPassword(content) },
    ...{ macros: compoundMacros, hasProgram: (content) => hasMacroSheet(content) || hasProject(content) },
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
  { signature, isSo = () => true, macros = [], hasProgram = () => false }: FileKind,
  content: Buffer,
): Promise<void> {
  if (content.length === 0) throw new FileRefused('file.empty');
  // The first bytes first: what is something else altogether is not looked through.
  const isSigned = signature === null ? isText(content) : (await signatureOf(content)) === signature;
  if (!isSigned || !isSo(content)) throw new FileRefused('file.content_mismatch');
  if (macros.some((macro) => content.includes(macro)) || hasProgram(content)) throw new FileRefused('file.has_macros');
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

/** VBA, in whatever capitals its storage is named: Windows finds it all the same. */
function hasProject(content: Buffer): boolean {
  return [...entryNames(content)].some((name) => name.startsWith('_VBA_PROJECT'));
}

import { crc32 } from 'node:zlib';

/** The smallest files that are what their names say. */
export const aPdf = Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
export const aPng = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
export const aJpeg = Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex');
export const aProgram = Buffer.concat([Buffer.from('MZ\x90\0', 'latin1'), Buffer.alloc(512)]);

const openXml = 'application/vnd.openxmlformats-officedocument';

export const aDocx = aZip({
  '[Content_Types].xml': contentTypes(`${openXml}.wordprocessingml.document.main+xml`),
  'word/document.xml': '<document/>',
});
export const anXlsx = aZip({
  '[Content_Types].xml': contentTypes(`${openXml}.spreadsheetml.sheet.main+xml`),
  'xl/workbook.xml': '<workbook/>',
});
export const aDocxWithMacros = aZip({
  '[Content_Types].xml': contentTypes(`${openXml}.wordprocessingml.document.main+xml`),
  'word/document.xml': '<document/>',
  'word/vbaProject.bin': 'program',
});
export const aDocm = aZip({
  '[Content_Types].xml': contentTypes('application/vnd.ms-word.document.macroEnabled.main+xml'),
  'word/document.xml': '<document/>',
});
export const anOdt = aZip({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<office/>' });
export const anOdtWithMacros = aZip({
  mimetype: 'application/vnd.oasis.opendocument.text',
  'Basic/script-lc.xml': '<library/>',
});
export const anOds = aZip({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<office/>' });
export const aPlainZip = aZip({ 'letter.txt': 'hello' });

export const aDoc = aCompound('WordDocument');
export const anXls = aCompound('Workbook');
/** Excel 4.0: a sheet of kind 1, hidden from whoever opens it. */
export const anXlsWithMacroSheet = Buffer.concat([anXls, aBoundSheet('Bieu 1', 0, 0), aBoundSheet('Macro1', 2, 1)]);
/** The same, as Excel reads it and no program writes it: other flags, a byte behind, two bytes a character, Excel 5. */
export const xlsEvasions: readonly (readonly [string, Buffer])[] = [
  ['flags that mean nothing', anXlsOf(aBoundSheet('Macro1', 0, 1, { flags: 0x02 }))],
  ['a byte behind the name', anXlsOf(aBoundSheet('Macro1', 0, 1, { behind: 1 }))],
  ['two bytes a character', anXlsOf(aBoundSheet('Macro1', 0, 1, { flags: 0x01 }))],
  ['two bytes a character, and flags that mean nothing', anXlsOf(aBoundSheet('Macro1', 0, 1, { flags: 0x81 }))],
  ['a record of Excel 5', anXlsOf(aBoundSheet('Macro1', 0, 1, { flags: null }))],
  ['a storage of VBA in other capitals', aCompound('Workbook', '_vba_project_cur')],
];
/** Of Excel 5 and 95, with the name of the stream of today in a cell. */
export const anXlsOfExcel5 = Buffer.concat([aCompound('Book'), Buffer.from('Workbook', 'utf16le')]);
/** By the password that Excel has built in: it opens, and nothing in it can be read. */
export const anXlsWithPassword = anXlsOf(aRecord(0x0809, 16, 0x0600), aRecord(0x0086, 0), aRecord(0x002f, 54, 1));
export const anXlsOfExcel5WithPassword = anXlsOf(aRecord(0x0809, 8, 0x0500), aRecord(0x002f, 4));
/** 47 and 4 as the row and the column of a cell: the bytes of FILEPASS, where no record begins. */
export const anXlsOfManyCells = anXlsOf(aRecord(0x0809, 16, 0x0600), aRecord(0x00fd, 10, 47, 4));
export const anXlsOfSheets = Buffer.concat([anXls, aBoundSheet('Bieu 1', 0, 0), aBoundSheet('Hinh 1', 0, 2)]);
export const aDocWithMacros = aCompound('WordDocument', '_VBA_PROJECT');
export const anInstaller = aCompound('Property');

function contentTypes(main: string): string {
  return `<?xml version="1.0"?><Types><Override PartName="/main.xml" ContentType="${main}"/></Types>`;
}

/** A zip whose entries are stored as they are. */
function aZip(entries: Readonly<Record<string, string>>): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(entries)) {
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt32LE(crc32(text), 10);
    shared.writeUInt32LE(Buffer.byteLength(text), 14);
    shared.writeUInt32LE(Buffer.byteLength(text), 18);
    shared.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), shared, Buffer.from(name), Buffer.from(text)]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    const madeBy = Buffer.from([20, 0]);
    centrals.push(Buffer.concat([Buffer.from('PK\x01\x02', 'latin1'), madeBy, shared, rest, Buffer.from(name)]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(centrals.length, 8);
  end.writeUInt16LE(centrals.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

/** As much of a compound file as tells what it is: its signature, and its directory. */
function aCompound(...entries: readonly string[]): Buffer {
  return Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(504), ...entries.map(anEntry)]);
}

function anEntry(name: string): Buffer {
  const entry = Buffer.alloc(128);
  entry.write(name, 'utf16le');
  entry.writeUInt16LE(2 * name.length + 2, 64);
  entry.set([2], 66);
  return entry;
}

function anXlsOf(...records: readonly Buffer[]): Buffer {
  return Buffer.concat([aCompound('Workbook'), ...records]);
}

/** A record of a workbook that begins with these numbers. */
function aRecord(id: number, length: number, ...numbers: readonly number[]): Buffer {
  const record = Buffer.alloc(4 + length);
  for (const [place, each] of [id, length, ...numbers].entries()) record.writeUInt16LE(each, 2 * place);
  return record;
}

/** The record that names a sheet in the stream of a workbook. Without flags: of Excel 5 and 95. */
function aBoundSheet(
  name: string,
  visibility: number,
  kind: number,
  { flags = 0, behind = 0 }: { readonly flags?: number | null; readonly behind?: number } = {},
): Buffer {
  const text = Buffer.from(name, (flags ?? 0) & 1 ? 'utf16le' : 'latin1');
  const head = Buffer.from([...[0xd2, 0x04, 0, 0], visibility, kind, name.length, ...(flags === null ? [] : [flags])]);
  const length = head.length + text.length + behind;
  return Buffer.concat([Buffer.from([0x85, 0, length, 0]), head, text, Buffer.alloc(behind)]);
}

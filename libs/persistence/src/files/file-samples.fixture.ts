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

/** As much of a compound file as tells what it is: its signature, and the names in its directory. */
function aCompound(...streams: readonly string[]): Buffer {
  return Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(504),
    ...streams.map((name) => Buffer.concat([Buffer.from(name, 'utf16le'), Buffer.alloc(64)])),
  ]);
}

/** The record that names a sheet in the stream of a workbook. */
function aBoundSheet(name: string, visibility: number, kind: number): Buffer {
  const head = Buffer.alloc(12);
  head.writeUInt16LE(0x0085, 0);
  head.writeUInt16LE(8 + name.length, 2);
  head.writeUInt32LE(1234, 4);
  head.set([visibility, kind, name.length, 0], 8);
  return Buffer.concat([head, Buffer.from(name, 'latin1')]);
}

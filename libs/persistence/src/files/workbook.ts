/** BOUNDSHEET, which names one sheet of a workbook of before 2007: position, visibility, kind, then the name. */
const boundSheet = 0x0085;
const kindOffset = 9;
const charactersOffset = 10;
const macroSheet = 1;
const longestName = 31;

/** BOF: a part of a workbook begins. It says of which Excel it is: 5 and 95, or 97 to 2003. */
const beginning = 0x0809;
const excels: readonly number[] = [0x0500, 0x0600];
const filePass = 0x002f;
/** FILEPASS is the second or third record of a workbook; whoever looks further looks at the same bytes again and again. */
const recordsLookedAt = 8;

/**
 * Whether a workbook of before 2007 has a sheet of Excel 4.0 macros: programs in cells, without any of the marks of VBA. The
 * records are looked for wherever they lie; that length and name agree tells one from other bytes.
 */
export function hasMacroSheet(content: Buffer): boolean {
  for (let at = 0; at + charactersOffset < content.length; at += 1)
    if (isRecord(content, at, boundSheet) && content[at + kindOffset] === macroSheet && isNameThere(content, at))
      return true;
  return false;
}

/**
 * Whether the records of a workbook are hidden by a password. Excel asks nobody for the one that it has built in, so that what
 * could not be looked into would open all the same.
 */
export function hasPassword(content: Buffer): boolean {
  for (let at = 0; at + 8 <= content.length; at += 1)
    if (isRecord(content, at, beginning) && excels.includes(content.readUInt16LE(at + 4)) && isLocked(content, at))
      return true;
  return false;
}

/** Without a byte of flags in Excel 5 and 95, with one or two bytes a character in what came after; a few may follow. */
function isNameThere(content: Buffer, at: number): boolean {
  const length = content.readUInt16LE(at + 2);
  const characters = content[at + charactersOffset] ?? 0;
  return characters > 0 && characters <= longestName && length >= 7 + characters && length <= 16 + 2 * longestName;
}

/** One record after the other, until another part begins: that one is looked at by itself. */
function isLocked(content: Buffer, from: number): boolean {
  let at = next(content, from);
  for (let seen = 0; seen < recordsLookedAt && at + 4 <= content.length; seen += 1) {
    if (isRecord(content, at, filePass)) return true;
    if (isRecord(content, at, beginning)) return false;
    at = next(content, at);
  }
  return false;
}

function next(content: Buffer, at: number): number {
  return at + 4 + content.readUInt16LE(at + 2);
}

function isRecord(content: Buffer, at: number, record: number): boolean {
  return content[at] === (record & 0xff) && content[at + 1] === record >> 8;
}

import { describe, expect, it } from '@jest/globals';

import { checkContent, kindOfName } from './file-kinds.js';
import type { FileRefusal } from './file-refused.js';
import * as samples from './file-samples.fixture.js';

describe('the kinds of files that are taken', () => {
  it.each([
    ['quyet-dinh.pdf', samples.aPdf, 'application/pdf'],
    ['cong-van.docx', samples.aDocx, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['bieu.xlsx', samples.anXlsx, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['cong-van.odt', samples.anOdt, 'application/vnd.oasis.opendocument.text'],
    ['bieu.ods', samples.anOds, 'application/vnd.oasis.opendocument.spreadsheet'],
    ['cong-van.doc', samples.aDoc, 'application/msword'],
    ['bieu.xls', samples.anXls, 'application/vnd.ms-excel'],
    ['bieu.xls', samples.anXlsOfSheets, 'application/vnd.ms-excel'],
    ['bieu.xls', samples.anXlsOfManyCells, 'application/vnd.ms-excel'],
    ['anh.jpg', samples.aJpeg, 'image/jpeg'],
    ['anh.jpeg', samples.aJpeg, 'image/jpeg'],
    ['anh.png', samples.aPng, 'image/png'],
    ['ghi-chu.txt', Buffer.from('Ý kiến của bản'), 'text/plain'],
    ['bieu.csv', Buffer.from('\uFEFFsố,ngày\r\n1,2026-03-02\r\n'), 'text/csv'],
    ['bieu.csv', Buffer.from('BM là hai chữ đầu của một ảnh'), 'text/csv'],
  ])('%s is taken', async (name, content, contentType) => {
    const kind = kindOfName(name);

    await checkContent(kind, content);

    expect(kind.contentType).toBe(contentType);
  });

  it.each<[string, Buffer, FileRefusal, string]>([
    ['anh.pdf', samples.aPng, 'file.content_mismatch', 'the name says another kind'],
    ['cong-van.pdf', samples.aProgram, 'file.content_mismatch', 'a program'],
    ['anh.jpg', samples.aPdf, 'file.content_mismatch', 'the name says another kind'],
    ['cong-van.docx', samples.anXlsx, 'file.content_mismatch', 'the name says another kind'],
    ['cong-van.docx', samples.aPlainZip, 'file.content_mismatch', 'an archive'],
    ['cong-van.docx', samples.aDocxWithMacros, 'file.has_macros', 'a program in a document'],
    ['cong-van.docx', samples.aDocm, 'file.content_mismatch', 'a kind for documents with programs'],
    ['cong-van.odt', samples.anOdtWithMacros, 'file.has_macros', 'a program in a document'],
    ['cong-van.doc', samples.aDocWithMacros, 'file.has_macros', 'a program in a document'],
    ['bieu.xls', samples.anXlsWithMacroSheet, 'file.has_macros', 'a sheet of Excel 4.0 macros'],
    ['bieu.xls', samples.anXlsOfExcel5, 'file.content_mismatch', 'a workbook of Excel 5, which names one of today'],
    ['bieu.xls', samples.anXlsWithPassword, 'file.content_mismatch', 'nobody can look into it, and it opens'],
    ['bieu.xls', samples.anXlsOfExcel5WithPassword, 'file.content_mismatch', 'the same of Excel 5'],
    [
      'bieu.xls',
      samples.anXlsWithMacroSheet.subarray(1),
      'file.content_mismatch',
      'what is no workbook is not looked through for programs',
    ],
    ['cong-van.doc', samples.anXls, 'file.content_mismatch', 'the name says another kind'],
    ['cong-van.doc', samples.anInstaller, 'file.content_mismatch', 'an installer has the same first bytes'],
    ['cong-van.doc', samples.aDocx, 'file.content_mismatch', 'the name says the older kind'],
    [
      'trang.pdf',
      Buffer.from(`<html><script>1</script>${samples.aPdf.toString()}`),
      'file.content_mismatch',
      'a page first, a PDF behind',
    ],
    ['ghi-chu.txt', Buffer.from('ff fe 41 00'.replaceAll(' ', ''), 'hex'), 'file.content_mismatch', 'UTF-16'],
    ['ghi-chu.txt', Buffer.from('a\0b'), 'file.content_mismatch', 'no text has a NUL'],
    ['ghi-chu.txt', samples.aProgram, 'file.content_mismatch', 'a program'],
    ['anh.png', samples.aPng.subarray(0, 12), 'file.content_mismatch', 'it ends in its first bytes'],
    ['rong.pdf', Buffer.alloc(0), 'file.empty', 'there is nothing in it'],
  ])('%s is not taken (%#)', async (name, content, code) => {
    await expect(checkContent(kindOfName(name), content)).rejects.toMatchObject({ code });
  });

  it.each(samples.xlsEvasions)('a program is found in a workbook: %s', async (_, content) => {
    await expect(checkContent(kindOfName('bieu.xls'), content)).rejects.toMatchObject({ code: 'file.has_macros' });
  });

  it.each(['thu.exe', 'thu.pdf.exe', 'thu.html', 'thu.svg', 'thu.docm', 'thu.xlsm', 'thu.zip', 'thu.js', 'thu'])(
    '%s is of no kind that is taken',
    (name) => {
      expect(() => kindOfName(name)).toThrow('file.type_refused');
    },
  );

  it('the same bytes as a page and a PDF are a PDF, which no browser shows as a page', async () => {
    const polyglot = Buffer.concat([samples.aPdf, Buffer.from('<html><script>alert(1)</script></html>')]);

    await expect(checkContent(kindOfName('trang.pdf'), polyglot)).resolves.toBeUndefined();
    expect(() => kindOfName('trang.html')).toThrow('file.type_refused');
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { readCsv, readEveryRow } from './csv-table.js';
import { writeCells, writeCsv, writeReadableCsv } from './csv-text.js';

describe('readCsv', () => {
  it('reads columns by their names, in any order, and lets further ones be', () => {
    const [row] = rowsOf('\uFEFFnote,name\r\n"a ""quoted"", text",Ánh\r\n');

    expect([row!.text('name'), row!.text('note'), row!.optional('unknown')]).toEqual(['Ánh', 'a "quoted", text', null]);
  });

  it('gives the same letter one form, however it was composed', () => {
    expect(rowsOf(`name\n${'Ánh'.normalize('NFD')}`)[0]!.text('name')).toBe('Ánh');
  });

  it('counts lines as an editor does, also behind empty ones and within quotes', () => {
    const rows = rowsOf('name\nA\n\n"B\nC"\nD\n');

    expect(rows.map(({ line }) => line)).toEqual([2, 5, 6]);
  });

  it.each([
    ['note\nA\n', 'people.csv has no column name'],
    ['', 'people.csv has no column name'],
    ['name\n"A\n', /^people\.csv line \d: is no CSV: /],
    ['name\n"A"B\n', /^people\.csv line 2: is no CSV: /],
    ['\uFEFFname;note\r\nA;B\r\n', 'people.csv line 1: is parted by semicolons, not commas'],
    ['"name";"note"', 'people.csv line 1: is parted by semicolons, not commas'],
  ])('refuses %j', (text, message) => {
    expect(() => rowsOf(text)).toThrow(message);
  });
});

describe('readCsv, where semicolons are taken', () => {
  function rowsOfEither(text: string): ReturnType<typeof readCsv> {
    return readCsv({ name: 'people.csv', text }, ['name'], { takesSemicolons: true });
  }

  it.each([
    ['name;note\n"A;B";C, D\n', ['A;B', 'C, D']],
    ['name,note\nA;B,"C, D"\n', ['A;B', 'C, D']],
  ])('tells by the first line what parts the cells of %j', (text, cells) => {
    expect(rowsOfEither(text)[0]).toMatchObject({ columns: ['name', 'note'], cells });
  });
});

it('looks through the first line once, however long somebody made it', () => {
  expect(() => rowsOf(`${';'.repeat(100_000)},`)).toThrow('people.csv has no column name');
});

describe('a row', () => {
  const [row] = rowsOf('name,day,count,flag\n ,2026-02-30,0,yes\n');

  it.each([
    ['text', () => row!.text('name'), 'people.csv line 2: name is empty'],
    ['day', () => row!.day('day'), 'people.csv line 2: day "2026-02-30" is no date (YYYY-MM-DD)'],
    ['number', () => row!.number('count'), 'people.csv line 2: count "0" is no number'],
    ['flag', () => row!.flag('flag'), 'people.csv line 2: flag "yes" is not one of true, false'],
    ['refuse', () => row!.refuse('is not welcome'), 'people.csv line 2: is not welcome'],
  ])('names its line where %s fails', (_, read, message) => {
    expect(read).toThrow(message);
  });
});

describe('readEveryRow', () => {
  it('goes on after a wrong row', () => {
    const read = readEveryRow(rowsOf('name,day\nA,2026-01-01\nB,tomorrow\nC,\n'), (row) => row.day('day'));

    expect(read).toEqual({
      values: ['2026-01-01'],
      faults: [
        { line: 3, fault: { code: 'not_a_date', column: 'day', value: 'tomorrow' } },
        { line: 4, fault: { code: 'empty', column: 'day' } },
      ],
    });
  });

  it('tells of every row with more or fewer cells than columns, once, beside what else is wrong', () => {
    const read = readEveryRow(rowsOf('name,day\nA\nB,2026-01-01\nC,2026-01-01,\nD,tomorrow\n'), (row) => [
      row.optional('name'),
      row.day('day'),
    ]);

    expect(read).toEqual({
      values: [['B', '2026-01-01']],
      faults: [
        { line: 2, fault: { code: 'cells_miscounted', found: 1, expected: 2 } },
        { line: 4, fault: { code: 'cells_miscounted', found: 3, expected: 2 } },
        { line: 5, fault: { code: 'not_a_date', column: 'day', value: 'tomorrow' } },
      ],
    });
  });

  it('hides no bug as a wrong row', () => {
    const read = (): never => {
      throw new RangeError('a bug');
    };

    expect(() => readEveryRow(rowsOf('name\nA\n'), read)).toThrow('a bug');
  });
});

describe('writeCsv', () => {
  it('writes what is read back, whatever people wrote', () => {
    const cell = fc.string({ minLength: 1 }).map((text) => text.trim().normalize('NFC'));
    const records = fc.array(fc.record({ name: cell.filter((text) => text !== ''), note: cell }));

    fc.assert(
      fc.property(records, (given) => {
        const read = rowsOf(writeCsv(['name', 'note'], given), ['name', 'note']);

        expect(read.map((row) => ({ name: row.text('name'), note: row.optional('note') ?? '' }))).toEqual(given);
      }),
    );
  });

  it('ends lines as the files of data/ do', () => {
    expect(writeCsv(['name', 'note'], [{ name: 'A', note: 'b, c' }])).toBe('name,note\nA,"b, c"\n');
  });
});

describe('a cell that a spreadsheet program would carry out', () => {
  it.each(['=1+1', '+84 912', '-1', '@SUM(A1)', '\t=1', '\r=1', "'=1", "''+1", '\uFF1D1'])(
    'is written as text: %j',
    (cell) => {
      expect(writeCsv(['name'], [{ name: cell }])).toMatch(/^name\n"?'/);
      expect(writeReadableCsv(['name'], [{ name: cell }])).toMatch(/^\uFEFFname\r\n"?'/);
    },
  );

  it.each(['Nước = sạch', "'quoted'", 'a-b', '12', "don't"])('is not one like %j', (cell) => {
    expect(writeCsv(['name'], [{ name: cell }])).toBe(`name\n${cell}\n`);
  });

  it('is read back as it was', () => {
    const cell = fc
      .tuple(fc.constantFrom("'", "''", ''), fc.constantFrom('=', '+', '-', '@'), fc.string())
      .map((parts) => parts.join('').trim().normalize('NFC'));

    fc.assert(
      fc.property(cell, (given) => {
        expect(rowsOf(writeCsv(['name'], [{ name: given }]))[0]!.text('name')).toBe(given);
      }),
    );
  });
});

function rowsOf(text: string, columns: readonly string[] = ['name']) {
  return readCsv({ name: 'people.csv', text }, columns);
}

describe('writeCells', () => {
  it('writes cells in their places, also below names that come twice or hold a point', () => {
    expect(writeCells(['a.b', 'a.b'], [['1', '"2"']])).toBe('a.b,a.b\n1,"""2"""\n');
  });

  it('writes no formula, and no second mark before one that was marked already', () => {
    expect(writeCells(['a'], [['=1+1'], ["'=1+1"]])).toBe("a\n'=1+1\n'=1+1\n");
  });
});

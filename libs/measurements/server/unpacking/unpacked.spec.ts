import { describe, expect, it, jest } from '@jest/globals';
import { PassThrough, Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { FileRefused } from '../reading/file-refused';
import { rowsOf } from '../reading/file-rows';
import { lookAtFile } from '../reading/look-at-file';
import { layoutOf } from '../reading/read-layout';
import { workbookOf } from '@plumbline/platform/files/writing';
import { zipped } from '@plumbline/platform/files/writing';
import { unpacked } from './unpacked';
import { partsOf, workbookWith } from './workbook-parts.fixture';

// a shared machine may be slow; what is promised is 30 seconds
jest.setTimeout(120_000);

const csv = 'day,offered\n2026-03-01,10\n2026-03-02,11\n';

/** The rows of a file as the check reads them, or the code of its refusal. */
async function rows(name: string, bytes: Buffer): Promise<unknown> {
  const open = async () => Readable.from([bytes]);
  try {
    const look = await lookAtFile({
      ...{ name, bytes: bytes.length, open },
      ...{ head: bytes.subarray(0, 262_144), tail: bytes.subarray(-16_384) },
    });
    const layout = layoutOf(look);
    const read: unknown[] = [];
    for await (const batch of rowsOf(await open(), { layout, bytes: bytes.length, decimal: ',' }))
      if (read.length < 10) batch.rows.forEach((row, index) => read.push([batch.lineOf(index), ...row]));
    return read;
  } catch (error) {
    if (error instanceof FileRefused) return error.code;
    throw error;
  }
}

/** Writes over what the headers of a ZIP say about an entry: four bytes at an offset of its local and central header. */
function lying(bytes: Buffer, name: string, local: number, central: number, value: number): Buffer {
  const lie = Buffer.from(bytes);
  for (const [signature, length, at] of [
    [0x04034b50, 30, local],
    [0x02014b50, 46, central],
  ] as const) {
    for (let from = 0; from < lie.length - length; from += 1)
      if (
        lie.readUInt32LE(from) === signature &&
        lie.toString('utf8', from + length, from + length + name.length) === name
      )
        lie.writeUInt32LE(value, from + at);
  }
  return lie;
}

const read = [
  [2, '2026-03-01', '10'],
  [3, '2026-03-02', '11'],
];
const small = workbookOf([
  {
    name: 'KPI',
    rows: [
      ['day', 'offered'],
      [{ day: '2026-03-01' }, 10],
      [{ day: '2026-03-02' }, 11],
    ],
  },
]);

describe('packed files', () => {
  it.each<[string, string, Buffer]>([
    ['a workbook', 'a.xlsx', small],
    [
      'a ZIP with a CSV',
      'a.zip',
      zipped([
        { name: 'march/a.csv', content: csv },
        { name: '__MACOSX/._a.csv', content: 'x' },
      ]),
    ],
    [
      'a ZIP with a workbook',
      'a.zip',
      zipped([
        { name: 'a.xlsx', content: small },
        { name: 'read me.pdf', content: '%PDF' },
      ]),
    ],
    ['a gzip with a CSV', 'a.csv.gz', gzipSync(csv)],
    [
      'a gzip of several members',
      'a.csv.gz',
      Buffer.concat([gzipSync(csv.slice(0, 20)), gzipSync(csv.slice(20))]),
    ],
  ])('%s is read like the table in it', async (_, name, bytes) => {
    expect(await rows(name, bytes)).toEqual(read);
  });

  it('writes numbers of a sheet with the decimal sign that the mapping reads', async () => {
    const bytes = workbookOf([
      {
        name: 'KPI',
        rows: [
          ['day', 'offered', 'rate'],
          [{ day: '2026-03-01' }, 1234.5, '8,7'],
        ],
      },
    ]);
    expect(await rows('a.xlsx', bytes)).toEqual([[2, '2026-03-01', '1234,5', '8,7']]);
  });
});

describe('files made to do harm', () => {
  const rowsXml = '<row r="1"><c t="str"><v>day</v></c><c t="str"><v>offered</v></c></row>';
  const blank = `${' '.repeat(1024)}\n`.repeat(1024);
  /** 52 MiB that shrink to about 50 KiB. */
  const swollen = () =>
    workbookWith({
      sheets: [['S', `<worksheet><sheetData>${rowsXml}${blank.repeat(52)}</sheetData></worksheet>`]],
    });
  const bomb = () =>
    zipped([{ name: 'a.csv', content: Buffer.from(`a,b\n${'0,0\n'.repeat(8 * 1024 * 1024)}`) }]);

  it.each<[string, string, () => Buffer, string]>([
    ['a workbook that swells', 'a.xlsx', swollen, 'inflates-too-far'],
    [
      'the same in a ZIP',
      'a.zip',
      () => zipped([{ name: 'a.xlsx', content: swollen() }]),
      'inflates-too-far',
    ],
    ['a ZIP that swells', 'a.zip', bomb, 'inflates-too-far'],
    [
      'a gzip that swells',
      'a.csv.gz',
      () => gzipSync(`a,b\n${'0,0\n'.repeat(8 * 1024 * 1024)}`),
      'inflates-too-far',
    ],
    ['a ZIP within a ZIP', 'a.zip', () => zipped([{ name: 'b.zip', content: bomb() }]), 'zip-no-table'],
    [
      'a ZIP that is called CSV within a ZIP',
      'a.zip',
      () => zipped([{ name: 'b.csv', content: bomb() }]),
      'name-and-content',
    ],
    ['a gzip within a gzip', 'a.csv.gz', () => gzipSync(gzipSync(csv)), 'name-and-content'],
    ['a gzip within a gzip, called so', 'a.csv.gz.gz', () => gzipSync(gzipSync(csv)), 'packed-twice'],
    [
      'several tables',
      'a.zip',
      () =>
        zipped([
          { name: 'a.csv', content: csv },
          { name: 'b.csv', content: csv },
        ]),
      'zip-several-tables',
    ],
    [
      'too many entries',
      'a.zip',
      () => zipped(Array.from({ length: 2_001 }, (_, at) => ({ name: `${at}.csv`, content: '' }))),
      'zip-too-many-entries',
    ],
    [
      'two entries of one name',
      'a.zip',
      () =>
        zipped([
          { name: 'a.csv', content: csv },
          { name: 'a.csv', content: 'x' },
        ]),
      'zip-damaged',
    ],
    [
      'a way out of the ZIP',
      'a.zip',
      () => zipped([{ name: '../../etc/a.csv', content: csv }]),
      'zip-damaged',
    ],
    [
      'a size that is a lie',
      'a.zip',
      () => lying(zipped([{ name: 'a.csv', content: csv }]), 'a.csv', 22, 24, 7),
      'zip-damaged',
    ],
    [
      'a checksum that is a lie',
      'a.zip',
      () => lying(zipped([{ name: 'a.csv', content: csv }]), 'a.csv', 14, 16, 7),
      'zip-damaged',
    ],
    ['a workbook that is cut off', 'a.xlsx', () => small.subarray(0, small.length - 100), 'zip-damaged'],
    ['a gzip that is cut off', 'a.csv.gz', () => gzipSync(csv).subarray(0, 30), 'gzip-damaged'],
    [
      'dimensions that are a lie',
      'a.xlsx',
      () =>
        workbookWith({
          sheets: [
            ['S', `<worksheet><dimension ref="A1:XFD1048576"/><sheetData>${rowsXml}</sheetData></worksheet>`],
          ],
        }),
      'nothing',
    ],
    [
      'an external entity',
      'a.xlsx',
      () =>
        workbookWith({
          sheets: [
            [
              'S',
              `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><worksheet><sheetData>${rowsXml}</sheetData></worksheet>`,
            ],
          ],
        }),
      'xml-doctype',
    ],
    [
      'a document that is no workbook',
      'a.xlsx',
      () =>
        zipped(
          partsOf({ sheets: [] }).map((part) =>
            part.name === 'xl/workbook.xml' ? { ...part, content: '<document/>' } : part,
          ),
        ),
      'foreign-format',
    ],
    [
      'a sheet that is cut off',
      'a.xlsx',
      () => workbookWith({ sheets: [['S', `<worksheet><sheetData>${rowsXml}`]] }),
      'xlsx-damaged',
    ],
  ])('%s: %s', async (_, name, make, code) => {
    const bytes = make();
    const began = performance.now();
    const found = await rows(name, bytes);
    if (code === 'nothing') expect(found).toEqual([]);
    else expect(found).toBe(code);
    expect(performance.now() - began).toBeLessThan(30_000);
  });

  it.each([
    ['more heap than there is', { heapMb: 12 }, 'unpacking-failed'],
    ['more time than there is', { patienceMs: 5 }, 'unpacking-too-long'],
  ])('%s: %s', async (_, less, code) => {
    const strings = Array.from({ length: 300_000 }, (_, at) => `<si><t>text ${at}</t></si>`).join('');
    const bytes = workbookWith({ sheets: [['S', rowsXml]], strings });
    const look = async () => {
      for await (const piece of unpacked(Readable.from([bytes]), { do: 'look' }, less))
        expect(piece).toBeUndefined();
    };
    await expect(look()).rejects.toMatchObject({ code });
  });

  it('leaves no program behind when its reader has seen enough, and passes on what breaks the source', async () => {
    const many = workbookOf([{ name: 'S', rows: Array.from({ length: 20_000 }, (_, row) => ['day', row]) }]);
    for await (const piece of unpacked(Readable.from([many]), { do: 'rows', sheet: 'S' })) {
      expect(piece.length).toBeGreaterThan(0);
      break;
    }
    const source = new PassThrough();
    setImmediate(() => source.destroy(new Error('the stored file is damaged')));
    const failing = async () => {
      for await (const _ of unpacked(source, { do: 'look' })) expect(_).toBeUndefined();
    };
    await expect(failing()).rejects.toThrow('the stored file is damaged');
  });
});

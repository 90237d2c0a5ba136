import { type ZipEntry, zipped } from '@plumbline/platform/files/writing';

export interface WorkbookParts {
  /** Content of `sheetData`, or of the whole worksheet where it begins with `<worksheet` or `<?xml`. */
  readonly sheets: readonly (readonly [name: string, xml: string, state?: string])[];
  readonly strings?: string;
  /** Format codes of the styles 1, 2, …; a number is a built-in format. */
  readonly formats?: readonly (string | number)[];
  readonly from1904?: boolean;
  readonly more?: readonly ZipEntry[];
}

/** A workbook with any XML in it, also such as no spreadsheet program would write. */
export function workbookWith(parts: WorkbookParts): Buffer {
  return zipped(partsOf(parts));
}

export function partsOf({
  sheets,
  strings,
  formats = [],
  from1904 = false,
  more = [],
}: WorkbookParts): ZipEntry[] {
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const relation = (id: string, kind: string, target: string) =>
    `<Relationship Id="${id}" Type="${type}/${kind}" Target="${target}"/>`;
  const codes = formats.map((format, index) => (typeof format === 'number' ? format : 164 + index));
  return [
    { name: '[Content_Types].xml', content: '<Types/>' },
    {
      name: '_rels/.rels',
      content: `<Relationships>${relation('a', 'officeDocument', '/xl/workbook.xml')}</Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      content: `<x:workbook xmlns:x="m" xmlns:r="r">${from1904 ? '<x:workbookPr date1904="1"/>' : ''}<x:sheets>${sheets
        .map(
          ([name, , state], at) =>
            `<x:sheet name="${name}" sheetId="${at + 1}" r:id="s${at}"${state ? ` state="${state}"` : ''}/>`,
        )
        .join('')}</x:sheets></x:workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `<Relationships>${sheets.map((_, at) => relation(`s${at}`, 'worksheet', `worksheets/${at}.xml`)).join('')}${relation('t', 'sharedStrings', 'sharedStrings.xml')}${relation('f', 'styles', 'styles.xml')}</Relationships>`,
    },
    { name: 'xl/sharedStrings.xml', content: `<sst>${strings ?? ''}</sst>` },
    {
      name: 'xl/styles.xml',
      content: `<styleSheet><numFmts>${formats.map((format, at) => (typeof format === 'string' ? `<numFmt numFmtId="${164 + at}" formatCode="${format.replaceAll('"', '&quot;')}"/>` : '')).join('')}</numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${codes.map((id) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs></styleSheet>`,
    },
    ...sheets.map(([, xml], at) => ({
      name: `xl/worksheets/${at}.xml`,
      content: /^<(?:\?xml|worksheet|!DOCTYPE)/.test(xml)
        ? xml
        : `<worksheet><sheetData>${xml}</sheetData></worksheet>`,
    })),
    ...more,
  ];
}

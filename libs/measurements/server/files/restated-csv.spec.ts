import { describe, expect, it } from '@jest/globals';
import { downloadRestatedFigures, listRestatedFigures, restatedFigure } from '@plumbline/measurements/schema';
import { RESTATED_HEADER, restatedLine } from './restated-csv';

const [example] = (listRestatedFigures.example.response as { items: unknown[] }).items;
const figure = restatedFigure.parse(example);

describe('restated figures as CSV', () => {
  it('says of each what it was, what it becomes and where it came from', () => {
    expect(RESTATED_HEADER + restatedLine(figure)).toBe(downloadRestatedFigures.example.response);
  });

  it('leaves amounts as numbers and lets no text be taken for a formula', () => {
    const line = restatedLine({
      ...figure,
      before: '12.5',
      after: '3',
      difference: '-9.5',
      segment: { ...figure.segment, queue: '=1+1' },
      source: { ...figure.source, fileName: 'a, "b".csv' },
    });
    expect(line).toContain(`,voice,'=1+1,,offered,Calls offered,count,no,12.5,3,-9.5,"a, ""b"".csv",3\r\n`);
  });

  it('leaves blank what the file leaves blank and what the reader may not see', () => {
    const source = { ...figure.source, fileName: null };
    expect(restatedLine({ ...figure, after: null, difference: null, source })).toMatch(/,no,12,,,,3\r\n$/);
  });
});

import { dimensionNames, type RestatedFigureAnswer } from '@plumbline/measurements/schema';
import { cell } from './problems-csv';

export const RESTATED_HEADER =
  'line,date,starts at,vendor,line of business,channel,queue,language,' +
  'figure,name,unit,claimed,before,after,difference,from file,from line\r\n';

/** One restated figure as a line of CSV. Texts cannot run in a spreadsheet; amounts are exact decimals and stay what they are. */
export function restatedLine(restated: RestatedFigureAnswer): string {
  const { line, localDate, startsAt, vendor, segment, figure, before, after, difference, source } = restated;
  const place = [String(line), localDate, startsAt, cell(vendor.code)];
  const part = dimensionNames.map((name) => cell(segment[name] ?? ''));
  const what = [cell(figure.code), cell(figure.name), figure.unit, figure.claimed ? 'yes' : 'no'];
  const amounts = [before, after ?? '', difference ?? ''];
  const from = [cell(source.fileName ?? ''), String(source.line)];
  return `${[...place, ...part, ...what, ...amounts, ...from].join(',')}\r\n`;
}

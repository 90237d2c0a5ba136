import { csvLine } from '@plumbline/api/schema';
import { dimensionNames, type RestatedFigureAnswer } from '@plumbline/measurements/schema';

export const RESTATED_HEADER =
  'line,date,starts at,vendor,line of business,channel,queue,language,' +
  'figure,name,unit,claimed,before,after,difference,from file,from line\r\n';

/** One restated figure as a line of CSV. Texts cannot run in a spreadsheet; amounts are exact decimals and stay what they are. */
export function restatedLine(restated: RestatedFigureAnswer): string {
  const { line, localDate, startsAt, vendor, segment, figure, before, after, difference, source } = restated;
  const place = [line, localDate, startsAt, vendor.code];
  const part = dimensionNames.map((name) => segment[name]);
  const what = [figure.code, figure.name, figure.unit, figure.claimed ? 'yes' : 'no'];
  return csvLine([...place, ...part, ...what, before, after, difference, source.fileName, source.line]);
}

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MappedColumn } from '@plumbline/measurements/schema';
import { type MeasuredTenant, MeasurementsBench } from '../measurements-bench';

interface Mapping {
  readonly columns: readonly MappedColumn[];
}

const measures = ['offered', 'answered', 'abandoned'] as const;
const days = ['2026-03-01', '2026-03-02', '2026-03-03', '2026-03-04'] as const;
const row = (day: string, measure: string) => `${day},${measure},10`;

const long: Mapping = {
  columns: [
    { header: 'day', means: { kind: 'period', format: 'YYYY-MM-DD' } },
    {
      header: 'what',
      means: {
        kind: 'measure_name',
        names: measures.map((measure) => ({ name: measure, means: { kind: 'measure', measure } })),
      },
    },
    { header: 'how many', means: { kind: 'value' } },
  ],
  ...{ grain: 'day', timezone: 'America/New_York' },
};

describe('a loaded file knows how far apart the lines of its rows stand', () => {
  let bench: MeasurementsBench;

  beforeAll(async () => {
    bench = await MeasurementsBench.open();
  });
  afterAll(() => bench.close());

  async function offsetsOf(of: MeasuredTenant, rows: readonly string[], mapping: Mapping) {
    const header = mapping.columns.map((column) => column.header).join(',');
    const checked = await bench.checked(of, [header, ...rows, ''].join('\n'), mapping);
    const { id } = await bench.loaded(of, checked, { restatementReason: 'As counted again' });
    const [file] = await bench.query<{ offsets: number[][] | null }>(
      of,
      'select line_offsets as offsets from kpi_file where tenant_id = $1 and id = $2',
      [id],
    );
    return file?.offsets;
  }

  it('with amounts one below the other, or measure after measure', async () => {
    const sorted = days.flatMap((day) => measures.map((measure) => row(day, measure)));
    expect(await offsetsOf(await bench.tenant(), sorted, long)).toEqual([[0, 2]]);
    const melted = measures.flatMap((measure) => days.map((day) => row(day, measure)));
    const of = await bench.tenant();
    expect(await offsetsOf(of, melted, long)).toEqual([
      [0, 0],
      [4, 4],
      [8, 8],
    ]);
    // one day has nothing answered: what follows comes a line earlier
    const gap = melted.filter((line) => line !== row('2026-03-02', 'answered'));
    expect(await offsetsOf(await bench.tenant(), gap, long)).toEqual([
      [0, 0],
      [3, 4],
      [7, 7],
    ]);
    // an earlier file's lines are not this one's
    expect(await offsetsOf(of, [row('2026-03-04', 'offered').replace('10', '12')], long)).toEqual([[0, 0]]);
  });

  it('with a line a row, and with several a case', async () => {
    const wide: Mapping = {
      columns: [
        { header: 'day', means: { kind: 'period', format: 'YYYY-MM-DD' } },
        { header: 'offered', means: { kind: 'measure', measure: 'offered' } },
      ],
      ...{ grain: 'day', timezone: 'America/New_York' },
    };
    expect(await offsetsOf(await bench.tenant(), ['2026-03-01,10', '2026-03-02,11'], wide)).toEqual([[0, 0]]);
    const cases: Mapping = {
      columns: [
        { header: 'case', means: { kind: 'case_number' } },
        { header: 'opened', means: { kind: 'case_opened', format: 'YYYY-MM-DD' } },
        { header: 'closed', means: { kind: 'case_closed', format: 'YYYY-MM-DD' } },
      ],
      ...{
        grain: 'day',
        timezone: 'America/New_York',
        cases: { close: { amount: 5, unit: 'calendarDays' } },
      },
    };
    const of = (...numbers: string[]) => numbers.map((number) => `${number},2026-03-02,2026-03-04`);
    expect(await offsetsOf(await bench.tenant(), of('A', 'A', 'B', 'A'), cases)).toEqual([[0, 3]]);
    expect(await offsetsOf(await bench.tenant(), of('A', 'B'), cases)).toEqual([[0, 0]]);
  });
});

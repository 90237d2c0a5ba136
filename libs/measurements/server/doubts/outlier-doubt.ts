import {
  dimensionNames,
  dimensions,
  type DoubtPlaceParameters,
  grains,
} from '@plumbline/measurements/schema';
import { defaultMetrics, effectiveTerms, Exact, xmrChart } from '@plumbline/sla-engine';
import { doubt, type Doubt, type DoubtfulFile, LISTED_PLACES, NAMED, placeOf, segmentWords } from './doubt';

/** Fewer points say nothing about what is usual. */
const FEWEST_POINTS = 8;
/** What is usual is read off half a year of days (26 of each weekday), or five years of months. */
const DAYS_BACK = 182;
const MONTHS_BACK = 60;
/** The best known segments are looked at, some at a time: neither time nor memory grows with a file's size. */
const MOST_SERIES = 1_000;
const SERIES_AT_ONCE = 50;

/** A measure, or the ratio of a default metric, as sums of measures; null where one of them is blank. */
interface Figure {
  readonly name: string;
  readonly share: boolean;
  readonly of: (sums: ReadonlyMap<string, Exact>) => Exact | null;
}

interface Place {
  readonly line: number | null;
  readonly date: string;
  readonly found: DoubtPlaceParameters['outlier'];
  /** How far beyond the limit, as a share of the way from the centre to it. */
  readonly beyond: number;
}

/** The sums of one day (or month) of a vendor's segment: what is stored, or what the file says. */
interface Sums {
  readonly day: string;
  readonly line: number | null;
  readonly rows: number;
  readonly amounts: ReadonlyMap<string, Exact>;
}

/**
 * Days (of a monthly file: months) whose sums or ratios lie beyond the vendor's own natural limits for the same segment and
 * weekday (XmR, semantics rule 21: they advise and never breach). Days that the file itself brings are no history.
 */
export async function outlierDoubt(file: DoubtfulFile): Promise<Doubt | null> {
  const known = await knownSeries(file);
  if (known.length === 0) return null;
  const measures = file.figures.flatMap(({ measure, staged }) => (measure ? [{ ...measure, staged }] : []));
  const figures = figuresOf(measures.map(({ code }) => code));
  await stageDays(file, measures);
  const places: Place[] = [];
  let found = 0;
  for (let from = 0; from < known.length; from += SERIES_AT_ONCE) {
    const series = known.slice(from, from + SERIES_AT_ONCE);
    const sent = await sentSums(file, series, measures);
    const stored = await storedSums(file, series, measures);
    for (const { vendorId, segmentId, segment } of series) {
      const key = `${vendorId} ${segmentId}`;
      const beyond = beyondLimits(sent.get(key) ?? [], stored.get(key) ?? [], figures, segment, file.grain);
      found += beyond.length;
      places.push(...beyond);
    }
    places.sort((one, other) => other.beyond - one.beyond).splice(LISTED_PLACES);
  }
  const [furthest] = places;
  if (furthest === undefined) return null;
  return doubt(
    'outlier',
    { found, date: furthest.date, ...furthest.found },
    found,
    places.map(({ line, date, found: parameters }) => placeOf('outlier', { line, date }, parameters)),
  );
}

interface Series {
  readonly vendorId: string;
  readonly segmentId: string;
  readonly segment: string;
}

const HISTORY = `d.tenant_id = $1 and d.grain = $2 and d.local_date >= $3 and d.local_date <= $4
  and d.local_date <> all ($5::date[])`;

function historyParameters({ tenantId, grain, staged: { days } }: DoubtfulFile): unknown[] {
  const first = Temporal.PlainDate.from(days[0] ?? '');
  const since = first.subtract(grain === grains.month ? { months: MONTHS_BACK } : { days: DAYS_BACK });
  return [tenantId, grain, since.toString(), days.at(-1), days];
}

/** Vendors and segments of the file with enough history, the best known first. */
async function knownSeries(file: DoubtfulFile): Promise<Series[]> {
  if (file.staged.days.length === 0) return [];
  const { rows } = await file.connection.query<Record<string, string | null>>(
    `select d.vendor_id, d.segment_id, ${dimensionNames.map((name) => `g.${dimensions[name]}`).join(', ')}
     from measurement_day d join segment g on g.tenant_id = d.tenant_id and g.id = d.segment_id
     where ${HISTORY} and d.vendor_id = any (array(select id from staged_vendor)) and d.segment_id in (select id from staged_segment)
     group by d.vendor_id, d.segment_id, ${dimensionNames.map((name) => `g.${dimensions[name]}`).join(', ')}
     having count(*) >= ${FEWEST_POINTS} order by count(*) desc, d.vendor_id, d.segment_id limit ${MOST_SERIES}`,
    historyParameters(file),
  );
  return rows.map((row) => ({
    vendorId: row['vendor_id'] ?? '',
    segmentId: row['segment_id'] ?? '',
    segment: segmentWords(dimensionNames.map((name) => row[dimensions[name]] ?? null)),
  }));
}

type StagedMeasure = { readonly code: string; readonly position: number; readonly staged: string };

/** `staged_day`: the file's sums per vendor, segment and day; a blank row leaves a blank sum. */
async function stageDays({ connection }: DoubtfulFile, measures: readonly StagedMeasure[]): Promise<void> {
  const sums = measures.map(
    ({ staged }) => `, case when count(s.${staged}) = count(*) then sum(s.${staged}) end as ${staged}`,
  );
  await connection.query('drop table if exists staged_day');
  await connection.query(
    `create temp table staged_day on commit drop as
     select v.id as vendor_id, g.id as segment_id, s.local_date, min(s.line) as line, count(*) as rows ${sums.join('')}
     from staged s ${NAMED} where s.final and g.id is not null group by 1, 2, 3`,
  );
}

function sentSums(file: DoubtfulFile, series: readonly Series[], measures: readonly StagedMeasure[]) {
  return sumsBySeries(
    file.connection.query<Record<string, string | null>>(
      `select vendor_id, segment_id, local_date::text as day, line, rows,
              ${measures.map(({ code, staged }) => `${staged}::text as "${code}"`).join(', ')}
       from staged_day join unnest($1::uuid[], $2::uuid[]) as wanted (vendor_id, segment_id) using (vendor_id, segment_id)
       order by local_date`,
      [series.map(({ vendorId }) => vendorId), series.map(({ segmentId }) => segmentId)],
    ),
    measures,
  );
}

function storedSums(file: DoubtfulFile, series: readonly Series[], measures: readonly StagedMeasure[]) {
  const amount = ({ code, position }: StagedMeasure) =>
    `case when d.missing[${position}] = 0 then d.amounts[${position}]::text end as "${code}"`;
  return sumsBySeries(
    file.connection.query<Record<string, string | null>>(
      `select d.vendor_id, d.segment_id, d.local_date::text as day, null as line, d.rows, ${measures.map(amount).join(', ')}
       from measurement_day d join unnest($6::uuid[], $7::uuid[]) as wanted (vendor_id, segment_id) using (vendor_id, segment_id)
       where ${HISTORY} order by d.local_date`,
      [
        ...historyParameters(file),
        series.map(({ vendorId }) => vendorId),
        series.map(({ segmentId }) => segmentId),
      ],
    ),
    measures,
  );
}

async function sumsBySeries(
  reading: Promise<{ rows: Record<string, string | null>[] }>,
  measures: readonly StagedMeasure[],
): Promise<ReadonlyMap<string, Sums[]>> {
  const { rows } = await reading;
  const found = new Map<string, Sums[]>();
  for (const row of rows) {
    const key = `${row['vendor_id']} ${row['segment_id']}`;
    const amounts = measures.flatMap(({ code }) => {
      const text = row[code] ?? null;
      return text === null ? [] : [[code, new Exact(text)] as const];
    });
    const sums = found.get(key) ?? [];
    sums.push({
      day: row['day'] ?? '',
      line: row['line'] === null ? null : Number(row['line']),
      rows: Number(row['rows']),
      amounts: new Map(amounts),
    });
    found.set(key, sums);
  }
  return found;
}

/** The measures themselves, and the ratios of the default metrics that can be made of them. */
function figuresOf(codes: readonly string[]): Figure[] {
  const reported = new Set(codes);
  const ratios = defaultMetrics.flatMap(({ definition }): Figure[] => {
    const terms = effectiveTerms(definition);
    if (!terms.ok || terms.value.denominator.length === 0) return [];
    const { numerator, denominator } = terms.value;
    if ([...numerator, ...denominator].some(({ measure }) => !reported.has(measure))) return [];
    const total = (sums: ReadonlyMap<string, Exact>, of: typeof numerator) =>
      of.reduce<Exact | null>((sum, { measure, weight }) => {
        const amount = sums.get(measure);
        return sum === null || amount === undefined ? null : sum.plus(amount.times(weight));
      }, new Exact(0));
    return [
      {
        name: definition.id,
        share: definition.unit === 'ratio',
        of: (sums) => {
          const [some, all] = [total(sums, numerator), total(sums, denominator)];
          return some === null || all === null || !all.greaterThan(0) ? null : some.div(all);
        },
      },
    ];
  });
  return [
    ...codes.map((code) => ({
      name: code,
      share: false,
      of: (sums: ReadonlyMap<string, Exact>) => sums.get(code) ?? null,
    })),
    ...ratios,
  ];
}

function beyondLimits(
  sent: readonly Sums[],
  stored: readonly Sums[],
  figures: readonly Figure[],
  segment: string,
  grain: number,
): Place[] {
  const places: Place[] = [];
  /** From 0, Sunday; null: months are not told apart. */
  const bandOf = (day: string) =>
    grain === grains.month ? null : Temporal.PlainDate.from(day).dayOfWeek % 7;
  for (const band of new Set(sent.map(({ day }) => bandOf(day)))) {
    const history = stored.filter(({ day }) => bandOf(day) === band);
    if (history.length < FEWEST_POINTS) continue;
    // a day of which the file holds a part only has no sum that could be compared
    const fewest = Math.min(...history.map(({ rows }) => rows));
    const whole = sent.filter(({ day, rows }) => bandOf(day) === band && rows >= fewest);
    for (const figure of figures) {
      const points = history.map(({ amounts }) => figure.of(amounts));
      const counted = points.filter((point) => point !== null).length;
      const chart = counted < FEWEST_POINTS ? null : xmrChart(points);
      if (chart?.ok !== true) continue;
      const { centre, limits } = chart.value;
      const reach = limits.upper.minus(centre).toNumber();
      for (const { day, line, amounts } of whole) {
        const value = figure.of(amounts);
        if (value === null || (!value.greaterThan(limits.upper) && !value.lessThan(limits.lower))) continue;
        const away = value.minus(centre).abs().toNumber();
        const shown = (each: Exact) => said(each, figure.share);
        places.push({
          line,
          date: day,
          found: {
            ...{ figure: figure.name, share: figure.share, segment, points: counted, weekday: band },
            ...{ value: shown(value), lower: shown(Exact.max(0, limits.lower)), upper: shown(limits.upper) },
          },
          beyond: reach === 0 ? Number.MAX_VALUE : away / reach,
        });
      }
    }
  }
  return places;
}

/** To two places; a share in percent. */
function said(value: Exact, share: boolean): string {
  return `${Number((share ? value.times(100) : value).toFixed(2))}`;
}

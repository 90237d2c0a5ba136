import { dimensionNames, dimensions } from '@plumbline/measurements/schema';
import { newId, type RoleConnection } from '@plumbline/platform/database';
import type { StagedFile } from './staged-file';

type Segment = readonly (string | null)[];

const COLUMNS = dimensionNames.map((name) => dimensions[name]).join(', ');

/** The small numbers of the staging table to the ids of the tenant: tables `staged_vendor` and `staged_segment`. */
export class StagedNames {
  constructor(
    private readonly connection: RoleConnection,
    private readonly tenantId: string,
  ) {}

  async nameVendors(ids: ReadonlyMap<number, string>): Promise<void> {
    await this.connection.query(
      'create temp table staged_vendor (ordinal integer primary key, id uuid not null) on commit drop',
    );
    await this.connection.query(
      'insert into staged_vendor (ordinal, id) select * from unnest($1::integer[], $2::uuid[])',
      [[...ids.keys()], [...ids.values()]],
    );
    await this.connection.query('analyze staged_vendor');
  }

  /** Segments that the tenant does not have yet stay without id: no stored row can be theirs. */
  async nameSegments({ segments }: StagedFile): Promise<void> {
    await this.connection.query(
      'create temp table staged_segment (ordinal integer primary key, id uuid) on commit drop',
    );
    await this.fillSegments(segments);
  }

  /** Enters the segments that are missing. Call it while holding the tenant's load counter: one writer at a time. */
  async addSegments({ segments }: StagedFile): Promise<void> {
    const known = await this.known();
    const missing = new Map(
      segments.filter((segment) => !known.has(keyOf(segment))).map((segment) => [keyOf(segment), segment]),
    );
    if (missing.size > 0) await this.insert([...missing.values()]);
    // named anew even where nothing was missing: another load may have entered them since they were looked up
    await this.connection.query('delete from staged_segment');
    await this.fillSegments(segments);
  }

  private async insert(rows: readonly Segment[]): Promise<void> {
    await this.connection.query(
      `insert into segment (tenant_id, id, ${COLUMNS})
       select $1, * from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[]) on conflict do nothing`,
      [
        this.tenantId,
        rows.map(() => newId()),
        ...dimensionNames.map((_, at) => rows.map((segment) => segment[at] ?? null)),
      ],
    );
  }

  private async fillSegments(segments: readonly Segment[]): Promise<void> {
    const known = await this.known();
    await this.connection.query(
      'insert into staged_segment (ordinal, id) select * from unnest($1::integer[], $2::uuid[])',
      [segments.map((_, ordinal) => ordinal), segments.map((segment) => known.get(keyOf(segment)) ?? null)],
    );
    await this.connection.query('analyze staged_segment');
  }

  private async known(): Promise<ReadonlyMap<string, string>> {
    const { rows } = await this.connection.query<{ id: string } & Record<string, string | null>>(
      `select id, ${COLUMNS} from segment where tenant_id = $1`,
      [this.tenantId],
    );
    return new Map(
      rows.map((row) => [keyOf(dimensionNames.map((name) => row[dimensions[name]] ?? null)), row.id]),
    );
  }
}

function keyOf(segment: Segment): string {
  return JSON.stringify(segment);
}

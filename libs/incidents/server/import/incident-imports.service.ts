import { Injectable } from '@nestjs/common';
import { type ApplicableRule, type Reached, ruleDeadline, ruleMetAt } from '@plumbline/clocks/server';
import {
  type IncidentImport,
  type IncidentImportResult,
  MOST_INCIDENT_ROWS,
} from '@plumbline/incidents/schema';
import { ActivityLog } from '@plumbline/platform/activity-log';
import { Door, type TenantTransaction } from '@plumbline/platform/database';
import { NotFoundError, RuleBrokenError } from '@plumbline/platform/errors';
import { type Actor, Clock } from '@plumbline/platform/tenancy';
import { ImportTableSource, VendorDirectory, type VendorFacts } from '@plumbline/vendors/server';
import { IncidentClocks } from '../incident-clocks';
import { IncidentEntry, type JudgedIncident } from './incident-entry';
import { readIncidentRows, type ReadIncident, type ReadRows } from './import-rows';

interface Judged {
  readonly verdicts: Map<string, { met: number; late: number; open: number }>;
  readonly incidents: readonly JudgedIncident[];
}

/** Lists of past incidents: judged by the same rules, told to nobody, and entered as a whole. */
@Injectable()
export class IncidentImportsService {
  constructor(
    private readonly door: Door,
    private readonly tables: ImportTableSource,
    private readonly vendors: VendorDirectory,
    private readonly deadlines: IncidentClocks,
    private readonly entry: IncidentEntry,
    private readonly activityLog: ActivityLog,
    private readonly clock: Clock,
  ) {}

  /** Writes nothing. */
  async preview(actor: Actor, wanted: IncidentImport): Promise<IncidentImportResult> {
    const rows = await this.read(wanted);
    return this.door.withTenant(actor, async (tx) => {
      await this.vendor(tx, wanted.vendorId);
      const fresh = await this.fresh(tx, wanted, rows);
      const { verdicts } = await this.judge(tx, wanted, fresh);
      return result(rows, fresh, verdicts, false);
    });
  }

  /** In one transaction; with a wrong row nothing is written, unless wrong rows are to be left out. */
  async apply(actor: Actor, wanted: IncidentImport): Promise<IncidentImportResult> {
    const rows = await this.read(wanted);
    if (rows.wrong > 0 && wanted.wrongRows === 'refuse')
      throw new RuleBrokenError(
        'import-rows-wrong',
        `${rows.wrong} rows are wrong: nothing was entered. Correct them, or say that wrong rows are left out.`,
        [],
        422,
        undefined,
        { wrong: rows.wrong },
      );
    return this.door.withTenant(actor, async (tx) => {
      const vendor = await this.vendor(tx, wanted.vendorId);
      // of two imports at the same time the second finds what the first entered
      await this.vendors.lock(tx, [vendor.id]);
      const fresh = await this.fresh(tx, wanted, rows);
      const { verdicts, incidents } = await this.judge(tx, wanted, fresh);
      await this.entry.enter(tx, vendor, wanted, incidents, this.clock.date());
      await this.activityLog.append(tx, {
        action: 'incidents-imported',
        thing: 'incident',
        thingId: vendor.id,
        vendorId: vendor.id,
        detail: { entered: fresh.length, wrong: rows.wrong },
      });
      return result(rows, fresh, verdicts, true);
    });
  }

  private async read(wanted: IncidentImport): Promise<ReadRows> {
    const bytes = Buffer.from(wanted.file.content, 'base64');
    const table = await this.tables.read(wanted.file.name, bytes, MOST_INCIDENT_ROWS);
    if (table.rows.length > MOST_INCIDENT_ROWS)
      throw new RuleBrokenError(
        'import-too-long',
        `A list has at most ${MOST_INCIDENT_ROWS} rows: send it in parts.`,
      );
    const missing = Object.keys(wanted.columns).filter((header) => !table.columns.includes(header));
    if (missing.length > 0)
      throw new RuleBrokenError(
        'import-columns-missing',
        `The list has no column ${missing.map((header) => `“${header}”`).join(', ')}.`,
        missing.map((header) => ({
          path: `columns.${header}`,
          code: 'column-missing',
          detail: 'not in the list',
        })),
      );
    return readIncidentRows(table, wanted);
  }

  private async vendor(tx: TenantTransaction, id: string): Promise<VendorFacts> {
    const vendor = (await this.vendors.find(tx, [id])).get(id);
    if (!vendor) throw new NotFoundError('vendor');
    return vendor;
  }

  private async fresh(
    tx: TenantTransaction,
    wanted: IncidentImport,
    rows: ReadRows,
  ): Promise<ReadIncident[]> {
    const known = await this.entry.known(
      tx,
      wanted.vendorId,
      rows.incidents.map(({ key }) => key),
    );
    return rows.incidents.filter(({ key }) => !known.has(key));
  }

  private async judge(
    tx: TenantTransaction,
    { vendorId }: IncidentImport,
    fresh: readonly ReadIncident[],
  ): Promise<Judged> {
    const rulesOf = await this.deadlines.ruleBook(tx, vendorId);
    const verdicts: Judged['verdicts'] = new Map();
    const incidents = fresh.map((incident) => {
      const { discovered } = incident.milestones;
      if (!discovered) throw new Error('a row without a discovery is wrong');
      const reached: Reached = { detected: discovered, ...incident.milestones };
      const rules = rulesOf(incident, discovered);
      for (const { code, rule } of rules) count(verdicts, code, reached, rule);
      return { incident, reached, rules };
    });
    return { verdicts, incidents };
  }
}

function count(
  verdicts: Judged['verdicts'],
  code: string,
  reached: Reached,
  rule: ApplicableRule['rule'],
): void {
  const due = ruleDeadline(reached, rule);
  if (!due) return;
  const counted = verdicts.get(code) ?? { met: 0, late: 0, open: 0 };
  const metAt = ruleMetAt(reached, rule, due.startedAt);
  const verdict =
    metAt === null ? 'open' : metAt.getTime() <= due.deadline.epochMilliseconds ? 'met' : 'late';
  counted[verdict] += 1;
  verdicts.set(code, counted);
}

function result(
  rows: ReadRows,
  fresh: readonly ReadIncident[],
  verdicts: Judged['verdicts'],
  applied: boolean,
): IncidentImportResult {
  return {
    counts: {
      total: rows.incidents.length + rows.wrong,
      new: fresh.length,
      unchanged: rows.incidents.length - fresh.length,
      wrong: rows.wrong,
    },
    problems: rows.problems.slice(0, 1000),
    verdicts: [...verdicts].map(([policyCode, counted]) => ({ policyCode, ...counted })),
    applied,
  };
}

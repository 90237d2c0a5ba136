import { Injectable } from '@nestjs/common';
import type { Scenario, ScenarioTerms } from '@plumbline/incidents/schema';
import type { TenantTransaction } from '@plumbline/platform/database';

export interface ExerciseRow {
  readonly id: string;
  readonly vendorId: string;
  readonly scenarioCode: string;
  /** As it was when the exercise started. */
  readonly scenario: Scenario;
  readonly startedAt: Date;
  readonly startedBy: string;
  readonly startedByName: string;
  readonly endedAt: Date | null;
  readonly endedByName: string | null;
  readonly participants: string[];
  readonly findings: { text: string; action: string | null }[];
  readonly conclusion: string | null;
  readonly version: number;
}

const ROW = `id, vendor_id as "vendorId", scenario_code as "scenarioCode", scenario, started_at as "startedAt",
  started_by as "startedBy", started_by_name as "startedByName", ended_at as "endedAt", ended_by_name as "endedByName",
  participants, findings, conclusion, version`;

@Injectable()
export class ExercisesRepository {
  scenarios(tx: TenantTransaction): Promise<{ code: string; terms: ScenarioTerms }[]> {
    return tx.query('select code, terms from incident_scenario where tenant_id = $1 order by code', [
      tx.tenantId,
    ]);
  }

  /** Whether nobody had taken the code. */
  async addScenario(tx: TenantTransaction, code: string, terms: ScenarioTerms, at: Date): Promise<boolean> {
    const made = await tx.query(
      `insert into incident_scenario (tenant_id, code, terms, made_by, made_by_name, made_at) values ($1, $2, $3, $4, $5, $6)
       on conflict do nothing returning code`,
      [tx.tenantId, code, JSON.stringify(terms), tx.actor.id, tx.actor.name, at],
    );
    return made.length > 0;
  }

  /** Newest first; `after`: the id of the last one of the page before. */
  list(
    tx: TenantTransaction,
    search: { readonly vendorId: string | undefined; readonly after: string | null; readonly limit: number },
  ): Promise<ExerciseRow[]> {
    return tx.query<ExerciseRow>(
      `select ${ROW} from incident_exercise where tenant_id = $1 and ($2::uuid is null or vendor_id = $2)
         and ($3::uuid is null or id < $3) order by id desc limit $4`,
      [tx.tenantId, search.vendorId ?? null, search.after, search.limit],
    );
  }

  async find(tx: TenantTransaction, id: string, lock = false): Promise<ExerciseRow | null> {
    const [row] = await tx.query<ExerciseRow>(
      `select ${ROW} from incident_exercise where tenant_id = $1 and id = $2 ${lock ? 'for update' : ''}`,
      [tx.tenantId, id],
    );
    return row ?? null;
  }

  async insert(tx: TenantTransaction, exercise: ExerciseRow): Promise<void> {
    await tx.query(
      `insert into incident_exercise (tenant_id, id, vendor_id, scenario_code, scenario, started_at, started_by, started_by_name,
         participants, findings, version) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        ...[
          tx.tenantId,
          exercise.id,
          exercise.vendorId,
          exercise.scenarioCode,
          JSON.stringify(exercise.scenario),
        ],
        ...[exercise.startedAt, exercise.startedBy, exercise.startedByName, exercise.participants],
        ...[JSON.stringify(exercise.findings), exercise.version],
      ],
    );
  }

  async end(tx: TenantTransaction, exercise: ExerciseRow): Promise<void> {
    await tx.query(
      `update incident_exercise set ended_at = $3, ended_by_name = $4, participants = $5, findings = $6, conclusion = $7,
         version = $8 where tenant_id = $1 and id = $2`,
      [
        ...[tx.tenantId, exercise.id, exercise.endedAt, exercise.endedByName, exercise.participants],
        ...[JSON.stringify(exercise.findings), exercise.conclusion, exercise.version],
      ],
    );
  }
}

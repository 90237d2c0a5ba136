import { Injectable } from '@nestjs/common';
import { ClocksService } from '@plumbline/clocks/server';
import {
  type Exercise,
  type Scenario,
  type ScenarioTerms,
  shippedScenarios,
} from '@plumbline/incidents/schema';
import { ActivityLog } from '@plumbline/platform/activity-log';
import { Door, newId, type TenantTransaction } from '@plumbline/platform/database';
import { ConflictError, InvalidError, NotFoundError } from '@plumbline/platform/errors';
import { demandVersion, readCursor, toPage } from '@plumbline/platform/http';
import type { Actor } from '@plumbline/platform/tenancy';
import { IncidentChanges } from '../incident-changes';
import { reachedBy } from '../incident-clocks';
import { IncidentReader } from '../incident-reader';
import { IncidentsRepository } from '../incidents.repository';
import { ReportingService } from '../reporting.service';
import { type ExerciseRow, ExercisesRepository } from './exercises.repository';

/**
 * Tabletops (K7): a drill is an incident like any other on the same clocks, marked as one wherever it is shown, and left out
 * of registers, breaches and figures.
 */
@Injectable()
export class ExercisesService {
  constructor(
    private readonly door: Door,
    private readonly exercises: ExercisesRepository,
    private readonly incidents: IncidentsRepository,
    private readonly reader: IncidentReader,
    private readonly reporting: ReportingService,
    private readonly clocks: ClocksService,
    private readonly changes: IncidentChanges,
    private readonly activityLog: ActivityLog,
  ) {}

  scenarios(actor: Actor): Promise<{ items: Scenario[] }> {
    return this.door.withTenant(actor, async (tx) => ({ items: await this.known(tx) }));
  }

  addScenario(actor: Actor, code: string, terms: ScenarioTerms): Promise<Scenario> {
    return this.door.withTenant(actor, async (tx) => {
      const shipped = shippedScenarios.some((scenario) => scenario.code === code);
      if (shipped || !(await this.exercises.addScenario(tx, code, terms, this.changes.now())))
        throw new ConflictError('scenario-code-taken', 'Another scenario has this code.');
      await this.activityLog.append(tx, {
        action: 'incident-scenario-added',
        thing: 'incident-scenario',
        thingId: code,
      });
      return { code, shipped: false, terms };
    });
  }

  list(actor: Actor, query: { vendorId?: string | undefined; limit: number; cursor?: string | undefined }) {
    const { vendorId, limit, cursor } = query;
    const after = readCursor(cursor, 'uuid')?.[0] ?? null;
    return this.door.withTenant(actor, async (tx) => {
      const rows = await this.exercises.list(tx, { vendorId, after, limit: limit + 1 });
      const answers = new Map<string, Exercise>();
      for (const row of rows.slice(0, limit)) answers.set(row.id, await this.answer(tx, row));
      return toPage(
        rows,
        limit,
        ({ id }) => answers.get(id) as Exercise,
        ({ id }) => [id],
      );
    });
  }

  view(actor: Actor, id: string): Promise<Exercise> {
    return this.door.withTenant(actor, async (tx) => {
      const row = await this.exercises.find(tx, id);
      if (!row) throw new NotFoundError('exercise');
      return this.answer(tx, row);
    });
  }

  start(actor: Actor, code: string, vendorId: string): Promise<Exercise> {
    return this.door.withTenant(actor, async (tx) => {
      const scenario = (await this.known(tx)).find((each) => each.code === code);
      if (!scenario)
        throw InvalidError.field('scenario', 'scenario-unknown', 'There is no such scenario here.');
      const now = this.changes.now();
      const exercise: ExerciseRow = {
        ...{ id: newId(), vendorId, scenarioCode: code, scenario, startedAt: now },
        ...{ startedBy: actor.id, startedByName: actor.name, endedAt: null, endedByName: null },
        ...{ participants: [], findings: [], conclusion: null, version: 1 },
      };
      if (!(await this.reporting.knows(tx, vendorId))) throw new NotFoundError('vendor');
      await this.exercises.insert(tx, exercise);
      const { title: what, service, phi: phiSuspected } = scenario.terms;
      // the vendor has it as a story, and has yet to give notice
      const said = { what, service, phiSuspected, discoveredAt: now.toISOString(), notifiedAt: null };
      await this.reporting.enter(tx, vendorId, said, exercise.id);
      await this.activityLog.append(tx, {
        action: 'incident-exercise-started',
        thing: 'incident-exercise',
        thingId: exercise.id,
        vendorId,
        detail: { scenario: code },
      });
      return this.answer(tx, exercise);
    });
  }

  end(
    actor: Actor,
    id: string,
    said: Pick<Exercise['report'], 'participants' | 'findings'> & { readonly conclusion: string },
    version: number,
  ): Promise<Exercise> {
    return this.door.withTenant(actor, async (tx) => {
      const exercise = await this.exercises.find(tx, id, true);
      if (!exercise) throw new NotFoundError('exercise');
      demandVersion(exercise.version, version);
      if (exercise.endedAt) throw new ConflictError('exercise-ended', 'This exercise has ended already.');
      const ended = {
        ...{ ...exercise, ...said, endedAt: this.changes.now(), endedByName: actor.name },
        version: version + 1,
      };
      await this.exercises.end(tx, ended);
      await this.reporting.endDrills(tx, id);
      await this.activityLog.append(tx, {
        action: 'incident-exercise-ended',
        thing: 'incident-exercise',
        thingId: id,
        vendorId: exercise.vendorId,
        detail: { findings: said.findings.length },
      });
      return this.answer(tx, ended);
    });
  }

  private async known(tx: TenantTransaction): Promise<Scenario[]> {
    const own = await this.exercises.scenarios(tx);
    return [
      ...shippedScenarios.map(({ code, terms }) => ({ code, shipped: true, terms })),
      ...own.map(({ code, terms }) => ({ code, shipped: false, terms })),
    ];
  }

  private async answer(tx: TenantTransaction, row: ExerciseRow): Promise<Exercise> {
    const [drill] = await this.incidents.ofExercise(tx, row.id);
    const [incident] = drill ? await this.reader.summaries(tx, [drill]) : [];
    if (!drill || !incident) throw new Error(`exercise ${row.id} has lost its drill`);
    const reached = reachedBy(await this.incidents.milestones(tx, drill.id));
    const minutes = (to: Temporal.Instant | undefined) =>
      to ? Math.round((to.epochMilliseconds - row.startedAt.getTime()) / 60_000) : null;
    const clocks = await this.clocks.of(tx, 'incident', [drill.id]);
    const count = (state: string) => clocks.filter((clock) => clock.state === state).length;
    return {
      id: row.id,
      scenario: row.scenario,
      vendor: { id: row.vendorId, name: incident.vendor.name },
      startedAt: row.startedAt.toISOString(),
      startedBy: row.startedByName,
      endedAt: row.endedAt?.toISOString() ?? null,
      endedBy: row.endedByName,
      incident,
      report: {
        minutesToNotify: minutes(reached.notified),
        minutesToAcknowledge: minutes(reached.acknowledged),
        minutesToContain: minutes(reached.contained),
        clocksMet: count('met'),
        clocksLate: count('late'),
        clocksRunning: count('running'),
        participants: row.participants,
        findings: row.findings,
        conclusion: row.conclusion,
      },
      version: row.version,
    };
  }
}

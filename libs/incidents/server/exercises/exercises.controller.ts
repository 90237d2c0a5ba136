import { Controller } from '@nestjs/common';
import type { InputOf } from '@plumbline/api/schema';
import {
  addScenario,
  endExercise,
  listExercises,
  listScenarios,
  startExercise,
  viewExercise,
} from '@plumbline/incidents/schema';
import { CurrentActor, Handles, IfMatch, Input } from '@plumbline/platform/http';
import type { Actor } from '@plumbline/platform/tenancy';
import { ExercisesService } from './exercises.service';

@Controller()
export class ExercisesController {
  constructor(private readonly exercises: ExercisesService) {}

  @Handles(listScenarios)
  scenarios(@CurrentActor() actor: Actor) {
    return this.exercises.scenarios(actor);
  }

  @Handles(addScenario)
  addScenario(@CurrentActor() actor: Actor, @Input() { body }: InputOf<typeof addScenario>) {
    return this.exercises.addScenario(actor, body.code, body.terms);
  }

  @Handles(listExercises)
  list(@CurrentActor() actor: Actor, @Input() { query }: InputOf<typeof listExercises>) {
    return this.exercises.list(actor, query);
  }

  @Handles(startExercise)
  start(@CurrentActor() actor: Actor, @Input() { body }: InputOf<typeof startExercise>) {
    return this.exercises.start(actor, body.scenario, body.vendorId);
  }

  @Handles(viewExercise)
  view(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof viewExercise>) {
    return this.exercises.view(actor, params.exerciseId);
  }

  @Handles(endExercise)
  end(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof endExercise>,
    @IfMatch() version: number,
  ) {
    return this.exercises.end(actor, params.exerciseId, body, version);
  }
}

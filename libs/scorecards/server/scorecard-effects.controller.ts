import { Controller } from '@nestjs/common';
import type { InputOf } from '@plumbline/api/schema';
import { CurrentActor, Handles, Input } from '@plumbline/platform/http';
import type { Actor } from '@plumbline/platform/tenancy';
import { viewScorecardEffects } from '@plumbline/scorecards/schema';
import { ScorecardEffectsService } from './scorecard-effects.service';

@Controller()
export class ScorecardEffectsController {
  constructor(private readonly effects: ScorecardEffectsService) {}

  @Handles(viewScorecardEffects)
  view(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof viewScorecardEffects>) {
    return this.effects.view(actor, params.kpiFileId);
  }
}

import { Controller } from '@nestjs/common';
import type { InputOf } from '@plumbline/api/schema';
import { CurrentActor, Handles, Input } from '@plumbline/platform/http';
import type { Actor } from '@plumbline/platform/tenancy';
import { viewFileEffects } from '@plumbline/slas/schema';
import { FileEffectsService } from './file-effects.service';

@Controller()
export class FileEffectsController {
  constructor(private readonly effects: FileEffectsService) {}

  @Handles(viewFileEffects)
  view(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof viewFileEffects>) {
    return this.effects.view(actor, params.kpiFileId);
  }
}

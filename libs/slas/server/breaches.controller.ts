import { Controller } from '@nestjs/common';
import type { InputOf } from '@plumbline/api/schema';
import { CurrentActor, Handles, Input } from '@plumbline/platform/http';
import type { Actor } from '@plumbline/platform/tenancy';
import { commentBreach, listBreaches, viewBreach } from '@plumbline/slas/schema';
import { BreachesService } from './breaches.service';

@Controller()
export class BreachesController {
  constructor(private readonly breaches: BreachesService) {}

  @Handles(listBreaches)
  list(@CurrentActor() actor: Actor, @Input() { query }: InputOf<typeof listBreaches>) {
    return this.breaches.list(actor, query);
  }

  @Handles(viewBreach)
  view(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof viewBreach>) {
    return this.breaches.view(actor, params.breachId);
  }

  @Handles(commentBreach)
  comment(@CurrentActor() actor: Actor, @Input() { params, body }: InputOf<typeof commentBreach>) {
    return this.breaches.comment(actor, params.breachId, body.text);
  }
}

import { Controller } from '@nestjs/common';
import type { InputOf } from '@plumbline/api/schema';
import { CurrentActor, Handles, IfMatch, Input } from '@plumbline/platform/http';
import type { Actor } from '@plumbline/platform/tenancy';
import { decideExclusion, listExclusions, requestExclusion } from '@plumbline/slas/schema';
import { ExclusionsService } from './exclusions.service';

@Controller()
export class ExclusionsController {
  constructor(private readonly exclusions: ExclusionsService) {}

  @Handles(listExclusions)
  list(@CurrentActor() actor: Actor, @Input() { query }: InputOf<typeof listExclusions>) {
    return this.exclusions.list(actor, query);
  }

  @Handles(requestExclusion)
  request(@CurrentActor() actor: Actor, @Input() { body }: InputOf<typeof requestExclusion>) {
    return this.exclusions.request(actor, body);
  }

  @Handles(decideExclusion)
  decide(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof decideExclusion>,
    @IfMatch() version: number,
  ) {
    return this.exclusions.decide(actor, params.exclusionId, body, version);
  }
}

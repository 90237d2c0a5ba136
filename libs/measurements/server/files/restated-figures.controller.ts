import { Controller } from '@nestjs/common';
import type { InputOf } from '@plumbline/api/schema';
import { listRestatedFigures } from '@plumbline/measurements/schema';
import { CurrentActor, Handles, Input } from '@plumbline/platform/http';
import type { Actor } from '@plumbline/platform/tenancy';
import { RestatedFiguresService } from './restated-figures.service';

@Controller()
export class RestatedFiguresController {
  constructor(private readonly restated: RestatedFiguresService) {}

  @Handles(listRestatedFigures)
  list(@CurrentActor() actor: Actor, @Input() { params, query }: InputOf<typeof listRestatedFigures>) {
    return this.restated.list(actor, params.kpiFileId, query);
  }
}

import { Controller } from '@nestjs/common';
import type { InputOf } from '@plumbline/api/schema';
import { listClocks } from '@plumbline/clocks/schema';
import { CurrentActor, Handles, Input } from '@plumbline/platform/http';
import type { Actor } from '@plumbline/platform/tenancy';
import { ClocksService } from './clocks.service';

@Controller()
export class ClocksController {
  constructor(private readonly clocks: ClocksService) {}

  @Handles(listClocks)
  list(@CurrentActor() actor: Actor, @Input() { query }: InputOf<typeof listClocks>) {
    return this.clocks.list(actor, query);
  }
}

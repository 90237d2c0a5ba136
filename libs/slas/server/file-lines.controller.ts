import { Controller } from '@nestjs/common';
import type { InputOf } from '@plumbline/api/schema';
import { CurrentActor, Handles, Input } from '@plumbline/platform/http';
import type { Actor } from '@plumbline/platform/tenancy';
import { viewFileLine } from '@plumbline/slas/schema';
import { FileLinesService } from './file-lines.service';

@Controller()
export class FileLinesController {
  constructor(private readonly lines: FileLinesService) {}

  @Handles(viewFileLine)
  view(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof viewFileLine>) {
    return this.lines.view(actor, params.kpiFileId, params.line);
  }
}

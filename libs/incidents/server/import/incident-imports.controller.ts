import { Controller } from '@nestjs/common';
import type { InputOf } from '@plumbline/api/schema';
import { importIncidents, previewIncidentImport } from '@plumbline/incidents/schema';
import { CurrentActor, Handles, Input } from '@plumbline/platform/http';
import type { Actor } from '@plumbline/platform/tenancy';
import { IncidentImportsService } from './incident-imports.service';

@Controller()
export class IncidentImportsController {
  constructor(private readonly imports: IncidentImportsService) {}

  @Handles(previewIncidentImport)
  preview(@CurrentActor() actor: Actor, @Input() { body }: InputOf<typeof previewIncidentImport>) {
    return this.imports.preview(actor, body);
  }

  @Handles(importIncidents)
  apply(@CurrentActor() actor: Actor, @Input() { body }: InputOf<typeof importIncidents>) {
    return this.imports.apply(actor, body);
  }
}

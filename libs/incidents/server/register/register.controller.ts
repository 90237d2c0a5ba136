import { Controller, Res } from '@nestjs/common';
import type { InputOf } from '@plumbline/api/schema';
import {
  deleteRegisterView,
  exportIncidents,
  listRegisterViews,
  listWaitingTasks,
  type RegisterFormat,
  saveRegisterView,
  viewIncidentFigures,
} from '@plumbline/incidents/schema';
import { csvOf, workbookOf } from '@plumbline/platform/files/writing';
import { asAttachment, CurrentActor, Handles, Input } from '@plumbline/platform/http';
import type { Actor } from '@plumbline/platform/tenancy';
import type { Response } from 'express';
import { registerRows } from './register-rows';
import { type ReadRegister, RegisterService } from './register.service';

const files: Readonly<Record<RegisterFormat, { readonly name: string; readonly type: string }>> = {
  csv: { name: 'incidents.csv', type: 'text/csv; charset=utf-8' },
  xlsx: {
    name: 'incidents.xlsx',
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
  json: { name: 'incidents.json', type: 'application/json' },
  veris: { name: 'incidents-veris.json', type: 'application/json' },
};

@Controller()
export class RegisterController {
  constructor(private readonly register: RegisterService) {}

  @Handles(exportIncidents)
  async export(
    @CurrentActor() actor: Actor,
    @Input() { query }: InputOf<typeof exportIncidents>,
    @Res() response: Response,
  ): Promise<void> {
    const { name, type } = files[query.format];
    const content = contentOf(query.format, await this.register.export(actor, query));
    asAttachment(response, name, type).send(content);
  }

  @Handles(viewIncidentFigures)
  figures(@CurrentActor() actor: Actor, @Input() { query }: InputOf<typeof viewIncidentFigures>) {
    return this.register.figures(actor, query);
  }

  @Handles(listWaitingTasks)
  tasks(@CurrentActor() actor: Actor) {
    return this.register.waitingTasks(actor);
  }

  @Handles(listRegisterViews)
  views(@CurrentActor() actor: Actor) {
    return this.register.views(actor);
  }

  @Handles(saveRegisterView)
  saveView(@CurrentActor() actor: Actor, @Input() { body }: InputOf<typeof saveRegisterView>) {
    return this.register.saveView(actor, body);
  }

  @Handles(deleteRegisterView)
  deleteView(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof deleteRegisterView>) {
    return this.register.deleteView(actor, params.viewId);
  }
}

function contentOf(format: RegisterFormat, { incidents, veris }: ReadRegister): string | Buffer {
  switch (format) {
    case 'csv':
      return csvOf(registerRows(incidents).map((row) => row.map(String)));
    case 'xlsx':
      return workbookOf([{ name: 'Incidents', rows: registerRows(incidents) }]);
    case 'json':
      return JSON.stringify({ format: 'plumbline.incident-register/1', incidents }, null, 2);
    case 'veris':
      return JSON.stringify(veris, null, 2);
  }
}

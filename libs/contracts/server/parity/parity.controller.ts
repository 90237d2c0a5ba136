import { Controller, Res } from '@nestjs/common';
import type { InputOf } from '@plumbline/api/schema';
import {
  addInternalTargetVersion,
  createInternalTarget,
  explainParity,
  exportParityMatrix,
  listInternalTargets,
  listParityFindings,
  listRegulatoryFloors,
  switchRegulatoryFloor,
  viewInternalTarget,
  viewParityMatrix,
} from '@plumbline/contracts/schema';
import { asAttachment, CurrentActor, Handles, IfMatch, Input } from '@plumbline/platform/http';
import type { Actor } from '@plumbline/platform/tenancy';
import type { Response } from 'express';
import { InternalTargetsService } from './internal-targets.service';
import { parityCsv } from './parity-csv';
import { ParityFindingsService } from './parity-findings.service';
import { ParityMatrixService } from './parity-matrix.service';
import { RegulatoryFloorsService } from './regulatory-floors.service';

@Controller()
export class ParityController {
  constructor(
    private readonly targets: InternalTargetsService,
    private readonly floors: RegulatoryFloorsService,
    private readonly matrix: ParityMatrixService,
    private readonly findings: ParityFindingsService,
  ) {}

  @Handles(listInternalTargets)
  listTargets(@CurrentActor() actor: Actor, @Input() { query }: InputOf<typeof listInternalTargets>) {
    return this.targets.list(actor, query.on);
  }

  @Handles(createInternalTarget)
  createTarget(@CurrentActor() actor: Actor, @Input() { body }: InputOf<typeof createInternalTarget>) {
    return this.targets.create(actor, body);
  }

  @Handles(viewInternalTarget)
  viewTarget(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof viewInternalTarget>) {
    return this.targets.view(actor, params.internalTargetId);
  }

  @Handles(addInternalTargetVersion)
  addTargetVersion(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof addInternalTargetVersion>,
    @IfMatch() version: number,
  ) {
    return this.targets.addVersion(actor, params.internalTargetId, body, version);
  }

  @Handles(listRegulatoryFloors)
  listFloors(@CurrentActor() actor: Actor) {
    return this.floors.list(actor);
  }

  @Handles(switchRegulatoryFloor)
  switchFloor(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof switchRegulatoryFloor>,
  ) {
    return this.floors.switch(actor, params.floor, body);
  }

  @Handles(viewParityMatrix)
  view(@CurrentActor() actor: Actor, @Input() { query }: InputOf<typeof viewParityMatrix>) {
    return this.matrix.view(actor, query);
  }

  @Handles(exportParityMatrix)
  async export(
    @CurrentActor() actor: Actor,
    @Input() { params, query }: InputOf<typeof exportParityMatrix>,
    @Res() response: Response,
  ): Promise<void> {
    const matrix = await this.matrix.view(actor, query);
    const isCsv = params.format === 'csv';
    const type = isCsv ? 'text/csv; charset=utf-8' : 'application/json; charset=utf-8';
    const content = isCsv ? parityCsv(matrix) : JSON.stringify(matrix, null, 2);
    asAttachment(response, `parity-${matrix.on}.${params.format}`, type).send(content);
  }

  @Handles(explainParity)
  explain(@CurrentActor() actor: Actor, @Input() { params, query }: InputOf<typeof explainParity>) {
    return this.matrix.explain(actor, params.contractId, query);
  }

  @Handles(listParityFindings)
  listFindings(@CurrentActor() actor: Actor, @Input() { query }: InputOf<typeof listParityFindings>) {
    return this.findings.list(actor, query);
  }
}

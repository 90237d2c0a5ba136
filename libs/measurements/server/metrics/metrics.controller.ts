import { Controller } from '@nestjs/common';
import type { InputOf } from '@plumbline/api/schema';
import {
  addMetricVersion,
  createMeasure,
  createMetric,
  listMeasures,
  listMetrics,
  viewMetric,
} from '@plumbline/measurements/schema';
import { CurrentActor, Handles, IfMatch, Input } from '@plumbline/platform/http';
import type { Actor } from '@plumbline/platform/tenancy';
import { MetricsService } from './metrics.service';

@Controller()
export class MetricsController {
  constructor(private readonly metrics: MetricsService) {}

  @Handles(listMetrics)
  list(@CurrentActor() actor: Actor, @Input() { query }: InputOf<typeof listMetrics>) {
    return this.metrics.list(actor, query);
  }

  @Handles(viewMetric)
  view(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof viewMetric>) {
    return this.metrics.view(actor, params.metricId);
  }

  @Handles(createMetric)
  create(@CurrentActor() actor: Actor, @Input() { body }: InputOf<typeof createMetric>) {
    return this.metrics.create(actor, body);
  }

  @Handles(addMetricVersion)
  change(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof addMetricVersion>,
    @IfMatch() version: number,
  ) {
    return this.metrics.change(actor, params.metricId, body, version);
  }

  @Handles(listMeasures)
  measures(@CurrentActor() actor: Actor, @Input() { query }: InputOf<typeof listMeasures>) {
    return this.metrics.measures(actor, query);
  }

  @Handles(createMeasure)
  createMeasure(@CurrentActor() actor: Actor, @Input() { body }: InputOf<typeof createMeasure>) {
    return this.metrics.createMeasure(actor, body);
  }
}

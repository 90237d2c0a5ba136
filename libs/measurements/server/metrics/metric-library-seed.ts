import { Injectable, type OnModuleInit } from '@nestjs/common';
import { TenantProvisioning } from '@plumbline/platform/identity';
import { Clock } from '@plumbline/platform/tenancy';
import { seedMetricLibrary } from '../seed-metric-library';

/** Every new tenant begins with the field's metrics. */
@Injectable()
export class MetricLibrarySeed implements OnModuleInit {
  constructor(
    private readonly provisioning: TenantProvisioning,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.provisioning.onCreate((tx) => seedMetricLibrary(tx, this.clock.date()));
  }
}

import { Injectable, type OnModuleInit } from '@nestjs/common';
import { TenantProvisioning } from '@plumbline/platform/identity';
import { Clock } from '@plumbline/platform/tenancy';
import { TemplateVersions } from './template-versions';

/** Every new tenant begins with the default due-diligence items. */
@Injectable()
export class DueDiligenceSeed implements OnModuleInit {
  constructor(
    private readonly provisioning: TenantProvisioning,
    private readonly templates: TemplateVersions,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.provisioning.onCreate((tx) => this.templates.seed(tx, this.clock.date()));
  }
}

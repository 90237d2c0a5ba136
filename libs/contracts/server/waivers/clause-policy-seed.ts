import { Injectable, type OnModuleInit } from '@nestjs/common';
import { TenantProvisioning } from '@plumbline/platform/identity';
import { Clock } from '@plumbline/platform/tenancy';
import { beginClausePolicy } from './clause-policies.service';

/** Every new tenant begins with the clauses that the field demands. */
@Injectable()
export class ClausePolicySeed implements OnModuleInit {
  constructor(
    private readonly provisioning: TenantProvisioning,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.provisioning.onCreate((tx) => beginClausePolicy(tx, this.clock.date()));
  }
}

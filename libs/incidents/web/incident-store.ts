import { inject, Injectable, signal } from '@angular/core';
import { type Incident, viewIncident } from '@plumbline/incidents/schema';
import { ApiProblem, pageResource, ServerTime, TenantApi } from '@plumbline/ui';

/** One incident, as its page and its receipt show it. */
@Injectable()
export class IncidentStore {
  private readonly api = inject(TenantApi);
  private readonly time = inject(ServerTime);
  readonly id = signal<string | undefined>(undefined);

  readonly incident = pageResource({
    params: () => this.id(),
    load: async (incidentId, signal) => {
      const incident = await this.api.call(viewIncident, { params: { incidentId } }, { signal });
      this.time.heard(incident.now);
      return incident;
    },
  });

  /** Every change answers with the whole of it. */
  show(incident: Incident): void {
    this.time.heard(incident.now);
    this.incident.set(incident);
  }

  /** Somebody else was faster: what is there now is shown, under the word of what happened. */
  refused(error: unknown): ApiProblem {
    const problem = ApiProblem.from(error);
    if (problem.status === 409 || problem.status === 412) this.incident.reload();
    return problem;
  }
}

export const versionOf = ({ version }: { readonly version: number }) => ({ ifMatch: `"${version}"` });

import { inject, Injectable, signal } from '@angular/core';
import { viewScorecard } from '@plumbline/scorecards/schema';
import { pageResource, TenantApi } from '@plumbline/ui';

/** One revision of a scorecard. */
@Injectable()
export class ScorecardStore {
  private readonly api = inject(TenantApi);
  readonly id = signal<string | undefined>(undefined);

  readonly scorecard = pageResource({
    params: () => this.id(),
    load: (scorecardId, signal) => this.api.call(viewScorecard, { params: { scorecardId } }, { signal }),
  });
}

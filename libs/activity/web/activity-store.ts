import { inject, Injectable, signal } from '@angular/core';
import { listActivity } from '@plumbline/activity/schema';
import { cursorList, TenantApi } from '@plumbline/ui';

export interface ActivityAsked {
  readonly action: string | undefined;
  readonly thing: string | undefined;
  readonly thingId: string | undefined;
  readonly actorId: string | undefined;
  readonly from: string | undefined;
  readonly to: string | undefined;
}

/** The tenant's log, newest first, as the address asks for it. */
@Injectable()
export class ActivityStore {
  private readonly api = inject(TenantApi);
  readonly asked = signal<ActivityAsked | undefined>(undefined);

  readonly lines = cursorList({
    params: () => this.asked(),
    load: (query, cursor, signal) =>
      this.api.call(listActivity, { query: { ...query, cursor, limit: 100 } }, { signal }),
  });
}

import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import {
  type Change,
  cursorList,
  Diff,
  PageStateView,
  TenantApi,
  texts,
  Timeline,
  type TimelineEvent,
} from '@plumbline/ui';
import { listVendorProfileChanges, type Profile, type ProfileChange } from '@plumbline/vendors/schema';
import { historyWords } from './history-words';
import { ProfilePanel } from './profile-panel';
import { profileWords } from './profile-words';

/** Who changed what of a vendor's profile. */
@Component({
  selector: 'pl-profile-history',
  imports: [ProfilePanel, PageStateView, Timeline, Diff],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <pl-profile-panel
      anchor="pl-profile-history"
      [heading]="text().heading"
      [none]="changes.state().is === 'empty' ? text().none : null"
    >
      <pl-page-state [state]="changes.state()" (retry)="changes.reload()">
        <pl-timeline [events]="events()">
          <ng-template #more let-event>
            @if (diffOf(event.id); as diff) {
              <details>
                <summary>{{ text().values }}</summary>
                <pl-diff [changes]="diff" />
              </details>
            }
          </ng-template>
        </pl-timeline>
      </pl-page-state>
      @if (changes.hasMore()) {
        <div>
          <button
            class="pl-button"
            type="button"
            [disabled]="changes.loadingMore()"
            (click)="changes.loadMore()"
          >
            {{ text().more }}
          </button>
        </div>
      }
    </pl-profile-panel>
  `,
  styles: `
    summary {
      min-height: 1.5rem;
      font-size: var(--pl-text-13);
      cursor: pointer;
    }
  `,
})
export class ProfileHistory {
  readonly vendorId = input.required<string>();
  readonly profile = input.required<Profile>();

  private readonly api = inject(TenantApi);
  private readonly parts = texts(profileWords);
  protected readonly text = texts(historyWords);
  protected readonly changes = cursorList({
    params: () => this.vendorId(),
    load: (vendorId, cursor, signal) =>
      this.api.call(
        listVendorProfileChanges,
        { params: { vendorId }, query: { limit: 5, ...(cursor === undefined ? {} : { cursor }) } },
        { ...(signal ? { signal } : {}) },
      ),
  });
  protected readonly events = computed((): TimelineEvent[] =>
    this.changes.items().map(({ id, at, section, act, name, by, side }) => ({
      id,
      at,
      text: `${this.parts().sections[section]}: ${name ? `${name}, ` : ''}${this.text().acts[act]}`,
      by: `${by} (${this.text().sides[side]})`,
      icon: ({ added: 'plus', changed: 'edit', removed: 'close', decided: 'check' } as const)[act],
    })),
  );

  protected diffOf(id: string): readonly Change[] | null {
    const change = this.changes.items().find((each) => each.id === id);
    const lines = change ? this.linesOf(change) : [];
    return lines.length === 0 ? null : lines;
  }

  private linesOf({ changed }: ProfileChange): Change[] {
    return Object.entries(changed)
      .map(([field, { from, to }]) => ({
        what: this.text().fields[field] ?? field,
        before: this.said(from),
        after: this.said(to),
      }))
      .filter(({ before, after }) => before !== after);
  }

  /** What the ids in a change are called. */
  private readonly names = computed(() => {
    const { calendars, fourthParties, contacts } = this.profile();
    return new Map([...calendars, ...fourthParties, ...contacts].map(({ id, name }) => [id, name]));
  });

  private said(value: unknown): string | null {
    if (typeof value === 'string') return this.names().get(value) ?? value;
    if (value === null || value === undefined || (Array.isArray(value) && value.length === 0)) return null;
    if (typeof value === 'boolean') return value ? this.text().yes : this.text().no;
    if (Array.isArray(value) && value.every((each) => typeof each === 'string')) return value.join(', ');
    return typeof value === 'object' ? JSON.stringify(value) : String(value);
  }
}

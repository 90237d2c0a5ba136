import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon } from '@plumbline/ui';

/** A section of what is known of a vendor: its heading, what can be done, what is there or that nothing is. */
@Component({
  selector: 'pl-profile-panel',
  imports: [RouterLink, Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <section class="pl-panel pl-stack" [attr.aria-labelledby]="anchor()">
      <div class="head">
        <h2 [id]="anchor()">{{ heading() }}</h2>
        @if (link(); as to) {
          <a class="pl-button pl-no-print" [routerLink]="to"> <pl-icon [name]="icon()" />{{ action() }} </a>
        }
      </div>
      @if (none(); as text) {
        <p class="pl-muted">{{ text }}</p>
      }
      <ng-content />
    </section>
  `,
  styles: `
    .head {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: var(--pl-2) var(--pl-3);
    }
  `,
})
export class ProfilePanel {
  readonly heading = input.required<string>();
  readonly anchor = input.required<string>();
  readonly action = input('');
  readonly icon = input<'plus' | 'edit'>('plus');
  /** Where the action leads; null: the reader may not. */
  readonly link = input<readonly string[] | null>(null);
  /** Said where nothing is there yet. */
  readonly none = input<string | null>(null);
}

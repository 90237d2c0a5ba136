import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { Icon } from '../icon/icon';
import { type IconName } from '../icon/icons';

/** Nothing here yet: why, and (as content) the one thing to do next. `<pl-empty plEmpty title="…" text="…"><a class="pl-button">…</a></pl-empty>` */
@Component({
  selector: 'pl-empty',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <pl-icon [name]="icon()" />
    <strong>{{ title() }}</strong>
    <p>{{ text() }}</p>
    <ng-content />
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      align-items: center;
      gap: var(--pl-2);
      padding: var(--pl-10) var(--pl-4);
      border: 1px dashed var(--pl-line);
      border-radius: var(--pl-radius);
      text-align: center;
    }
    pl-icon {
      width: 1.75rem;
      height: 1.75rem;
      color: var(--pl-ink-muted);
    }
    p {
      max-width: 32rem;
      color: var(--pl-ink-muted);
    }
  `,
})
export class Empty {
  readonly title = input.required<string>();
  readonly text = input('');
  readonly icon = input<IconName>('file');
}

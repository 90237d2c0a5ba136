import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { Icon } from '@plumbline/ui';
import { type NavigationGroup } from './navigation';

/** The rail's entries; `narrow` shows pictures only, with the names for screen readers and as tooltips. */
@Component({
  selector: 'pl-rail',
  imports: [RouterLink, RouterLinkActive, Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @for (group of groups(); track $index) {
      <div class="group">
        @if (group.heading; as heading) {
          <p class="heading" [class.pl-unseen]="narrow()">{{ heading }}</p>
        }
        <ul class="list">
          @for (entry of group.entries; track entry.link.join('/')) {
            <li>
              <a
                [routerLink]="entry.link"
                routerLinkActive="here"
                ariaCurrentWhenActive="page"
                [attr.title]="narrow() ? entry.text : null"
                (click)="chosen.emit()"
              >
                <pl-icon [name]="entry.icon" />
                <span [class.pl-unseen]="narrow()">{{ entry.text }}</span>
              </a>
            </li>
          }
        </ul>
      </div>
    }
  `,
  styles: `
    :host {
      display: block;
      flex: 1;
      overflow-y: auto;
      padding: var(--pl-2);
    }
    .group + .group {
      margin-top: var(--pl-2);
      padding-top: var(--pl-2);
      border-top: 1px solid var(--pl-line);
    }
    .heading {
      padding: var(--pl-1) var(--pl-3);
      color: var(--pl-ink-muted);
      font-size: var(--pl-text-12);
      font-weight: 600;
    }
    a {
      display: flex;
      align-items: center;
      gap: var(--pl-3);
      min-height: var(--pl-control);
      padding: 0 var(--pl-3);
      border-radius: var(--pl-radius);
      color: var(--pl-ink-muted);
      font-weight: 500;
      text-decoration: none;
    }
    a:hover {
      background: var(--pl-hover);
      color: var(--pl-ink);
    }
    a.here {
      background: var(--pl-accent-tint);
      color: var(--pl-ink);
      font-weight: 600;
      box-shadow: inset 3px 0 0 var(--pl-accent);
    }
  `,
})
export class Rail {
  readonly groups = input.required<readonly NavigationGroup[]>();
  readonly narrow = input(false);
  readonly chosen = output<void>();
}

import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { PageHeader } from '@plumbline/ui';

/** The frame of every page in front of the door: mark, heading, one column. */
@Component({
  selector: 'pl-door',
  imports: [PageHeader],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <main>
      <p class="mark">
        <svg viewBox="0 0 32 32" aria-hidden="true">
          <path class="line" d="M16 3v14" />
          <path class="bob" d="M11 17h10l-5 12z" />
        </svg>
        Plumbline
      </p>
      <div class="pl-panel pl-stack">
        <pl-page-header [title]="title()" [lead]="lead()" />
        <ng-content />
      </div>
    </main>
  `,
  styles: `
    main {
      max-width: 26rem;
      margin: 0 auto;
      padding: clamp(1.5rem, 10vh, 6rem) var(--pl-4) var(--pl-8);
    }
    .mark {
      display: flex;
      align-items: center;
      gap: var(--pl-2);
      margin-bottom: var(--pl-5);
      font-size: var(--pl-text-20);
      font-weight: 650;
      letter-spacing: -0.02em;
    }
    svg {
      width: 1.75rem;
      height: 1.75rem;
    }
    .line {
      stroke: var(--pl-accent);
      stroke-width: 2.5;
    }
    .bob {
      fill: var(--pl-accent);
    }
    .pl-panel {
      padding: var(--pl-6);
    }
  `,
})
export class Door {
  readonly title = input.required<string>();
  readonly lead = input<string | null>(null);
}

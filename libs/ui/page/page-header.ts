import {
  ChangeDetectionStrategy,
  Component,
  type ElementRef,
  afterNextRender,
  effect,
  inject,
  Injector,
  input,
  viewChild,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { TenantContext } from '../session/tenant-context';
import { texts } from '../i18n/texts';
import { PageHeading } from './page-heading';

export interface Breadcrumb {
  readonly text: string;
  readonly link: readonly string[];
}

/**
 * The heading of every page: where it is (breadcrumbs), what it is (h1, also the document's title and where the focus
 * goes on navigation), and what can be done (content: buttons; `plAside` beside the title: chips).
 */
@Component({
  selector: 'pl-page-header',
  imports: [RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (breadcrumbs().length > 0) {
      <nav [attr.aria-label]="words().trail">
        <ol class="trail">
          @for (crumb of breadcrumbs(); track crumb.text) {
            <li>
              <a [routerLink]="crumb.link">{{ crumb.text }}</a>
            </li>
          }
        </ol>
      </nav>
    }
    <div class="head">
      <div class="title">
        <h1 #heading tabindex="-1">{{ title() }}</h1>
        <ng-content select="[plAside]" />
      </div>
      <div class="actions pl-no-print"><ng-content /></div>
    </div>
    @if (lead(); as text) {
      <p class="lead">{{ text }}</p>
    }
  `,
  styles: `
    :host {
      display: block;
    }
    .trail {
      display: flex;
      flex-wrap: wrap;
      font-size: var(--pl-text-13);
      margin-bottom: var(--pl-1);
    }
    .trail li + li::before {
      content: '/';
      padding-inline: var(--pl-2);
      color: var(--pl-ink-muted);
    }
    .head {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: var(--pl-2) var(--pl-4);
    }
    .title {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--pl-1) var(--pl-3);
      min-width: 0;
    }
    h1 {
      overflow-wrap: anywhere;
    }
    .actions {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--pl-2);
    }
    .actions:empty {
      display: none;
    }
    .lead {
      max-width: 44rem;
      margin-top: var(--pl-1);
      color: var(--pl-ink-muted);
    }
  `,
})
export class PageHeader {
  readonly title = input.required<string>();
  readonly breadcrumbs = input<readonly Breadcrumb[]>([]);
  /** One sentence under the title: what this page answers. */
  readonly lead = input<string | null>(null);
  protected readonly words = texts({ en: { trail: 'Breadcrumb' }, es: { trail: 'Ruta' } });
  private readonly heading = viewChild.required<ElementRef<HTMLHeadingElement>>('heading');

  constructor() {
    const page = inject(PageHeading);
    const tenant = inject(TenantContext, { optional: true });
    const injector = inject(Injector);
    effect(() => page.setTitle(this.title(), tenant?.name()));
    effect(() => {
      if (page.arrived() > 0 && page.claimFocus())
        afterNextRender(() => this.heading().nativeElement.focus(), { injector });
    });
  }
}

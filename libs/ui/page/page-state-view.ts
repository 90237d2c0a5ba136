import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { type ApiProblem } from '../api/api-problem';
import { texts } from '../i18n/texts';
import { type PageState } from '../state/page-state';
import { ProblemView } from './problem-view';

/**
 * Shows a page by its state. The content is what a ready page shows (and keeps showing while it is read again); what
 * carries `plEmpty` is shown when there is nothing yet, and names the one next action. A failure always shows, with a retry.
 */
@Component({
  selector: 'pl-page-state',
  imports: [ProblemView],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '[attr.aria-busy]': 'state().is === "loading"' },
  template: `
    @switch (shows()) {
      @case ('loading') {
        <div class="waiting" role="status">
          <span class="pl-unseen">{{ words().loading }}</span>
          @for (line of [1, 2, 3, 4, 5]; track line) {
            <span class="line"></span>
          }
        </div>
      }
      @case ('empty') {
        <ng-content select="[plEmpty]" />
      }
      @case ('content') {
        <ng-content />
      }
    }
    @let now = state();
    @if (now.is === 'failed') {
      <pl-problem [problem]="now.problem" [canRetry]="canHelp(now.problem)" (retry)="retry.emit()" />
    }
  `,
  styles: `
    :host {
      display: block;
      min-width: 0;
    }
    .waiting {
      display: flex;
      flex-direction: column;
      gap: var(--pl-3);
      padding-block: var(--pl-2);
      animation: appear 0s 250ms both;
    }
    .line {
      height: var(--pl-4);
      border-radius: var(--pl-radius);
      background: var(--pl-neutral-tint);
    }
    .line:nth-child(odd) {
      width: 85%;
    }
    @keyframes appear {
      from {
        visibility: hidden;
      }
      to {
        visibility: visible;
      }
    }
  `,
})
export class PageStateView {
  readonly state = input.required<PageState<unknown>>();
  readonly retry = output<void>();
  protected readonly words = texts({ en: { loading: 'Loading…' }, es: { loading: 'Cargando…' } });

  /** What is not there, or not allowed, is so the next time too. */
  protected readonly canHelp = ({ status }: ApiProblem) => status !== 404 && status !== 403;

  protected readonly shows = computed(() => {
    const state = this.state();
    if (state.is === 'ready') return 'content';
    if (state.is === 'loading') return state.previous === undefined ? 'loading' : 'content';
    return state.is;
  });
}

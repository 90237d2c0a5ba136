import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { type ApiProblem } from '../api/api-problem';
import { problemWords } from '../api/problem-words';
import { sayProblem } from '../forms/say-problem';
import { texts } from '../i18n/texts';
import { Icon } from '../icon/icon';

const words = {
  en: { retry: 'Try again', reference: 'Reference', code: 'Code' },
  es: { retry: 'Reintentar', reference: 'Referencia', code: 'Código' },
};

/** A problem as people need it: what happened, what to do, the reference for support, and a retry where one can help. */
@Component({
  selector: 'pl-problem',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="problem" role="alert">
      <pl-icon name="alert" />
      <div class="pl-wrap-anywhere">
        <strong>{{ said().title }}</strong>
        <p>{{ said().detail }}</p>
        @if (problem().fields.length > 0) {
          <ul>
            @for (field of problem().fields; track $index) {
              <li>{{ field.path }}: {{ say(field.detail) }}</li>
            }
          </ul>
        }
        <p class="reference">
          {{ text().code }} {{ problem().code }}
          @if (problem().reference; as reference) {
            · {{ text().reference }} {{ reference }}
          }
        </p>
        @if (canRetry()) {
          <button class="pl-button" type="button" (click)="retry.emit()">{{ text().retry }}</button>
        }
      </div>
    </div>
  `,
  styles: `
    :host {
      display: block;
    }
    .problem {
      display: flex;
      gap: var(--pl-3);
      padding: var(--pl-4);
      border: 1px solid var(--pl-bad-mark);
      border-radius: var(--pl-radius);
      background: var(--pl-bad-tint);
      color: var(--pl-bad-text);
    }
    .reference {
      font-size: var(--pl-text-12);
    }
    .pl-button {
      margin-top: var(--pl-3);
    }
    ul {
      margin: var(--pl-1) 0;
      padding-inline-start: var(--pl-4);
    }
  `,
})
export class ProblemView {
  readonly problem = input.required<ApiProblem>();
  readonly canRetry = input(false);
  readonly retry = output<void>();
  protected readonly text = texts(words);
  protected readonly say = sayProblem();
  private readonly inWords = problemWords();
  protected readonly said = computed(() => this.inWords(this.problem()));
}

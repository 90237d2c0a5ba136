import {
  ChangeDetectionStrategy,
  Component,
  type ElementRef,
  Injector,
  afterNextRender,
  computed,
  effect,
  inject,
  input,
  viewChild,
} from '@angular/core';
import { type FieldTree } from '@angular/forms/signals';
import { texts } from '../i18n/texts';
import { ProblemView } from '../page/problem-view';
import { type FormSubmitter } from './form-submitter';
import { sayProblem } from './say-problem';

const words = {
  en: {
    heading: (count: number) => (count === 1 ? 'One thing to put right' : `${count} things to put right`),
    invalid: 'not valid',
  },
  es: {
    heading: (count: number) => (count === 1 ? 'Una cosa por corregir' : `${count} cosas por corregir`),
    invalid: 'no válido',
  },
};

/**
 * Above a form after a failed send: what is wrong, each line leading to its field. Focus goes to the first wrong field;
 * to the summary itself when the problem is of no field.
 */
@Component({
  selector: 'pl-problem-summary',
  imports: [ProblemView],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div #box tabindex="-1">
      @if (submitter().problem(); as problem) {
        <pl-problem [problem]="problem" />
      } @else if (submitter().failures() > 0 && lines().length > 0) {
        <div class="summary" role="alert">
          <strong>{{ text().heading(lines().length) }}</strong>
          <ul>
            @for (line of lines(); track $index) {
              <li>
                <button type="button" (click)="line.focus()">{{ line.text }}</button>
              </li>
            }
          </ul>
        </div>
      }
    </div>
  `,
  styles: `
    :host {
      display: block;
    }
    :host(:has(> div:empty)) {
      display: none;
    }
    div:focus {
      outline: none;
    }
    .summary {
      padding: var(--pl-3) var(--pl-4);
      border: 1px solid var(--pl-bad-mark);
      border-radius: var(--pl-radius);
      background: var(--pl-bad-tint);
      color: var(--pl-bad-text);
    }
    ul {
      margin: var(--pl-1) 0 0;
      padding-inline-start: var(--pl-4);
    }
    button {
      min-height: 1.5rem;
      padding: 0;
      border: 0;
      background: none;
      color: inherit;
      text-align: start;
      text-decoration: underline;
      cursor: pointer;
    }
  `,
})
export class ProblemSummary {
  readonly form = input.required<FieldTree<unknown>>();
  readonly submitter = input.required<FormSubmitter>();
  protected readonly text = texts(words);
  private readonly say = sayProblem();
  private readonly box = viewChild.required<ElementRef<HTMLElement>>('box');

  protected readonly lines = computed(() =>
    this.form()()
      .errorSummary()
      .map((error) => {
        const field = error.fieldTree();
        const message = error.message === undefined ? this.text().invalid : this.say(error.message);
        const label = labelOf(field.formFieldBindings()[0]?.element);
        return {
          text: label === '' ? message : `${label}: ${message}`,
          focus: () => field.focusBoundControl(),
        };
      }),
  );

  constructor() {
    const injector = inject(Injector);
    effect(() => {
      if (this.submitter().failures() > 0) afterNextRender(() => this.moveFocus(), { injector });
    });
  }

  private moveFocus(): void {
    const [first] = this.lines();
    if (first && this.submitter().problem() === null) first.focus();
    else this.box().nativeElement.focus();
  }
}

function labelOf(element: HTMLElement | undefined): string {
  const labels = element && 'labels' in element ? (element as HTMLInputElement).labels : null;
  return labels?.[0]?.childNodes[0]?.textContent?.trim() ?? '';
}

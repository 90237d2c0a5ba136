import { ChangeDetectionStrategy, Component, model } from '@angular/core';
import { texts } from '@plumbline/ui';
import { noticeSaid } from './notice-said';
import { kindsForWebhooks, webhookWords } from './webhook-words';

/** Which kinds of notice a webhook is told of; none chosen stands for all. */
@Component({
  selector: 'pl-kinds-choice',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <fieldset>
      <legend>{{ words().kinds }}</legend>
      <p class="pl-muted pl-small">{{ words().kindsHint }}</p>
      @for (kind of offered; track kind) {
        <label>
          <input type="checkbox" [checked]="kinds().includes(kind)" (change)="toggle(kind)" />
          {{ said()({ kind, parameters: {} }).name }}
        </label>
      }
    </fieldset>
  `,
  styles: `
    fieldset {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr));
      gap: var(--pl-2);
      margin: 0;
      padding: 0;
      border: 0;
    }
    legend {
      padding: 0 0 var(--pl-1);
      font-weight: 550;
      font-size: var(--pl-text-13);
    }
    p {
      grid-column: 1 / -1;
      margin: 0;
    }
    label {
      display: flex;
      align-items: baseline;
      gap: var(--pl-2);
      min-height: 1.5rem;
    }
  `,
})
export class KindsChoice {
  readonly kinds = model.required<readonly string[]>();
  protected readonly offered = kindsForWebhooks;
  protected readonly words = texts(webhookWords);
  protected readonly said = noticeSaid();

  protected toggle(kind: string): void {
    this.kinds.update((chosen) =>
      chosen.includes(kind) ? chosen.filter((each) => each !== kind) : [...chosen, kind],
    );
  }
}

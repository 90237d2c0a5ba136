import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { FieldTree } from '@angular/forms/signals';

/** Several of a few, as check boxes; kept in the order of the options. */
@Component({
  selector: 'pl-choices',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <fieldset>
      <legend>{{ legend() }}</legend>
      <div class="choices">
        @for (option of options(); track option) {
          <label>
            <input type="checkbox" [checked]="of()().value().includes(option)" (change)="toggle(option)" />
            {{ words()[option] }}
          </label>
        }
      </div>
    </fieldset>
  `,
  styles: `
    :host {
      display: block;
    }
    fieldset {
      min-width: 0;
      margin: 0;
      padding: 0;
      border: 0;
    }
    legend {
      padding: 0 0 var(--pl-1);
      font-weight: 550;
      font-size: var(--pl-text-13);
    }
    .choices {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(11rem, 100%), 1fr));
      gap: var(--pl-2);
    }
    label {
      display: flex;
      align-items: center;
      gap: var(--pl-2);
      min-height: 1.5rem;
    }
  `,
})
export class Choices<Option extends string> {
  readonly legend = input.required<string>();
  readonly options = input.required<readonly Option[]>();
  readonly words = input.required<Readonly<Record<Option, string>>>();
  readonly of = input.required<FieldTree<Option[]>>();

  protected toggle(option: Option): void {
    this.of()().value.update((chosen) =>
      this.options().filter((each) => chosen.includes(each) !== (each === option)),
    );
  }
}

import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import { Control, Field, texts } from '@plumbline/ui';
import { askedOf, itemGates, type Service, services } from '@plumbline/vendors/schema';
import { vendorWords } from '../vendor-words';
import { itemWords } from './item-words';
import type { ItemModel } from './template-model';
import { templateWords } from './template-words';

/** The fields of one item of the template. */
@Component({
  selector: 'pl-template-item-fields',
  imports: [Field, Control, FormField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <pl-field [label]="text().item" [of]="form().title">
      <input plControl [formField]="form().title" />
    </pl-field>
    <pl-field [label]="text().itemEs" [of]="form().titleEs" [optional]="true">
      <input plControl lang="es" [formField]="form().titleEs" />
    </pl-field>
    <pl-field [label]="text().guidance" [of]="form().guidance" [optional]="true">
      <textarea plControl rows="2" [formField]="form().guidance"></textarea>
    </pl-field>
    <pl-field [label]="text().guidanceEs" [of]="form().guidanceEs" [optional]="true">
      <textarea plControl rows="2" lang="es" [formField]="form().guidanceEs"></textarea>
    </pl-field>
    <pl-field [label]="text().when" [of]="form().when">
      <select plControl [formField]="form().when">
        @for (each of whens; track each) {
          <option [value]="each">{{ text().whens[each] }}</option>
        }
      </select>
    </pl-field>
    @if (form().when().value() === 'services') {
      <fieldset>
        <legend>{{ text().services }}</legend>
        @for (service of services; track service) {
          <label>
            <input
              type="checkbox"
              [checked]="form().services().value().includes(service)"
              (change)="toggle(service)"
            />
            {{ vendor().services[service] }}
          </label>
        }
        @if (form().services().value().length === 0) {
          <p class="pl-small problem">{{ text().nameService }}</p>
        }
      </fieldset>
    }
    <pl-field [label]="text().gate" [of]="form().gate">
      <select plControl [formField]="form().gate">
        @for (each of gates; track each) {
          <option [value]="each">{{ item().gates[each] }}</option>
        }
      </select>
    </pl-field>
    <pl-field [label]="text().askedOf" [of]="form().askedOf">
      <select plControl [formField]="form().askedOf">
        @for (each of sides; track each) {
          <option [value]="each">{{ item().askedOf[each] }}</option>
        }
      </select>
    </pl-field>
    <div>
      <button class="pl-button" type="button" (click)="retire.emit()">
        {{ text().retire }}<span class="pl-unseen">: {{ form().title().value() }}</span>
      </button>
    </div>
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      gap: var(--pl-3);
      padding-block: var(--pl-3);
    }
    fieldset {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(11rem, 1fr));
      gap: var(--pl-2);
      margin: 0;
      padding: 0;
      border: 0;
    }
    label {
      display: flex;
      align-items: center;
      gap: var(--pl-2);
      min-height: 1.5rem;
    }
    .problem {
      color: var(--pl-bad-text);
    }
  `,
})
export class ItemFields {
  readonly form = input.required<FieldTree<ItemModel>>();
  readonly retire = output<void>();
  protected readonly text = texts(templateWords);
  protected readonly item = texts(itemWords);
  protected readonly vendor = texts(vendorWords);
  protected readonly whens = ['always', 'phi', 'services'] as const;
  protected readonly services = services;
  protected readonly gates = itemGates;
  protected readonly sides = askedOf;

  protected toggle(service: Service): void {
    this.form()
      .services()
      .value.update((chosen) => services.filter((each) => chosen.includes(each) !== (each === service)));
  }
}

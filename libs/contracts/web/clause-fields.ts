import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import { clauseKinds } from '@plumbline/contracts/schema';
import { Control, Field, Icon, texts } from '@plumbline/ui';
import { contractWords } from './contract-words';
import type { ClauseModel } from './terms-model';

const words = {
  en: {
    kind: 'Kind',
    number: 'Number',
    heading: 'Heading',
    text: 'What it says',
    page: 'Page',
    noticeDays: 'Notice before an audit',
    days: 'days',
    withinHours: 'Notice within',
    hours: 'hours',
    regions: 'Regions',
    regionsHint: 'Where data may be kept, separated by commas',
    standards: 'Standards',
    standardsHint: 'Attestations the vendor brings every year, separated by commas',
    timesAYear: 'Tests a year',
    remove: (number: string) => `Remove clause ${number}`,
  },
  es: {
    kind: 'Tipo',
    number: 'Número',
    heading: 'Título',
    text: 'Qué dice',
    page: 'Página',
    noticeDays: 'Aviso antes de una auditoría',
    days: 'días',
    withinHours: 'Aviso en',
    hours: 'horas',
    regions: 'Regiones',
    regionsHint: 'Dónde pueden guardarse los datos, separadas por comas',
    standards: 'Normas',
    standardsHint: 'Certificaciones que el proveedor trae cada año, separadas por comas',
    timesAYear: 'Pruebas al año',
    remove: (number: string) => `Quitar la cláusula ${number}`,
  },
};

/** One clause of a draft; its own terms depend on its kind. */
@Component({
  selector: 'pl-clause-fields',
  imports: [Field, Control, FormField, Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="line">
      <pl-field class="number" [label]="text().number" [of]="form().number">
        <input plControl [formField]="form().number" />
      </pl-field>
      <pl-field class="kind" [label]="text().kind" [of]="form().kind">
        <select plControl [formField]="form().kind">
          @for (kind of kinds; track kind) {
            <option [value]="kind">{{ words().kinds[kind] }}</option>
          }
        </select>
      </pl-field>
      <pl-field class="heading" [label]="text().heading" [of]="form().heading">
        <input plControl [formField]="form().heading" />
      </pl-field>
      <pl-field class="number" [label]="text().page" [optional]="true" [of]="form().page">
        <input plControl inputmode="numeric" [formField]="form().page" />
      </pl-field>
      <button
        class="pl-button"
        data-kind="icon"
        type="button"
        [attr.aria-label]="text().remove(form().number().value())"
        (click)="remove.emit()"
      >
        <pl-icon name="close" />
      </button>
    </div>
    @switch (form().kind().value()) {
      @case ('right_to_audit') {
        <pl-field [label]="text().noticeDays" [unit]="text().days" [of]="form().noticeDays">
          <input plControl inputmode="numeric" [formField]="form().noticeDays" />
        </pl-field>
      }
      @case ('incident_notice') {
        <pl-field [label]="text().withinHours" [unit]="text().hours" [of]="form().withinHours">
          <input plControl inputmode="numeric" [formField]="form().withinHours" />
        </pl-field>
      }
      @case ('data_residency') {
        <pl-field [label]="text().regions" [hint]="text().regionsHint" [of]="form().regions">
          <input plControl [formField]="form().regions" />
        </pl-field>
      }
      @case ('attestation') {
        <pl-field [label]="text().standards" [hint]="text().standardsHint" [of]="form().standards">
          <input plControl [formField]="form().standards" />
        </pl-field>
      }
      @case ('continuity_test') {
        <pl-field [label]="text().timesAYear" [of]="form().timesAYear">
          <input plControl inputmode="numeric" [formField]="form().timesAYear" />
        </pl-field>
      }
    }
    <pl-field [label]="text().text" [of]="form().text">
      <textarea plControl rows="3" [formField]="form().text"></textarea>
    </pl-field>
  `,
  styleUrl: './fields.css',
})
export class ClauseFields {
  readonly form = input.required<FieldTree<ClauseModel>>();
  readonly remove = output<void>();
  protected readonly text = texts(words);
  protected readonly words = texts(contractWords);
  protected readonly kinds = clauseKinds;
}

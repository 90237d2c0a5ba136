import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import {
  type BackgroundCheck,
  backgroundChecks,
  clauseKinds,
  subcontractingRules,
} from '@plumbline/contracts/schema';
import { Control, Field, Icon, texts } from '@plumbline/ui';
import { clauseTermWords } from './clause-terms';
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
    standardsHint: 'Attestations the vendor brings, separated by commas',
    yearly: 'Brought every year',
    checks: 'Checks before access to member data',
    again: 'Repeated every year',
    subcontracting: 'Passing work on to others',
    terminationDays: 'Notice without a cause',
    cureDays: 'To put a cause right',
    cureHint: 'Empty: ends at once for a cause',
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
    standardsHint: 'Certificaciones que el proveedor trae, separadas por comas',
    yearly: 'Se traen cada año',
    checks: 'Verificaciones antes de acceder a datos de afiliados',
    again: 'Se repiten cada año',
    subcontracting: 'Pasar trabajo a otros',
    terminationDays: 'Aviso sin causa',
    cureDays: 'Para subsanar una causa',
    cureHint: 'Vacío: termina en el acto por causa',
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
        <label class="check"><input type="checkbox" [formField]="form().yearly" />{{ text().yearly }}</label>
      }
      @case ('continuity_test') {
        <pl-field [label]="text().timesAYear" [of]="form().timesAYear">
          <input plControl inputmode="numeric" [formField]="form().timesAYear" />
        </pl-field>
      }
      @case ('background_checks') {
        <fieldset>
          <legend>{{ text().checks }}</legend>
          @for (check of checks; track check) {
            <label class="check">
              <input type="checkbox" [checked]="checked(check)" (change)="toggle(check)" />{{
                termWords().checks[check]
              }}
            </label>
          }
        </fieldset>
        <label class="check"><input type="checkbox" [formField]="form().yearly" />{{ text().again }}</label>
      }
      @case ('subcontracting') {
        <pl-field [label]="text().subcontracting" [of]="form().subcontracting">
          <select plControl [formField]="form().subcontracting">
            @for (rule of rules; track rule) {
              <option [value]="rule">{{ termWords().subcontracting[rule] }}</option>
            }
          </select>
        </pl-field>
      }
      @case ('termination') {
        <pl-field [label]="text().terminationDays" [unit]="text().days" [of]="form().terminationDays">
          <input plControl inputmode="numeric" [formField]="form().terminationDays" />
        </pl-field>
        <pl-field
          [label]="text().cureDays"
          [optional]="true"
          [unit]="text().days"
          [hint]="text().cureHint"
          [of]="form().cureDays"
        >
          <input plControl inputmode="numeric" [formField]="form().cureDays" />
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
  protected readonly termWords = texts(clauseTermWords);
  protected readonly kinds = clauseKinds;
  protected readonly checks = backgroundChecks;
  protected readonly rules = subcontractingRules;

  protected checked(check: BackgroundCheck): boolean {
    return this.form().checks().value().includes(check);
  }

  protected toggle(check: BackgroundCheck): void {
    this.form()
      .checks()
      .value.update((now) =>
        backgroundChecks.filter((each) => (each === check ? !now.includes(each) : now.includes(each))),
      );
  }
}

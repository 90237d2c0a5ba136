import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import { comparators, metricFamilies } from '@plumbline/sla-engine';
import { Control, Field, texts } from '@plumbline/ui';
import { type Service, services } from '@plumbline/vendors/schema';
import { contractWords } from '../contract-words';
import type { KnownMetric } from '../terms-model';
import { parityPageWords } from './parity-words';
import type { TargetModel } from './target-model';

const words = {
  en: {
    metric: 'Metric',
    choose: 'Choose a metric',
    form: 'What is expected',
    limit: 'A limit',
    band: 'A band',
    nothing: 'Nothing any more',
    comparator: 'Comparison',
    target: 'Target',
    low: 'From',
    high: 'To',
    from: 'In force from',
    fromHint: 'A month; contracts are compared by what is in force on the day',
    segment: 'Part of the service',
    segmentHint: 'Leave open what it does not depend on',
    lineOfBusiness: 'Line of business',
    channel: 'Channel',
    queue: 'Queue',
    language: 'Language',
    services: 'Demanded of vendors that run',
    servicesHint:
      'None chosen: of every vendor. A contract of such a vendor without this SLA is flagged as missing.',
    version: 'Only for metric version',
    versionHint: 'Leave open for the definition in force, whichever that is',
    reason: 'Reason',
    reasonHint: 'Kept with the target for good',
    comparators: { '>=': 'at least (≥)', '>': 'more than (>)', '<=': 'at most (≤)', '<': 'less than (<)' },
  },
  es: {
    metric: 'Métrica',
    choose: 'Elija una métrica',
    form: 'Qué se espera',
    limit: 'Un límite',
    band: 'Una banda',
    nothing: 'Ya nada',
    comparator: 'Comparación',
    target: 'Objetivo',
    low: 'Desde',
    high: 'Hasta',
    from: 'En vigor desde',
    fromHint: 'Un mes; los contratos se comparan con lo que rige ese día',
    segment: 'Parte del servicio',
    segmentHint: 'Deje abierto lo que no importa',
    lineOfBusiness: 'Línea de negocio',
    channel: 'Canal',
    queue: 'Cola',
    language: 'Idioma',
    services: 'Se exige a proveedores que prestan',
    servicesHint:
      'Sin elegir ninguno: a todos. El contrato de un proveedor así sin este SLA se señala como ausente.',
    version: 'Solo para la versión de la métrica',
    versionHint: 'Deje abierto para la definición en vigor, sea cual sea',
    reason: 'Motivo',
    reasonHint: 'Se guarda con el objetivo para siempre',
    comparators: { '>=': 'al menos (≥)', '>': 'más de (>)', '<=': 'como mucho (≤)', '<': 'menos de (<)' },
  },
};

/** The fields of an internal target; a later version is of the same metric and segment. */
@Component({
  selector: 'pl-target-fields',
  imports: [Field, Control, FormField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (whole()) {
      <pl-field [label]="text().metric" [of]="form().metricId">
        <select plControl [formField]="form().metricId" (change)="onMetric()">
          <option value="">{{ text().choose }}</option>
          @for (group of families(); track group.family) {
            <optgroup [label]="contract().families[group.family]">
              @for (metric of group.metrics; track metric.id) {
                <option [value]="metric.id">{{ metric.name }}</option>
              }
            </optgroup>
          }
        </select>
      </pl-field>
      <fieldset>
        <legend>
          {{ text().segment }} <span class="pl-muted">{{ text().segmentHint }}</span>
        </legend>
        <div class="line">
          <pl-field [label]="text().lineOfBusiness" [optional]="true" [of]="form().lineOfBusiness">
            <input plControl [formField]="form().lineOfBusiness" />
          </pl-field>
          <pl-field [label]="text().channel" [optional]="true" [of]="form().channel">
            <input plControl [formField]="form().channel" />
          </pl-field>
          <pl-field [label]="text().queue" [optional]="true" [of]="form().queue">
            <input plControl [formField]="form().queue" />
          </pl-field>
          <pl-field [label]="text().language" [optional]="true" [of]="form().language">
            <input plControl [formField]="form().language" />
          </pl-field>
        </div>
      </fieldset>
    }
    <div class="line">
      <pl-field [label]="text().form" [of]="form().form">
        <select plControl [formField]="form().form">
          <option value="limit">{{ text().limit }}</option>
          <option value="band">{{ text().band }}</option>
          @if (!whole()) {
            <option value="nothing">{{ text().nothing }}</option>
          }
        </select>
      </pl-field>
      @switch (form().form().value()) {
        @case ('band') {
          <pl-field [label]="text().low" [unit]="unit()" [of]="form().low">
            <input plControl inputmode="decimal" [formField]="form().low" />
          </pl-field>
          <pl-field [label]="text().high" [unit]="unit()" [of]="form().high">
            <input plControl inputmode="decimal" [formField]="form().high" />
          </pl-field>
        }
        @case ('limit') {
          <pl-field [label]="text().comparator" [of]="form().comparator">
            <select plControl [formField]="form().comparator">
              @for (comparator of comparators; track comparator) {
                <option [value]="comparator">{{ text().comparators[comparator] }}</option>
              }
            </select>
          </pl-field>
          <pl-field [label]="text().target" [unit]="unit()" [of]="form().target">
            <input plControl inputmode="decimal" [formField]="form().target" />
          </pl-field>
        }
      }
      <pl-field [label]="text().from" [hint]="text().fromHint" [of]="form().effectiveFrom">
        <input plControl type="month" [formField]="form().effectiveFrom" />
      </pl-field>
    </div>
    <fieldset>
      <legend>
        {{ text().services }} <span class="pl-muted">{{ text().servicesHint }}</span>
      </legend>
      <div class="choices">
        @for (service of services; track service) {
          <label>
            <input
              type="checkbox"
              [checked]="form().services().value().includes(service)"
              (change)="toggle(service)"
            />
            {{ words().services[service] }}
          </label>
        }
      </div>
    </fieldset>
    <pl-field
      class="narrow"
      [label]="text().version"
      [hint]="text().versionHint"
      [optional]="true"
      [of]="form().metricVersion"
    >
      <input plControl inputmode="numeric" [formField]="form().metricVersion" />
    </pl-field>
    <pl-field [label]="text().reason" [hint]="text().reasonHint" [of]="form().reason">
      <input plControl [formField]="form().reason" />
    </pl-field>
  `,
  styleUrl: '../fields.css',
  styles: `
    :host {
      padding: 0;
      border: 0;
    }
    .choices {
      display: flex;
      flex-wrap: wrap;
      gap: var(--pl-2) var(--pl-4);
    }
    .choices label {
      display: flex;
      align-items: center;
      gap: var(--pl-2);
      min-height: 1.5rem;
    }
    .narrow {
      max-width: 16rem;
    }
  `,
})
export class TargetFields {
  readonly form = input.required<FieldTree<TargetModel>>();
  readonly metrics = input.required<readonly KnownMetric[]>();
  /** Metric and segment too: of a new target. */
  readonly whole = input(false);

  protected readonly text = texts(words);
  protected readonly words = texts(parityPageWords);
  protected readonly contract = texts(contractWords);
  protected readonly comparators = comparators;
  protected readonly services = services;
  protected readonly families = computed(() =>
    metricFamilies
      .map((family) => ({ family, metrics: this.metrics().filter((metric) => metric.family === family) }))
      .filter(({ metrics }) => metrics.length > 0),
  );
  private readonly metric = computed(() =>
    this.metrics().find(({ id }) => id === this.form().metricId().value()),
  );
  protected readonly unit = computed(() => {
    const metric = this.metric();
    return (metric && this.contract().units[metric.unit]) || null;
  });

  /** A metric that has no better side is held against a band, others against a limit on their side. */
  protected onMetric(): void {
    const metric = this.metric();
    if (!metric) return;
    const { form } = this;
    form()
      .form()
      .value.set(metric.direction === 'band' ? 'band' : 'limit');
    form()
      .comparator()
      .value.set(metric.direction === 'lower' ? '<=' : '>=');
  }

  protected toggle(service: Service): void {
    this.form()
      .services()
      .value.update((chosen) => services.filter((each) => chosen.includes(each) !== (each === service)));
  }
}

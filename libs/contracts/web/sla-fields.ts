import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import { comparators, metricFamilies, weekStartName, weekStarts, windowKinds } from '@plumbline/sla-engine';
import { Control, Field, Icon, languageOf, Reader, texts } from '@plumbline/ui';
import { contractWords } from './contract-words';
import type { KnownMetric, SlaModel } from './terms-model';

const words = {
  en: {
    name: 'Name',
    metric: 'Metric',
    choose: 'Choose a metric',
    clause: 'Clause',
    form: 'Held against',
    limit: 'A limit',
    band: 'A band',
    comparator: 'Comparison',
    target: 'Target',
    low: 'From',
    high: 'To',
    weight: 'Weight',
    points: 'points',
    weightHint: '0 is watched and not scored',
    sample: 'Minimum sample',
    sampleHint: 'Fewer decide nothing',
    segment: 'Part of the service',
    window: 'Judged over',
    windows: {
      day: 'Each day',
      week: 'Each week',
      month: 'Each month',
      quarter: 'Each quarter',
      rolling: 'A rolling window',
    },
    weekStart: 'A week starts on',
    rollingCount: 'Looks back over',
    rollingUnit: 'Counted in',
    rollingUnits: { days: 'days, judged every day', months: 'months, judged every month' },
    segmentHint: 'Leave open what it does not depend on',
    lineOfBusiness: 'Line of business',
    channel: 'Channel',
    queue: 'Queue',
    language: 'Language',
    remove: (name: string) => `Remove ${name || 'this SLA'}`,
    comparators: { '>=': 'at least (≥)', '>': 'more than (>)', '<=': 'at most (≤)', '<': 'less than (<)' },
  },
  es: {
    name: 'Nombre',
    metric: 'Métrica',
    choose: 'Elija una métrica',
    clause: 'Cláusula',
    form: 'Se compara con',
    limit: 'Un límite',
    band: 'Una banda',
    comparator: 'Comparación',
    target: 'Objetivo',
    low: 'Desde',
    high: 'Hasta',
    weight: 'Peso',
    points: 'puntos',
    weightHint: '0 se observa y no puntúa',
    sample: 'Muestra mínima',
    sampleHint: 'Con menos no se decide nada',
    segment: 'Parte del servicio',
    window: 'Se juzga por',
    windows: {
      day: 'Cada día',
      week: 'Cada semana',
      month: 'Cada mes',
      quarter: 'Cada trimestre',
      rolling: 'Una ventana móvil',
    },
    weekStart: 'La semana empieza el',
    rollingCount: 'Mira atrás',
    rollingUnit: 'Contado en',
    rollingUnits: { days: 'días, se juzga cada día', months: 'meses, se juzga cada mes' },
    segmentHint: 'Deje abierto lo que no importa',
    lineOfBusiness: 'Línea de negocio',
    channel: 'Canal',
    queue: 'Cola',
    language: 'Idioma',
    remove: (name: string) => `Quitar ${name || 'este SLA'}`,
    comparators: { '>=': 'al menos (≥)', '>': 'más de (>)', '<=': 'como mucho (≤)', '<': 'menos de (<)' },
  },
};

/** One SLA of a draft. */
@Component({
  selector: 'pl-sla-fields',
  imports: [Field, Control, FormField, Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './sla-fields.html',
  styleUrl: './fields.css',
})
export class SlaFields {
  readonly form = input.required<FieldTree<SlaModel>>();
  readonly metrics = input.required<readonly KnownMetric[]>();
  /** Numbers of the draft's clauses, to choose from; null where an SLA belongs to no contract. */
  readonly clauses = input.required<readonly string[] | null>();
  readonly remove = output<void>();

  protected readonly text = texts(words);
  protected readonly words = texts(contractWords);
  private readonly reader = inject(Reader);
  protected readonly comparators = comparators;
  protected readonly windowKinds = windowKinds;
  protected readonly weekStarts = computed(() =>
    weekStarts.map((day) => ({ day, name: weekStartName(day, languageOf(this.reader.locale())) })),
  );
  protected readonly families = computed(() =>
    metricFamilies
      .map((family) => ({ family, metrics: this.metrics().filter((metric) => metric.family === family) }))
      .filter(({ metrics }) => metrics.length > 0),
  );
  protected readonly unit = computed(() => {
    const metric = this.metrics().find(({ id }) => id === this.form().metricId().value());
    return (metric && this.words().units[metric.unit]) || null;
  });

  /** A metric that has no better side is held against a band, others against a limit on their side. */
  protected onMetric(): void {
    const { form } = this;
    const metric = this.metrics().find(({ id }) => id === form().metricId().value());
    if (!metric) return;
    form()
      .form()
      .value.set(metric.direction === 'band' ? 'band' : 'limit');
    form()
      .comparator()
      .value.set(metric.direction === 'lower' ? '<=' : '>=');
    if (form().name().value() === '') form().name().value.set(metric.name);
  }
}

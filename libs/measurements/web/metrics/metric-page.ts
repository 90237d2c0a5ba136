import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type MetricVersion } from '@plumbline/measurements/schema';
import {
  InstantPipe,
  MonthPipe,
  PageHeader,
  PageStateView,
  Reader,
  StatusChip,
  TenantContext,
  texts,
} from '@plumbline/ui';
import { definitionInWords, definitionWords } from './definition-words';
import { metricWords } from './metric-words';
import { MeasuresStore } from './measures-store';
import { MetricStore } from './metric-store';

const words = {
  en: {
    metrics: 'Metrics',
    change: 'Change the definition',
    definition: 'Definition in force',
    total: 'The total of',
    dividedBy: 'divided by',
    about: 'About',
    code: 'Code',
    family: 'Family',
    unit: 'Unit',
    direction: 'Direction',
    source: 'Source',
    versions: 'Versions of the definition',
    versionsText:
      'A new version reads months to come only: what was measured keeps the definition it was measured by.',
    version: (number: number) => `Version ${number}`,
    from: 'from',
    inForce: 'In force',
    upcoming: 'To come',
    past: 'Past',
    by: (name: string) => `by ${name}`,
    library: 'from the library',
  },
  es: {
    metrics: 'Métricas',
    change: 'Cambiar la definición',
    definition: 'Definición vigente',
    total: 'El total de',
    dividedBy: 'dividido entre',
    about: 'Datos',
    code: 'Código',
    family: 'Familia',
    unit: 'Unidad',
    direction: 'Sentido',
    source: 'Fuente',
    versions: 'Versiones de la definición',
    versionsText:
      'Una versión nueva solo lee los meses por venir: lo medido conserva la definición con la que se midió.',
    version: (number: number) => `Versión ${number}`,
    from: 'desde',
    inForce: 'Vigente',
    upcoming: 'Por venir',
    past: 'Pasada',
    by: (name: string) => `por ${name}`,
    library: 'de la biblioteca',
  },
};

@Component({
  selector: 'pl-metric-page',
  imports: [PageHeader, PageStateView, StatusChip, RouterLink, MonthPipe, InstantPipe],
  providers: [MetricStore, MeasuresStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './metric-page.html',
  styleUrl: './metric-page.css',
})
export class MetricPage {
  readonly metricId = input.required<string>();
  private readonly reader = inject(Reader);
  protected readonly tenant = inject(TenantContext);
  protected readonly store = inject(MetricStore);
  private readonly measures = inject(MeasuresStore);
  protected readonly text = texts(words);
  protected readonly metricText = texts(metricWords);
  private readonly definitionText = texts(definitionWords);

  protected readonly definition = computed(() => {
    const metric = this.store.metric.value();
    return metric ? this.inWords(metric.current) : null;
  });
  protected readonly versions = computed(() => {
    const metric = this.store.metric.value();
    return (metric?.versions ?? []).toReversed().map((version) => ({
      ...version,
      words: this.inWords(version),
      place: placeOf(version.number, metric?.current.number ?? 0),
    }));
  });

  constructor() {
    effect(() => this.store.id.set(this.metricId()));
  }

  private inWords({ terms }: MetricVersion) {
    return definitionInWords(terms, this.measures.labelOf(), this.definitionText(), this.reader.locale());
  }
}

function placeOf(number: number, current: number): 'past' | 'inForce' | 'upcoming' {
  if (number === current) return 'inForce';
  return number > current ? 'upcoming' : 'past';
}

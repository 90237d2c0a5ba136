import { type InEveryLanguage, type Metric } from '@plumbline/measurements/schema';

export interface MetricWords {
  readonly families: Readonly<Record<Metric['family'], string>>;
  readonly units: Readonly<Record<Metric['unit'], string>>;
  readonly directions: Readonly<Record<Metric['direction'], string>>;
}

export const metricWords: InEveryLanguage<MetricWords> = {
  en: {
    families: {
      speed: 'Speed',
      quality: 'Quality',
      compliance: 'Compliance',
      outcome: 'Outcome',
      efficiency: 'Efficiency',
    },
    units: { ratio: 'Percent', seconds: 'Time', count: 'Number', points: 'Points' },
    directions: { higher: 'Higher is better', lower: 'Lower is better', band: 'Within a band' },
  },
  es: {
    families: {
      speed: 'Rapidez',
      quality: 'Calidad',
      compliance: 'Cumplimiento',
      outcome: 'Resultado',
      efficiency: 'Eficiencia',
    },
    units: { ratio: 'Porcentaje', seconds: 'Tiempo', count: 'Número', points: 'Puntos' },
    directions: { higher: 'Más es mejor', lower: 'Menos es mejor', band: 'Dentro de una banda' },
  },
};

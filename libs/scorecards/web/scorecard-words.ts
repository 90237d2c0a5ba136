import type { Readiness, ScoredBand, ScorecardState } from '@plumbline/scorecards/schema';
import type { Hue, IconName } from '@plumbline/ui';

interface Look {
  readonly hue: Hue;
  readonly icon: IconName;
}

/** The words of scorecards, wherever one is shown. */
export const scorecardWords = {
  en: {
    states: { draft: 'Draft', published: 'Published', superseded: 'Superseded' } satisfies Record<
      ScorecardState,
      string
    >,
    readinesses: { ready: 'Ready', waiting: 'Waiting', published: 'Published' } satisfies Record<
      Readiness,
      string
    >,
    bands: { onTarget: 'On target', watch: 'Watch', offTarget: 'Off target' } satisfies Record<
      ScoredBand,
      string
    >,
    withheld: 'Withheld',
    revision: (revision: number) => `revision ${revision}`,
  },
  es: {
    states: { draft: 'Borrador', published: 'Publicado', superseded: 'Sustituido' },
    readinesses: { ready: 'Listo', waiting: 'En espera', published: 'Publicado' },
    bands: { onTarget: 'En objetivo', watch: 'Vigilar', offTarget: 'Fuera de objetivo' },
    withheld: 'Retenida',
    revision: (revision: number) => `revisión ${revision}`,
  },
};

export const stateLooks: Readonly<Record<ScorecardState, Look>> = {
  draft: { hue: 'note', icon: 'edit' },
  published: { hue: 'good', icon: 'check' },
  superseded: { hue: 'neutral', icon: 'copy' },
};

export const readinessLooks: Readonly<Record<Readiness, Look>> = {
  ready: { hue: 'note', icon: 'scorecards' },
  waiting: { hue: 'warn', icon: 'hourglass' },
  published: { hue: 'good', icon: 'check' },
};

export const bandLooks: Readonly<Record<ScoredBand, Look>> = {
  onTarget: { hue: 'good', icon: 'check' },
  watch: { hue: 'warn', icon: 'triangle' },
  offTarget: { hue: 'bad', icon: 'cross' },
};

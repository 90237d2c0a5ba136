/** The words for codes of a comparison, in sentences and on pages alike. */
export const parityWords = {
  en: {
    verdicts: {
      equal: 'equal',
      stricter: 'stricter',
      weaker: 'weaker',
      missing: 'missing',
      incomparable: 'incomparable',
    },
    reasons: {
      definition: 'the metric is defined differently',
      segment: 'the segments are not the same',
      window: 'the windows differ',
      values: 'each lets values pass that the other does not',
    },
    segments: {
      same: 'is the same',
      covers: 'covers more than is expected',
      within: 'is only a part of what is expected',
      overlaps: 'only overlaps with what is expected',
      disjoint: 'has nothing in common with what is expected',
    },
    relations: {
      equal: 'both let the same values pass',
      inside: 'the SLA lets fewer values pass',
      contains: 'the SLA lets more values pass',
      overlapping: 'each lets values pass that the other does not',
    },
    parts: {
      unit: 'unit',
      direction: 'which way is better',
      numerator: 'what is counted',
      denominator: 'what it is divided by',
      threshold: 'answer threshold',
      shortAbandon: 'short abandons',
      repeatWindow: 'repeat window',
      sampling: 'sampling',
    },
  },
  es: {
    verdicts: {
      equal: 'igual',
      stricter: 'más estricto',
      weaker: 'más débil',
      missing: 'ausente',
      incomparable: 'no comparable',
    },
    reasons: {
      definition: 'la métrica se define de otra manera',
      segment: 'los segmentos no son los mismos',
      window: 'los periodos difieren',
      values: 'cada uno admite valores que el otro no admite',
    },
    segments: {
      same: 'es el mismo',
      covers: 'abarca más de lo esperado',
      within: 'es solo una parte de lo esperado',
      overlaps: 'solo coincide en parte con lo esperado',
      disjoint: 'no tiene nada en común con lo esperado',
    },
    relations: {
      equal: 'ambos admiten los mismos valores',
      inside: 'el SLA admite menos valores',
      contains: 'el SLA admite más valores',
      overlapping: 'cada uno admite valores que el otro no admite',
    },
    parts: {
      unit: 'unidad',
      direction: 'sentido en que es mejor',
      numerator: 'lo que se cuenta',
      denominator: 'entre qué se divide',
      threshold: 'umbral de respuesta',
      shortAbandon: 'abandonos cortos',
      repeatWindow: 'ventana de repetición',
      sampling: 'muestreo',
    },
  },
} as const;

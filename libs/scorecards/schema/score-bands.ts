import type { Band } from '@plumbline/sla-engine';

/** The bands a score falls into unless a tenant says otherwise: half-open, the top one closed (semantics rule 23). */
export const scoreBands = [
  { name: 'offTarget', from: '0', to: '75' },
  { name: 'watch', from: '75', to: '90' },
  { name: 'onTarget', from: '90', to: '100' },
] as const satisfies readonly Band[];

export const scoreBandNames = scoreBands.map(({ name }) => name);

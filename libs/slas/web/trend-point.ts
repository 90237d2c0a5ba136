import type { Trend } from '@plumbline/slas/schema';
import { formatWindow, type TrendPoint } from '@plumbline/ui';

/** A point of a trend as the chart takes it; windows other than months bring their own name. */
export function trendPoint(point: Trend['points'][number], locale: string): TrendPoint {
  const { month, window, figure, target } = point;
  return {
    month,
    ...(window.code === 'month' ? {} : { label: formatWindow(point, locale) }),
    value: figure?.value ?? null,
    state: figure?.state ?? null,
    target,
  };
}

import { type WeekStart, type WindowKind, windowRule } from '@plumbline/sla-engine';

/** A window as it is chosen; the first day of a week and what rolls count for their kinds only. */
export interface WindowModel {
  window: WindowKind;
  weekStart: WeekStart;
  rollingCount: string;
  rollingUnit: 'days' | 'months';
}

export const emptyWindow: WindowModel = {
  window: 'month',
  weekStart: 'monday',
  rollingCount: '28',
  rollingUnit: 'days',
};

/** The code of a window; what cannot be meant is sent as typed, for the schema to refuse. */
export function toWindow({ window, weekStart, rollingCount, rollingUnit }: WindowModel): string {
  if (window === 'week') return weekStart === 'monday' ? 'week' : `week-from-${weekStart}`;
  return window === 'rolling' ? `rolling-${rollingCount.trim()}-${rollingUnit}` : window;
}

export function toWindowModel(code: string): Partial<WindowModel> {
  const rule = windowRule(code);
  if (!rule.ok) return {};
  const { value } = rule;
  if (value.kind === 'week') return { window: 'week', weekStart: value.startsOn };
  return value.kind === 'rolling'
    ? { window: 'rolling', rollingCount: `${value.count}`, rollingUnit: value.unit }
    : { window: value.kind };
}

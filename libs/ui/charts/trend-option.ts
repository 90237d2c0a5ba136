import { type EChartsCoreOption } from 'echarts/core';
import { writeTarget } from '../figure/figure';
import { type FigureUnit, formatFigure, formatTarget } from '../formatting/format-figure';
import { pointName, type TrendPoint } from './trend';

export interface TrendColours {
  readonly ink: string;
  readonly muted: string;
  readonly line: string;
  readonly accent: string;
  readonly bad: string;
  readonly surface: string;
}

/**
 * A trend as an ECharts option: one thin line with a gap where a month has no figure, its last point labelled; the target
 * as a step line (two for a band), labelled too; breached months carry another shape and colour.
 */
export function trendOption(
  name: string,
  points: readonly TrendPoint[],
  unit: FigureUnit,
  locale: string,
  colours: TrendColours,
): EChartsCoreOption {
  const write = (value: number) => formatFigure(value, unit, locale);
  const lastKnown = points.findLastIndex((point) => point.value !== null);
  const values = points.map((point, index) => ({
    value: point.value === null ? null : Number(point.value),
    symbol: point.state === 'breached' ? 'diamond' : 'circle',
    symbolSize: point.state === 'breached' ? 11 : 6,
    itemStyle: { color: point.state === 'breached' ? colours.bad : colours.accent },
    label: { show: index === lastKnown },
  }));
  return {
    animation: false,
    textStyle: { fontFamily: 'Inter Variable, system-ui, sans-serif', fontSize: 12, color: colours.muted },
    grid: { left: 8, right: 76, top: 20, bottom: 12, containLabel: true },
    tooltip: {
      trigger: 'axis',
      // Text drawn on the canvas: HTML from strings is forbidden by the content security policy.
      renderMode: 'richText',
      backgroundColor: colours.surface,
      borderColor: colours.line,
      textStyle: { color: colours.ink, fontSize: 12 },
      axisPointer: { lineStyle: { color: colours.line } },
      formatter: (items: unknown) => describe(items, name, points, unit, locale),
    },
    xAxis: {
      type: 'category',
      data: points.map((point) => pointName(point, locale)),
      axisLine: { lineStyle: { color: colours.line } },
      axisTick: { show: false },
      axisLabel: { color: colours.muted, hideOverlap: true },
    },
    yAxis: {
      type: 'value',
      scale: true,
      axisLabel: {
        color: colours.muted,
        formatter: (value: number) => formatTarget(value.toFixed(4), unit, locale),
      },
      splitLine: { lineStyle: { color: colours.line, width: 0.5 } },
      splitNumber: 4,
    },
    series: [
      {
        name,
        type: 'line',
        data: values,
        connectNulls: false,
        showAllSymbol: true,
        lineStyle: { width: 1.75, color: colours.accent },
        label: {
          position: 'right',
          distance: 8,
          color: colours.ink,
          fontWeight: 600,
          formatter: (item: { value: unknown }) => (typeof item.value === 'number' ? write(item.value) : ''),
        },
        z: 3,
      },
      ...targetLines(points, unit, locale, colours),
    ],
  };
}

function targetLines(
  points: readonly TrendPoint[],
  unit: FigureUnit,
  locale: string,
  colours: TrendColours,
): object[] {
  const edges = points.map(({ target }) => {
    if (target === null) return [null, null] as const;
    return 'band' in target
      ? ([Number(target.band.low), Number(target.band.high)] as const)
      : ([Number(target.value), null] as const);
  });
  const last = points.findLast((point) => point.target !== null)?.target;
  const label = last ? writeTarget(last, unit, locale) : '';
  return [0, 1]
    .filter((side) => edges.some((edge) => edge[side] !== null))
    .map((side) => ({
      name: `target ${side}`,
      type: 'line',
      step: 'middle',
      data: edges.map((edge) => edge[side]),
      symbol: 'none',
      silent: true,
      connectNulls: false,
      lineStyle: { width: 1.25, type: 'dashed', color: colours.muted },
      endLabel: { show: side === 0, formatter: label, color: colours.muted, distance: 8 },
      z: 2,
    }));
}

function describe(
  items: unknown,
  name: string,
  points: readonly TrendPoint[],
  unit: FigureUnit,
  locale: string,
): string {
  const [first] = Array.isArray(items) ? (items as { dataIndex: number }[]) : [];
  const point = first && points[first.dataIndex];
  if (!point) return '';
  const value =
    point.value === null
      ? '–'
      : formatFigure(
          point.value,
          unit,
          locale,
          point.target && 'value' in point.target ? point.target.value : null,
        );
  const target = point.target ? `\n${writeTarget(point.target, unit, locale)}` : '';
  return `${pointName(point, locale, 'long')}\n${name}: ${value}${target}`;
}

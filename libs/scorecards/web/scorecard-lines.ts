import { ChangeDetectionStrategy, Component, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { windowLabel } from '@plumbline/sla-engine';
import type { ScorecardLine } from '@plumbline/scorecards/schema';
import {
  ExplainPanel,
  Figure,
  FigurePipe,
  formatMonth,
  languageOf,
  Reader,
  TargetBar,
  TenantContext,
  texts,
  VerdictChip,
} from '@plumbline/ui';
import { LineTrend } from './line-trend';

const words = {
  en: {
    caption: 'Lines of the scorecard',
    line: 'SLA',
    state: 'State',
    figure: 'Figure and target',
    weight: 'Weight',
    points: 'Points',
    trend: 'Trend',
    trendOf: (name: string) => `Trend of ${name}`,
    clause: (number: string) => `clause ${number}`,
    watched: 'watched, not scored',
    claimed: (value: string) => `claimed: ${value}`,
    notEvaluated: 'not evaluated yet',
    noWindow: 'no window ends in this month',
    windows: (all: number, met: number, breached: number, open: number) =>
      `The worst of ${all} windows: ${met} met, ${breached} breached${open > 0 ? `, ${open} open` : ''}`,
    figureOf: (name: string, month: string) => `${name}, ${month}`,
  },
  es: {
    caption: 'Líneas del cuadro de mando',
    line: 'SLA',
    state: 'Estado',
    figure: 'Cifra y objetivo',
    weight: 'Peso',
    points: 'Puntos',
    trend: 'Tendencia',
    trendOf: (name: string) => `Tendencia de ${name}`,
    clause: (number: string) => `cláusula ${number}`,
    watched: 'se observa, no puntúa',
    claimed: (value: string) => `declarado: ${value}`,
    notEvaluated: 'sin evaluar todavía',
    noWindow: 'ninguna ventana termina en este mes',
    windows: (all: number, met: number, breached: number, open: number) =>
      `La peor de ${all} ventanas: ${met} cumplidas, ${breached} incumplidas${open > 0 ? `, ${open} abiertas` : ''}`,
    figureOf: (name: string, month: string) => `${name}, ${month}`,
  },
};

/** The lines of a scorecard: each figure opens its explanation, each line its trend. */
@Component({
  selector: 'pl-scorecard-lines',
  imports: [VerdictChip, Figure, FigurePipe, TargetBar, LineTrend, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './scorecard-lines.html',
  styleUrl: './scorecard-lines.css',
})
export class ScorecardLines {
  readonly lines = input.required<readonly ScorecardLine[]>();
  readonly period = input.required<string>();

  private readonly reader = inject(Reader);
  protected readonly tenant = inject(TenantContext);
  protected readonly explain = inject(ExplainPanel);
  protected readonly text = texts(words);
  /** The line whose trend is open. */
  protected readonly open = signal<string | null>(null);

  protected segmentOf({ segment }: ScorecardLine): string {
    return [segment.lineOfBusiness, segment.channel, segment.queue, segment.language]
      .filter((each) => each !== null)
      .join(' · ');
  }

  protected labelOf({ name }: ScorecardLine): string {
    return this.text().figureOf(name, formatMonth(this.period(), this.reader.locale(), 'long'));
  }

  protected windowName(code: string, window: { readonly first: string; readonly last: string }): string {
    return windowLabel(code, window, languageOf(this.reader.locale()));
  }

  protected isWatched({ weight }: ScorecardLine): boolean {
    return Number(weight) === 0;
  }

  protected toggle({ slaId }: ScorecardLine): void {
    this.open.update((now) => (now === slaId ? null : slaId));
  }
}

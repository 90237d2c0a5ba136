import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  InjectionToken,
  type ElementRef,
  afterNextRender,
  computed,
  effect,
  inject,
  input,
  signal,
  viewChild,
} from '@angular/core';
import { VerdictChip } from '../chips/verdict-chip';
import { type FigureTarget, writeTarget } from '../figure/figure';
import { type FigureUnit, formatFigure } from '../formatting/format-figure';
import { Reader } from '../i18n/reader';
import { texts } from '../i18n/texts';
import { type EChartsType } from './chart-parts';
import { onThemeChange, tokenColour } from './tokens';
import { pointName, type TrendPoint, trendFinding } from './trend';
import { trendOption } from './trend-option';

/** Fetches ECharts when the first chart shows; specs put their own in its place. */
export const CHART_PARTS = new InjectionToken<() => Promise<Pick<typeof import('./chart-parts'), 'init'>>>(
  'CHART_PARTS',
  {
    providedIn: 'root',
    factory: () => () => import('./chart-parts'),
  },
);

const words = {
  en: {
    asTable: 'Show as table',
    asChart: 'Show as chart',
    month: 'Month',
    window: 'Window',
    value: 'Value',
    target: 'Target',
    state: 'State',
    failed: 'The chart could not be loaded; here are its numbers.',
  },
  es: {
    asTable: 'Ver como tabla',
    asChart: 'Ver como gráfico',
    month: 'Mes',
    window: 'Ventana',
    value: 'Valor',
    target: 'Objetivo',
    state: 'Estado',
    failed: 'No se pudo cargar el gráfico; aquí están sus números.',
  },
};

/**
 * A metric month by month against its target. The accessible name is the finding; `T`, or the button, shows the same
 * numbers as a table. `<pl-trend-chart name="Service level" unit="ratio" [points]="points()" />`
 */
@Component({
  selector: 'pl-trend-chart',
  imports: [VerdictChip],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '(keydown.t)': 'toggle()' },
  templateUrl: './trend-chart.html',
  styleUrl: './trend-chart.css',
})
export class TrendChart {
  readonly name = input.required<string>();
  readonly unit = input.required<FigureUnit>();
  readonly points = input.required<readonly TrendPoint[]>();

  private readonly reader = inject(Reader);
  protected readonly text = texts(words);
  private readonly canvas = viewChild<ElementRef<HTMLElement>>('canvas');
  protected readonly tabular = signal(false);
  protected readonly failed = signal(false);
  private readonly themeChanges = signal(0);
  private readonly rendered = signal(false);

  protected readonly finding = computed(() =>
    trendFinding(this.name(), this.points(), this.unit(), this.reader.locale()),
  );
  protected readonly ofWindows = computed(() => this.points().some(({ label }) => label !== undefined));
  protected readonly rows = computed(() =>
    this.points().map((point) => ({
      month: pointName(point, this.reader.locale()),
      value:
        point.value === null
          ? '–'
          : formatFigure(point.value, this.unit(), this.reader.locale(), decidingEdge(point.target)),
      target: point.target ? writeTarget(point.target, this.unit(), this.reader.locale()) : '–',
      state: point.state,
    })),
  );

  constructor() {
    const load = inject(CHART_PARTS);
    let chart: EChartsType | undefined;
    let drawnOn: HTMLElement | undefined;
    const resizing = new ResizeObserver(() => chart?.resize());
    const drop = () => {
      resizing.disconnect();
      chart?.dispose();
      chart = undefined;
      drawnOn = undefined;
    };
    // A browser that cannot draw still shows the numbers.
    this.failed.set(document.createElement('canvas').getContext('2d') === null);
    const draw = async (element: HTMLElement) => {
      try {
        const { init } = await load();
        if (this.canvas()?.nativeElement !== element) return;
        if (drawnOn !== element) {
          drop();
          chart = init(emptiedSafely(element));
          drawnOn = element;
          resizing.observe(element);
        }
        const colour = (token: string) => tokenColour(element, token);
        chart?.setOption(
          trendOption(this.name(), this.points(), this.unit(), this.reader.locale(), {
            ink: colour('--pl-ink'),
            muted: colour('--pl-ink-muted'),
            line: colour('--pl-line'),
            accent: colour('--pl-accent'),
            bad: colour('--pl-bad-mark'),
            surface: colour('--pl-raised'),
          }),
          true,
        );
      } catch (error) {
        // Without the drawing there are still the numbers.
        this.failed.set(true);
        reportError(error);
      }
    };

    afterNextRender(() => this.rendered.set(true));
    effect(() => {
      this.themeChanges();
      this.points();
      const element = this.canvas()?.nativeElement;
      if (!this.rendered()) return;
      if (element) void draw(element);
      else drop();
    });
    const stop = onThemeChange(() => this.themeChanges.update((count) => count + 1));
    inject(DestroyRef).onDestroy(() => {
      stop();
      drop();
    });
  }

  protected toggle(): void {
    this.tabular.update((tabular) => !tabular);
  }
}

function decidingEdge(target: FigureTarget | null): string | number | null {
  return target && 'value' in target ? target.value : null;
}

/** ECharts empties its host by `innerHTML = ''`, which trusted types forbid; this host empties itself instead. */
function emptiedSafely(element: HTMLElement): HTMLElement {
  Object.defineProperty(element, 'innerHTML', {
    configurable: true,
    get: () => '',
    set: () => element.replaceChildren(),
  });
  return element;
}

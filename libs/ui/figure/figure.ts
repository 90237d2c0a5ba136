import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { type BetterDirection, formatDelta } from '../formatting/format-delta';
import { type FigureUnit, formatFigure, formatTarget } from '../formatting/format-figure';
import { Reader } from '../i18n/reader';
import { texts } from '../i18n/texts';

/** What a figure is held against: `value comparator target`, or a band whose edges belong to it. */
export type FigureTarget =
  | { readonly comparator: string; readonly value: string | number }
  | { readonly band: { readonly low: string | number; readonly high: string | number } };

const words = {
  en: {
    target: 'target',
    explain: 'explain this figure',
    none: 'no figure',
    since: 'against the month before',
  },
  es: {
    target: 'objetivo',
    explain: 'explicar esta cifra',
    none: 'sin cifra',
    since: 'frente al mes anterior',
  },
};

const comparatorSigns: Readonly<Record<string, string>> = { '>=': '≥', '<=': '≤', '>': '>', '<': '<' };

/**
 * A figure of the product: tabular digits, unit, target beside it, change in words; pressed, it explains itself
 * (semantics rule 29).
 *
 * @example
 * <pl-figure label="Service level, March" [value]="r.value" unit="ratio" [target]="r.target" (explain)="open(r)" />
 */
@Component({
  selector: 'pl-figure',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <span class="line">
      <button type="button" [attr.aria-label]="name()" [title]="words().explain" (click)="explain.emit()">
        <span class="value">{{ written() }}</span>
      </button>
      @if (targetText(); as text) {
        <span class="target">{{ text }}</span>
      }
    </span>
    @if (delta(); as change) {
      <span class="delta" [attr.data-sense]="change.sense">{{ change.text }}</span>
    }
  `,
  styles: `
    :host {
      display: inline-flex;
      flex-direction: column;
      align-items: flex-end;
      font-variant-numeric: tabular-nums;
    }
    .line {
      display: inline-flex;
      align-items: baseline;
      gap: var(--pl-1);
      white-space: nowrap;
    }
    button {
      min-height: 1.5rem;
      margin-inline: calc(-1 * var(--pl-1));
      padding: 0 var(--pl-1);
      border: 0;
      border-radius: 4px;
      background: none;
      cursor: pointer;
      white-space: nowrap;
    }
    button:hover {
      background: var(--pl-hover);
    }
    .value {
      font-weight: 600;
      text-decoration: underline dotted var(--pl-line-strong);
      text-underline-offset: 0.25em;
    }
    .target,
    .delta {
      font-size: var(--pl-text-12);
      color: var(--pl-ink-muted);
    }
    :host([data-size='large']) .value {
      font-size: var(--pl-text-28);
      letter-spacing: -0.02em;
    }
    .delta[data-sense='better'] {
      color: var(--pl-good-text);
    }
    .delta[data-sense='worse'] {
      color: var(--pl-bad-text);
    }
    @media (pointer: coarse) {
      button {
        min-height: 2.75rem;
        min-width: 2.75rem;
      }
    }
  `,
})
export class Figure {
  /** What this figure is, for people who do not see the page around it: `Service level, March 2026`. */
  readonly label = input.required<string>();
  readonly value = input.required<string | number | null>();
  readonly unit = input.required<FigureUnit>();
  readonly target = input<FigureTarget | null>(null);
  readonly showTarget = input(true);
  /** The same figure of the window before, for the change in words. */
  readonly previous = input<string | number | null>(null);
  readonly direction = input<BetterDirection>('higher');
  readonly explain = output<void>();

  private readonly reader = inject(Reader);
  protected readonly words = texts(words);

  protected readonly written = computed(() => {
    const value = this.value();
    if (value === null) return '–';
    return formatFigure(value, this.unit(), this.reader.locale(), nearestEdge(value, this.target()));
  });
  protected readonly targetText = computed(() => {
    const target = this.target();
    return target === null || !this.showTarget()
      ? null
      : writeTarget(target, this.unit(), this.reader.locale());
  });
  protected readonly delta = computed(() =>
    formatDelta(this.value(), this.previous(), this.unit(), this.direction(), this.reader.locale()),
  );
  protected readonly name = computed(() => {
    const value = this.value() === null ? this.words().none : this.written();
    const target = this.target();
    const against = target
      ? `, ${this.words().target} ${writeTarget(target, this.unit(), this.reader.locale())}`
      : '';
    return `${this.label()}: ${value}${against}; ${this.words().explain}`;
  });
}

/** `≥ 80%` or `04:00–06:00`. */
export function writeTarget(target: FigureTarget, unit: FigureUnit, locale: string): string {
  if ('band' in target)
    return `${formatTarget(target.band.low, unit, locale)}–${formatTarget(target.band.high, unit, locale)}`;
  return `${comparatorSigns[target.comparator] ?? target.comparator} ${formatTarget(target.value, unit, locale)}`;
}

/** The edge that decides: the target's value, or the nearer end of a band. */
function nearestEdge(value: string | number, target: FigureTarget | null): string | number | null {
  if (target === null) return null;
  if (!('band' in target)) return target.value;
  const { low, high } = target.band;
  return Math.abs(Number(value) - Number(low)) <= Math.abs(Number(value) - Number(high)) ? low : high;
}

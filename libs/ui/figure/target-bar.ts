import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { type FigureUnit, formatFigure } from '../formatting/format-figure';
import { Reader } from '../i18n/reader';
import { texts } from '../i18n/texts';
import { type Verdict, verdictLook, verdictWords } from '../chips/verdict';
import { type FigureTarget, writeTarget } from './figure';

/**
 * Value against target as a bar with the target's edge (or band) marked: the distance at a glance, the same in words
 * for those who do not see it. The scale runs from 0 to the larger of `max` and what is shown; shares run to 1.
 */
@Component({
  selector: 'pl-target-bar',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { role: 'img', '[attr.aria-label]': 'name()' },
  template: `
    <svg viewBox="0 0 100 14" preserveAspectRatio="none" aria-hidden="true">
      <rect class="ground" x="0" y="4" width="100" height="6" />
      @if (band(); as edges) {
        <rect class="band" [attr.x]="edges.from" y="1" [attr.width]="edges.to - edges.from" height="12" />
      }
      @if (length(); as width) {
        <rect class="value" [attr.data-hue]="hue()" x="0" y="4" [attr.width]="width" height="6" />
      }
      @if (edge(); as x) {
        <line class="edge" [attr.x1]="x" [attr.x2]="x" y1="0" y2="14" />
      }
    </svg>
  `,
  styles: `
    :host {
      display: block;
      width: 100%;
      min-width: 4rem;
      height: 0.875rem;
    }
    svg {
      display: block;
      width: 100%;
      height: 100%;
    }
    .ground {
      fill: var(--pl-sunken);
    }
    .band {
      fill: var(--pl-line);
    }
    .edge {
      stroke: var(--pl-ink);
      stroke-width: 2;
      vector-effect: non-scaling-stroke;
    }
    .value {
      fill: var(--pl-neutral-mark);
    }
    .value[data-hue='good'] {
      fill: var(--pl-good-mark);
    }
    .value[data-hue='bad'] {
      fill: var(--pl-bad-mark);
    }
    .value[data-hue='warn'] {
      fill: var(--pl-warn-mark);
    }
    .value[data-hue='note'] {
      fill: var(--pl-note-mark);
    }
  `,
})
export class TargetBar {
  readonly value = input.required<string | number | null>();
  readonly unit = input.required<FigureUnit>();
  readonly target = input.required<FigureTarget>();
  readonly state = input.required<Verdict>();
  readonly max = input<number | null>(null);

  private readonly reader = inject(Reader);
  private readonly verdictWords = texts(verdictWords);
  private readonly words = texts({
    en: { none: 'no figure', target: 'target' },
    es: { none: 'sin cifra', target: 'objetivo' },
  });

  private readonly top = computed(() => {
    const target = this.target();
    const marks = 'band' in target ? [Number(target.band.high) * 1.5] : [Number(target.value) * 1.25];
    // A share near 1 has its whole on the scale; a small share (5 % abandonment) would vanish on it.
    if (this.unit() === 'ratio' && Math.max(...marks) > 0.6) marks.push(1);
    return Math.max(...marks, this.max() ?? 0, Number(this.value() ?? 0)) || 1;
  });
  protected readonly hue = computed(() => verdictLook[this.state()].hue);
  protected readonly length = computed(() =>
    this.value() === null ? null : this.onScale(Number(this.value())),
  );
  protected readonly edge = computed(() => {
    const target = this.target();
    return 'band' in target ? null : this.onScale(Number(target.value));
  });
  protected readonly band = computed(() => {
    const target = this.target();
    return 'band' in target
      ? { from: this.onScale(Number(target.band.low)), to: this.onScale(Number(target.band.high)) }
      : null;
  });
  protected readonly name = computed(() => {
    const value = this.value();
    const locale = this.reader.locale();
    const figure = value === null ? this.words().none : formatFigure(value, this.unit(), locale);
    return `${figure}, ${this.words().target} ${writeTarget(this.target(), this.unit(), locale)}, ${this.verdictWords()[this.state()]}`;
  });

  private onScale(value: number): number {
    return Math.min(100, Math.max(0, (value / this.top()) * 100));
  }
}

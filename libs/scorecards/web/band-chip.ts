import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { ScoredBand } from '@plumbline/scorecards/schema';
import { StatusChip, texts } from '@plumbline/ui';
import { bandLooks, scorecardWords } from './scorecard-words';

/** The band of a score; a withheld score has none and says so. */
@Component({
  selector: 'pl-band-chip',
  imports: [StatusChip],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<pl-status [hue]="look().hue" [icon]="look().icon" [text]="text()" />`,
})
export class BandChip {
  readonly band = input.required<ScoredBand | null>();
  private readonly words = texts(scorecardWords);
  protected readonly look = computed(() => {
    const band = this.band();
    return band === null ? ({ hue: 'neutral', icon: 'dash' } as const) : bandLooks[band];
  });
  protected readonly text = computed(() => {
    const band = this.band();
    return band === null ? this.words().withheld : this.words().bands[band];
  });
}

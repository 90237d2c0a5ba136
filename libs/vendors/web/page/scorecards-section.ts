import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Empty, FigurePipe, MonthPipe, PageStateView, StatusChip, TenantContext, texts } from '@plumbline/ui';
import type { Vendor } from '@plumbline/vendors/schema';
import { VendorStore } from '../vendor-store';
import { sectionWords } from './section-words';

/** The vendor's latest scorecards. */
@Component({
  selector: 'pl-vendor-scorecards',
  imports: [PageStateView, Empty, StatusChip, RouterLink, MonthPipe, FigurePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <section class="pl-panel pl-stack" aria-labelledby="pl-scorecards">
      <h2 id="pl-scorecards">{{ text().scorecards }}</h2>
      <pl-page-state [state]="store.scorecards.state()" (retry)="store.scorecards.reload()">
        <pl-empty plEmpty icon="scorecards" [title]="text().noScorecard" [text]="text().noScorecardText" />
        <ul class="list">
          @for (scorecard of store.scorecards.value()?.items ?? []; track scorecard.id) {
            <li class="pl-row">
              <a [routerLink]="tenant.link('scorecards', scorecard.id)">{{
                scorecard.period | plMonth: 'long'
              }}</a>
              <span class="pl-muted">
                {{ text().score }}
                {{ scorecard.score === null ? text().withheld : (scorecard.score | plFigure: 'points') }}
                ·
                {{ text().revision(scorecard.revision) }}
              </span>
              @if (scorecard.state === 'draft') {
                <pl-status hue="note" icon="edit" [text]="text().draft" />
              } @else {
                <pl-status hue="good" icon="check" [text]="text().published" />
              }
            </li>
          }
        </ul>
      </pl-page-state>
      <a [routerLink]="tenant.link('scorecards')" [queryParams]="{ vendorId: vendor().id }">{{
        text().more
      }}</a>
    </section>
  `,
  styleUrl: './section.css',
})
export class ScorecardsSection {
  readonly vendor = input.required<Vendor>();
  protected readonly tenant = inject(TenantContext);
  protected readonly store = inject(VendorStore);
  protected readonly text = texts(sectionWords);
}

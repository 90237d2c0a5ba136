import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  output,
  signal,
} from '@angular/core';
import {
  type KpiFile,
  type RestatedFigureAnswer,
  downloadRestatedFigures,
  mapKpiFile,
  suggestKpiMapping,
} from '@plumbline/measurements/schema';
import { type ScorecardEffect } from '@plumbline/scorecards/schema';
import { type ForeseenFigure, type ForeseenResult } from '@plumbline/slas/schema';
import {
  ApiProblem,
  DataTable,
  Icon,
  Notices,
  PageStateView,
  ProblemView,
  Reader,
  StatusChip,
  TableCell,
  TenantApi,
  TenantContext,
  VerdictChip,
  formatFigure,
  formatNumber,
  problemWords,
  texts,
} from '@plumbline/ui';
import { etagOf } from '../etag-of';
import { figureColumns, resultColumns, scorecardColumns } from './restatement-columns';
import { RestatementStore } from './restatement-store';
import { restatementWords } from './restatement-words';

/** Before a file is confirmed that replaces earlier figures: old beside new, and what results and scorecards would say. */
@Component({
  selector: 'pl-restatement-panel',
  imports: [DataTable, Icon, TableCell, PageStateView, ProblemView, StatusChip, VerdictChip],
  providers: [RestatementStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './restatement-panel.html',
  styles: `
    .notice {
      justify-content: space-between;
    }
  `,
})
export class RestatementPanel {
  readonly file = input.required<KpiFile>();
  /** The file is being checked again. */
  readonly checked = output<KpiFile>();

  private readonly api = inject(TenantApi);
  private readonly reader = inject(Reader);
  private readonly notices = inject(Notices);
  protected readonly tenant = inject(TenantContext);
  protected readonly store = inject(RestatementStore);
  protected readonly text = texts(restatementWords);
  private readonly problemSaid = problemWords();
  protected readonly checking = signal(false);
  protected readonly mayCheck = computed(() => this.tenant.can('kpi-file.upload'));

  protected readonly results = computed(() => this.store.results.value()?.results ?? []);
  protected readonly scorecards = computed(() => this.store.scorecards.value()?.items ?? []);
  protected readonly incomplete = computed(() => this.store.results.value()?.complete === false);
  protected readonly notice = computed(() => {
    const standing = this.store.results.value()?.standing ?? 'current';
    return standing === 'current' ? null : this.text()[standing];
  });
  protected readonly monthsOnly = computed(() => this.store.results.value()?.monthsOnly === true);
  protected readonly leftOff = computed(() => {
    const months = this.store.results.value()?.monthsLeftOff ?? 0;
    return months === 0 ? null : this.text().leftOff(formatNumber(months, this.reader.locale()));
  });

  /** How many of all are listed; a page of the list is no excuse for a figure that nobody sees. */
  protected readonly shown = computed(() => {
    const [listed, all] = [this.store.figures.items().length, this.store.total()].map((count) =>
      formatNumber(count, this.reader.locale()),
    );
    return this.text().figuresShown(listed ?? '', all ?? '');
  });
  protected readonly csvUrl = computed(() =>
    this.api.urlOf(downloadRestatedFigures, { params: { kpiFileId: this.file().id } }),
  );

  protected readonly resultColumns = computed(() => resultColumns(this.text(), this.reader.locale()));
  protected readonly scorecardColumns = computed(() =>
    scorecardColumns(this.text(), this.reader.locale(), (id) => this.tenant.link('scorecards', id)),
  );
  protected readonly figureColumns = computed(() => {
    const { mapping } = this.file();
    const linkTo = (id: string) => this.tenant.link('kpi-files', id);
    return mapping === null ? [] : figureColumns(this.text(), this.reader.locale(), mapping, linkTo);
  });

  protected readonly byTarget = ({ month, sla }: ForeseenResult): string => `${month} ${sla.id}`;
  protected readonly byScorecard = ({ scorecardId }: ScorecardEffect): string => scorecardId;
  protected readonly byPlace = ({ line, figure, startsAt }: RestatedFigureAnswer): string =>
    `${line} ${startsAt} ${figure.code} ${figure.claimed}`;

  constructor() {
    effect(() => this.store.of.set({ kpiFileId: this.file().id, version: this.file().version }));
  }

  protected valueOf({ metric, target }: ForeseenResult, { value }: Pick<ForeseenFigure, 'value'>): string {
    if (value === null) return this.text().noValue;
    return formatFigure(value, metric.unit, this.reader.locale(), 'band' in target ? null : target.value);
  }

  /** By the mapping that the file has: what is stored by now is what it is compared with. */
  protected async checkAgain(): Promise<void> {
    const file = this.file();
    if (file.mapping === null) return;
    this.checking.set(true);
    try {
      const params = { kpiFileId: file.id };
      const { saved } = await this.api.call(suggestKpiMapping, { params, query: {} });
      const body = { mapping: file.mapping, ...(saved ? { name: saved.name } : {}) };
      this.checked.emit(await this.api.call(mapKpiFile, { params, body }, { ifMatch: etagOf(file) }));
    } catch (error) {
      this.notices.problem(this.problemSaid(ApiProblem.from(error)).detail);
    } finally {
      this.checking.set(false);
    }
  }
}

import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import {
  type KpiFile,
  type KpiFileState,
  busyStates,
  downloadKpiFileProblems,
  mapKpiFile,
  mappableStates,
  suggestKpiMapping,
} from '@plumbline/measurements/schema';
import {
  ApiProblem,
  Confirm,
  Icon,
  MonthPipe,
  Notices,
  PageHeader,
  PageStateView,
  ProblemView,
  Reader,
  StatusChip,
  TenantApi,
  TenantContext,
  formatNumber,
  problemWords,
  texts,
  languageOf,
} from '@plumbline/ui';
import { doubtWords } from '../doubts/doubt-words';
import { NamesForm } from '../doubts/names-form';
import { WarningList } from '../doubts/warning-list';
import { etagOf } from '../etag-of';
import { MappingEditor } from '../mapping/mapping-editor';
import { SendFiles } from '../sending/send-files';
import { VendorsPanel } from '../vendors/vendors-panel';
import { FileCounts } from './file-counts';
import { FileSteps, stepOf } from './file-steps';
import { kpiFilePageWords } from './kpi-file-page-words';
import { KpiFileStore } from './kpi-file-store';
import { LinePanel } from './line-panel';
import { ProblemTable } from './problem-table';
import { Receipt } from './receipt';
import { RestatementPanel } from './restatement-panel';
import { ReviewPanel } from './review-panel';
import { explain, explainedWords } from './state-explained';
import { stateLook, stateWords } from './state-words';
import { WorkProgress } from './work-progress';

/** One file from its arrival to its results. What is shown follows its state, so that the page survives leaving and reload. */
@Component({
  selector: 'pl-kpi-file-page',
  imports: [
    PageHeader,
    PageStateView,
    ProblemView,
    StatusChip,
    Icon,
    RouterLink,
    MonthPipe,
    FileSteps,
    FileCounts,
    WorkProgress,
    LinePanel,
    MappingEditor,
    RestatementPanel,
    ReviewPanel,
    VendorsPanel,
    ProblemTable,
    WarningList,
    NamesForm,
    SendFiles,
    Receipt,
  ],
  providers: [KpiFileStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './kpi-file-page.html',
  styleUrl: './kpi-file-page.css',
})
export class KpiFilePage {
  readonly kpiFileId = input.required<string>();
  /** From the address: `columns` opens what the columns mean of a file that was read already. */
  readonly show = input<string>();
  /** From the address: a line of the file to follow. */
  readonly line = input<string>();

  private readonly api = inject(TenantApi);
  private readonly router = inject(Router);
  private readonly reader = inject(Reader);
  private readonly confirm = inject(Confirm);
  private readonly notices = inject(Notices);
  protected readonly tenant = inject(TenantContext);
  protected readonly store = inject(KpiFileStore);
  protected readonly text = texts(kpiFilePageWords);
  protected readonly doubtText = texts(doubtWords);
  protected readonly stateText = texts(stateWords);
  private readonly explainedText = texts(explainedWords);
  private readonly problemSaid = problemWords();
  protected readonly look = stateLook;

  protected readonly maySend = computed(() => this.tenant.can('kpi-file.upload'));
  protected readonly explained = computed(() => {
    const file = this.store.file();
    const reader = {
      maySend: this.maySend(),
      mayResolve: this.tenant.can('kpi-file.resolve-vendors'),
      tenantName: this.tenant.name(),
    };
    return file ? explain(file, reader, this.explainedText(), this.reader.locale()) : null;
  });
  protected readonly step = computed(() => {
    const file = this.store.file();
    return file ? stepOf(file.state) : null;
  });
  protected readonly busy = computed(() => this.isIn(busyStates));
  protected readonly mappable = computed(() => this.maySend() && this.isIn(mappableStates));
  protected readonly editing = computed(
    () => this.mappable() && (this.store.file()?.state === 'received' || this.show() === 'columns'),
  );
  protected readonly withdrawable = computed(
    () => this.maySend() && this.isIn(['received', 'checked', 'waiting_for_vendors']),
  );
  protected readonly counted = computed(() => {
    const file = this.store.file();
    return file !== undefined && file.rows.total !== null && !this.busy() && file.state !== 'received';
  });
  protected readonly problemCount = computed(() => {
    const file = this.store.file();
    if (!file || file.problemsListed === 0 || this.busy() || file.state === 'received') return null;
    const said = file.state === 'done' ? this.text().leftOut : this.text().problemCount;
    return said(formatNumber(file.rows.wrong, this.reader.locale()), file.rows.wrong === 1);
  });

  constructor() {
    effect(() => this.store.id.set(this.kpiFileId()));
  }

  protected problemsUrl(file: KpiFile): string {
    const language = languageOf(this.reader.locale());
    return this.api.urlOf(downloadKpiFileProblems, { params: { kpiFileId: file.id }, query: { language } });
  }

  protected columnsOpen(open: boolean): void {
    void this.router.navigate([], { queryParams: { show: open ? 'columns' : null } });
  }

  protected changed(file: KpiFile): void {
    this.store.changed(file);
    if (this.show() !== undefined) this.columnsOpen(false);
  }

  protected async withdraw(file: KpiFile): Promise<void> {
    const text = this.text();
    const { name } = file;
    const asked = { title: text.withdrawTitle(name), effect: text.withdrawEffect, action: text.withdraw };
    if (!(await this.confirm.ask(asked))) return;
    try {
      await this.store.withdraw(file);
      this.notices.done(text.withdrawn(name));
    } catch (error) {
      this.notices.problem(this.problemSaid(ApiProblem.from(error)).detail);
      this.store.loaded.reload();
    }
  }

  /**
   * A corrected file has arrived in place of `earlier`: that one is withdrawn, and where the new one has the same columns
   * it is checked at once by the mapping that was used before.
   */
  protected async resent(earlier: KpiFile, arrived: KpiFile): Promise<void> {
    try {
      if (this.withdrawable()) await this.store.withdraw(earlier);
      await this.checkAsBefore(arrived);
    } catch (error) {
      this.notices.problem(this.problemSaid(ApiProblem.from(error)).detail);
    }
    await this.router.navigate([...this.tenant.link('kpi-files', arrived.id)]);
  }

  private async checkAsBefore(file: KpiFile): Promise<void> {
    const params = { kpiFileId: file.id };
    const { saved, mapping } = await this.api.call(suggestKpiMapping, { params, query: {} });
    if (saved === null || mapping === null) return;
    const body = { mapping, name: saved.name };
    await this.api.call(mapKpiFile, { params, body }, { ifMatch: etagOf(file) });
  }

  private isIn(states: readonly KpiFileState[]): boolean {
    const file = this.store.file();
    return file !== undefined && states.includes(file.state);
  }
}

import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import {
  applySlaSchedule,
  downloadSlaSchedule,
  listContracts,
  listSlaPacks,
  previewSlaSchedule,
  type SchedulePreview,
  type ScheduleProblem,
  scheduleProblemTexts,
  type ScheduleRow,
  type ScheduleSource,
  type ServiceLevel,
} from '@plumbline/contracts/schema';
import { type MetricUnit, windowName } from '@plumbline/sla-engine';
import {
  ApiProblem,
  base64,
  FileDrop,
  type Hue,
  Icon,
  type IconName,
  languageOf,
  Notices,
  PageHeader,
  pageResource,
  PageStateView,
  ProblemView,
  Reader,
  StatusChip,
  TenantApi,
  TenantContext,
  texts,
  writeTarget,
} from '@plumbline/ui';
import { ContractStore } from '../contract-store';
import { segmentText } from '../parity/parity-cells';
import { scheduleWords } from './schedule-words';

type Source = 'pack' | 'file' | 'contract';

const looks: Readonly<Record<ScheduleRow['change'], { readonly hue: Hue; readonly icon: IconName }>> = {
  added: { hue: 'good', icon: 'check' },
  changed: { hue: 'note', icon: 'edit' },
  unchanged: { hue: 'neutral', icon: 'circle' },
  removed: { hue: 'bad', icon: 'cross' },
  kept: { hue: 'neutral', icon: 'dash' },
};

/** Fills a draft with SLAs from a pack, a file or another contract: seen first, then all of it or nothing. */
@Component({
  selector: 'pl-schedule-page',
  imports: [PageHeader, PageStateView, ProblemView, StatusChip, FileDrop, Icon, RouterLink],
  providers: [ContractStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './schedule-page.html',
  styleUrl: './schedule-page.css',
})
export class SchedulePage {
  readonly contractId = input.required<string>();
  readonly number = input.required<string>();

  private readonly api = inject(TenantApi);
  private readonly router = inject(Router);
  private readonly reader = inject(Reader);
  private readonly notices = inject(Notices);
  protected readonly tenant = inject(TenantContext);
  protected readonly store = inject(ContractStore);
  protected readonly text = texts(scheduleWords);
  protected readonly look$ = looks;
  protected readonly maxBytes = 256 * 1024;
  private turn = 0;
  protected readonly sources: readonly Source[] = ['pack', 'file', 'contract'];
  protected readonly modes = ['merge', 'replace'] as const;
  protected readonly formats = ['csv', 'xlsx'] as const;

  protected readonly source = signal<Source>('pack');
  protected readonly mode = signal<'merge' | 'replace'>('merge');
  protected readonly pack$ = signal('');
  protected readonly file = signal<ScheduleSource | null>(null);
  protected readonly other = signal('');
  /** What was looked at, and what it would do: nothing else is taken. */
  private readonly looked = signal<{
    readonly source: ScheduleSource;
    readonly mode: 'merge' | 'replace';
    readonly preview: SchedulePreview;
  } | null>(null);
  protected readonly busy = signal(false);
  protected readonly problem = signal<ApiProblem | null>(null);

  protected readonly packs = pageResource({
    params: () => languageOf(this.reader.locale()),
    load: (language, signal) => this.api.call(listSlaPacks, { query: { language } }, { signal }),
  });
  private readonly contracts = pageResource({
    params: () => (this.source() === 'contract' ? true : undefined),
    load: (_, signal) => this.api.call(listContracts, { query: { limit: 200 } }, { signal }),
  });
  /** Contracts with terms that were agreed. */
  protected readonly others = computed(() =>
    (this.contracts.value()?.items ?? []).filter(
      ({ id, versions }) => id !== this.contractId() && versions.some(({ state }) => state === 'active'),
    ),
  );
  protected readonly asked = computed((): ScheduleSource | null => {
    switch (this.source()) {
      case 'pack':
        return this.pack$() === '' ? null : { pack: this.pack$() };
      case 'contract':
        return this.other() === '' ? null : { contractId: this.other() };
      case 'file':
        return this.file();
    }
  });
  protected readonly preview = computed(() => {
    const looked = this.looked();
    return looked && looked.source === this.asked() && looked.mode === this.mode() ? looked.preview : null;
  });
  protected readonly toTake = computed(
    () =>
      (this.preview()?.rows ?? []).filter(({ change }) => change === 'added' || change === 'changed').length +
      (this.preview()?.rows ?? []).filter(({ change }) => change === 'removed').length,
  );

  constructor() {
    effect(() => {
      this.store.id.set(this.contractId());
      this.store.number.set(Number(this.number()));
    });
  }

  protected choose(source: Source): void {
    this.source.set(source);
    this.looked.set(null);
  }

  protected setMode(mode: 'merge' | 'replace'): void {
    this.mode.set(mode);
    this.looked.set(null);
  }

  protected onPack(event: Event): void {
    this.pack$.set((event.target as HTMLSelectElement).value);
    this.looked.set(null);
  }

  protected onContract(event: Event): void {
    this.other.set((event.target as HTMLSelectElement).value);
    this.looked.set(null);
  }

  /** A file is looked at as soon as it is there. */
  protected async onFile(file: File): Promise<void> {
    const turn = ++this.turn;
    const source = isWorkbook(file.name)
      ? { workbook: { name: file.name, content: base64(new Uint8Array(await file.arrayBuffer())) } }
      : { csv: await file.text() };
    // another file was chosen while this one was read
    if (turn !== this.turn) return;
    this.file.set(source);
    await this.look();
  }

  protected downloadUrl(format: 'csv' | 'xlsx'): string {
    return this.api.urlOf(downloadSlaSchedule, { params: this.params(), query: { format } });
  }

  protected look(): Promise<void> {
    const [source, mode] = [this.asked(), this.mode()];
    if (!source) return Promise.resolve();
    return this.run(async () => {
      const body = { source, mode };
      const preview = await this.api.call(previewSlaSchedule, { params: this.params(), body });
      // another source was asked for in the meantime
      if (source === this.asked() && mode === this.mode()) this.looked.set({ source, mode, preview });
    });
  }

  protected apply(): Promise<void> {
    const looked = this.looked();
    if (!looked || !this.preview() || this.busy()) return Promise.resolve();
    return this.run(async () => {
      const { source, mode } = looked;
      const changed = await this.api.call(
        applySlaSchedule,
        { params: this.params(), body: { source, mode } },
        { ifMatch: `"${this.store.version.value()?.version ?? 0}"` },
      );
      this.notices.done(this.text().applied(changed.slas.length));
      await this.router.navigate([
        ...this.tenant.link('contracts', this.contractId(), 'versions', this.number(), 'edit'),
      ]);
    });
  }

  protected told({ code, value }: ScheduleProblem): string {
    return scheduleProblemTexts[code][languageOf(this.reader.locale())](value);
  }

  protected segmentOf({ before, after }: ScheduleRow): string {
    const level = after ?? before;
    if (!level) return '';
    const segment = segmentText(level.segment, this.text().everything);
    return level.window === 'month'
      ? segment
      : `${segment} · ${windowName(level.window, languageOf(this.reader.locale()))}`;
  }

  /** `≥ 80% · 50 → ≥ 85% · 50` */
  protected sideOf({ before, after, metric }: ScheduleRow): string {
    const written = (level: ServiceLevel | null) =>
      level
        ? `${writeTarget(level.target, metric.unit as MetricUnit, this.reader.locale())} · ${this.text().weight} ${level.weight}`
        : '–';
    const [now, then] = [written(before), written(after)];
    return before && after && now === then ? now : `${now} → ${then}`;
  }

  private params() {
    return { contractId: this.contractId(), number: this.number() };
  }

  private async run(work: () => Promise<void>): Promise<void> {
    this.busy.set(true);
    this.problem.set(null);
    try {
      await work();
    } catch (error) {
      this.problem.set(ApiProblem.from(error));
    } finally {
      this.busy.set(false);
    }
  }
}

function isWorkbook(name: string): boolean {
  return name.toLowerCase().endsWith('.xlsx');
}

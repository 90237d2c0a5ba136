import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import {
  importIncidents,
  type IncidentImportResult,
  phiAnswers,
  previewIncidentImport,
  severities,
} from '@plumbline/incidents/schema';
import { type PeriodFormat, periodFormats } from '@plumbline/measurements/schema';
import {
  ApiProblem,
  base64,
  type CallInput,
  FileDrop,
  Notices,
  PageHeader,
  pageResource,
  ProblemView,
  Submission,
  TenantApi,
  TenantContext,
  texts,
} from '@plumbline/ui';
import { listVendors, type Service, services } from '@plumbline/vendors/schema';
import { incidentWords } from '../incident-words';
import {
  type ColumnDraft,
  columnsOf,
  draftsOf,
  everyMeaning,
  isMilestone,
  type Meaning,
  missingOf,
} from './column-draft';
import { readCsv } from './csv-table';
import { importWords } from './import-words';

type SentList = CallInput<typeof previewIncidentImport>['body'];
interface Answers {
  readonly vendorId: string;
  readonly service: Service | '';
  readonly phi: (typeof phiAnswers)[number];
  readonly timezone: string;
}

/** A list of past incidents: chosen, explained column by column, looked at, entered. */
@Component({
  selector: 'pl-incident-import-page',
  imports: [PageHeader, ProblemView, FileDrop],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './import-page.html',
  styleUrl: './import-page.css',
})
export class ImportPage {
  private readonly api = inject(TenantApi);
  private readonly router = inject(Router);
  private readonly notices = inject(Notices);
  private submission = new Submission();
  protected readonly tenant = inject(TenantContext);
  protected readonly text = texts(importWords);
  protected readonly words = texts(incidentWords);
  protected readonly services = services;
  protected readonly phiAnswers = phiAnswers;
  protected readonly everyMeaning = everyMeaning;
  protected readonly formats = periodFormats;
  protected readonly isMilestone = isMilestone;
  protected readonly zones = Intl.supportedValuesOf('timeZone');
  protected readonly maxBytes = 500_000;

  protected readonly known = pageResource({
    params: () => true as const,
    load: (_, signal) => this.api.call(listVendors, { query: { limit: 200 } }, { signal }),
  });
  protected readonly vendors = computed(() => this.known.value()?.items ?? []);
  protected readonly answers = signal<Answers>({ vendorId: '', service: '', phi: 'unknown', timezone: '' });
  protected readonly file = signal<SentList['file'] | null>(null);
  protected readonly columns = signal<readonly ColumnDraft[]>([]);
  /** A list as it was sent to be looked at: what is entered is this list and no other. */
  private readonly looked = signal<{ list: SentList; result: IncidentImportResult } | null>(null);
  private turn = 0;
  private chosen: File | null = null;
  protected readonly result = computed(() => this.looked()?.result ?? null);
  protected readonly leaveOut = signal(false);
  protected readonly busy = signal(false);
  protected readonly entering = signal(false);
  protected readonly problem = signal<ApiProblem | null>(null);
  protected readonly missing = computed((): 'discovery' | 'format' | 'twice' | 'answers' | null => {
    const { vendorId, service, timezone } = this.answers();
    const answered = vendorId !== '' && service !== '' && timezone !== '';
    return missingOf(this.columns()) ?? (answered ? null : 'answers');
  });
  protected readonly mayEnter = computed(() => {
    const counts = this.result()?.counts;
    return counts !== undefined && counts.new > 0 && (counts.wrong === 0 || this.leaveOut());
  });

  protected said(means: Meaning): string {
    if (isMilestone(means)) return this.text().date(this.words().milestones[means]);
    return this.text().meanings[means];
  }

  protected saidFormat(format: PeriodFormat): string {
    if (format.startsWith('DD/')) return `${format} (${this.text().dayFirst})`;
    return format.startsWith('MM/') ? `${format} (${this.text().monthFirst})` : format;
  }

  /** What each value of such a column may be; null where values are taken as they are. */
  protected valuesOf(means: Meaning): readonly { value: string; text: string }[] | null {
    const { severities: severity, phi } = this.words();
    if (means === 'severity') return severities.map((value) => ({ value, text: severity[value] }));
    return means === 'phi' ? phiAnswers.map((value) => ({ value, text: phi[value] })) : null;
  }

  protected answer(name: keyof Answers, event: Event): void {
    this.forget();
    this.answers.update((answers) => ({ ...answers, [name]: valueOf(event).trim() }));
  }

  protected setMeaning(index: number, event: Event): void {
    this.change(index, () => ({ means: valueOf(event) as Meaning, format: '', chosen: {} }));
  }

  protected setFormat(index: number, event: Event): void {
    this.change(index, () => ({ format: valueOf(event) as PeriodFormat | '' }));
  }

  protected setValue(index: number, value: string, event: Event): void {
    const { [value]: _, ...others } = this.columns()[index]?.chosen ?? {};
    const said = valueOf(event);
    this.change(index, () => ({ chosen: said === '' ? others : { ...others, [value]: said } }));
  }

  protected async choose(file: File): Promise<void> {
    if (this.entering()) return;
    this.forget();
    this.file.set(null);
    this.chosen = file;
    const bytes = new Uint8Array(await file.arrayBuffer());
    // another list was chosen in the meantime
    if (this.chosen !== file) return;
    this.file.set({ name: file.name, content: base64(bytes) });
    this.columns.set(draftsOf(readCsv(new TextDecoder().decode(bytes))));
  }

  protected async look(): Promise<void> {
    const [{ service, ...answers }, file] = [this.answers(), this.file()];
    if (!file || service === '' || this.missing() !== null) return;
    this.forget();
    const turn = this.turn;
    const list: SentList = { ...answers, service, file, columns: columnsOf(this.columns()) };
    await this.run(async () => {
      const result = await this.api.call(previewIncidentImport, { body: list });
      if (turn === this.turn) this.looked.set({ list, result });
    }, turn);
  }

  protected async enter(): Promise<void> {
    const looked = this.looked();
    if (!looked || !this.mayEnter() || this.busy()) return;
    this.entering.set(true);
    await this.run(async () => {
      const body: SentList = { ...looked.list, wrongRows: this.leaveOut() ? 'leave_out' : 'refuse' };
      const { counts } = await this.api.call(importIncidents, { body }, { submission: this.submission });
      this.notices.done(this.text().entered(counts.new));
      await this.router.navigate([...this.tenant.link('incidents')]);
    });
    this.entering.set(false);
  }

  private change(index: number, to: () => Partial<ColumnDraft>): void {
    this.forget();
    this.columns.update((columns) =>
      columns.map((column, at) => (at === index ? { ...column, ...to() } : column)),
    );
  }

  /** Whatever was looked at is of other answers now. */
  private forget(): void {
    this.turn += 1;
    this.looked.set(null);
    this.leaveOut.set(false);
    this.problem.set(null);
    this.busy.set(false);
    this.submission = new Submission();
  }

  private async run(work: () => Promise<unknown>, turn = this.turn): Promise<void> {
    this.busy.set(true);
    this.problem.set(null);
    try {
      await work();
    } catch (error) {
      if (turn === this.turn) this.problem.set(ApiProblem.from(error));
    } finally {
      if (turn === this.turn) this.busy.set(false);
    }
  }
}

function valueOf(event: Event): string {
  return (event.target as HTMLInputElement | HTMLSelectElement).value;
}

import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import {
  ApiProblem,
  base64,
  FileDrop,
  type Hue,
  type IconName,
  languageOf,
  Notices,
  PageHeader,
  ProblemView,
  Reader,
  saveFile,
  StatusChip,
  Submission,
  TenantApi,
  TenantContext,
  texts,
} from '@plumbline/ui';
import {
  type ImportKind,
  importKinds,
  type ImportProblem,
  type ImportResult,
  type ImportRow,
  importTemplate,
  importVendors,
  MOST_IMPORT_BYTES,
  previewVendorImport,
} from '@plumbline/vendors/schema';
import { importWords } from './import-words';

const looks: Readonly<Record<ImportRow['act'], { readonly hue: Hue; readonly icon: IconName }>> = {
  new: { hue: 'good', icon: 'plus' },
  changed: { hue: 'note', icon: 'edit' },
  unchanged: { hue: 'neutral', icon: 'dash' },
  wrong: { hue: 'bad', icon: 'cross' },
};

interface SentList {
  readonly kind: ImportKind;
  readonly file: { readonly name: string; readonly content: string };
}

/** A list of vendors or contacts: chosen, looked at, entered. */
@Component({
  selector: 'pl-import-page',
  imports: [PageHeader, ProblemView, FileDrop, StatusChip],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './import-page.html',
  styles: `
    .wide {
      max-width: 100%;
      overflow-x: auto;
    }
    table {
      width: 100%;
      border-collapse: collapse;
    }
    th,
    td {
      padding: var(--pl-1) var(--pl-3) var(--pl-1) 0;
      border-bottom: 1px solid var(--pl-line);
      text-align: start;
      vertical-align: top;
      overflow-wrap: anywhere;
    }
    label.check {
      display: flex;
      align-items: center;
      gap: var(--pl-2);
      min-height: 1.5rem;
    }
    select.pl-input {
      width: auto;
      max-width: 100%;
    }
  `,
})
export class ImportPage {
  private readonly api = inject(TenantApi);
  private readonly router = inject(Router);
  private readonly notices = inject(Notices);
  private readonly reader = inject(Reader);
  private submission = new Submission();
  protected readonly tenant = inject(TenantContext);
  protected readonly text = texts(importWords);
  protected readonly kinds = importKinds;
  protected readonly looks = looks;
  protected readonly maxBytes = MOST_IMPORT_BYTES;

  protected readonly kind = signal<ImportKind>('vendors');
  /** A list as it was sent to be looked at, with what it would do: what is entered is this list and no other. */
  private readonly looked = signal<{ readonly list: SentList; readonly result: ImportResult } | null>(null);
  private turn = 0;
  protected readonly result = computed(() => this.looked()?.result ?? null);
  protected readonly leaveOut = signal(false);
  protected readonly busy = signal(false);
  /** No other list is chosen until this one is in. */
  protected readonly entering = signal(false);
  protected readonly problem = signal<ApiProblem | null>(null);
  protected readonly unused = computed(() =>
    (this.result()?.columns ?? [])
      .flatMap(({ header, field }) => (field === null ? [header] : []))
      .join(', '),
  );
  protected readonly wholeProblems = computed(() =>
    (this.result()?.problems ?? []).some(({ code }) => code === 'column-missing'),
  );
  protected readonly toEnter = computed(() => {
    const { new: fresh = 0, changed = 0 } = this.result()?.counts ?? {};
    return fresh + changed;
  });
  protected readonly mayEnter = computed(() => {
    const result = this.result();
    if (!result || this.wholeProblems() || this.toEnter() === 0) return false;
    return result.counts.wrong === 0 || this.leaveOut();
  });

  protected setKind(event: Event): void {
    this.kind.set((event.target as HTMLSelectElement).value as ImportKind);
    this.forget();
  }

  protected template(): void {
    const language = languageOf(this.reader.locale());
    // the mark lets a spreadsheet read the accents
    saveFile(
      `${this.kind()}.csv`,
      `\uFEFF${importTemplate(this.kind(), language)}`,
      'text/csv;charset=utf-8',
    );
  }

  protected said({ code, parameters }: ImportProblem): string {
    return this.text().problems[code](parameters);
  }

  protected async look(file: File): Promise<void> {
    if (this.entering()) return;
    const kind = this.kind();
    this.forget();
    const turn = this.turn;
    const content = base64(new Uint8Array(await file.arrayBuffer()));
    if (turn !== this.turn) return;
    const list = { kind, file: { name: file.name, content } };
    await this.run(async () => {
      const result = await this.api.call(previewVendorImport, { body: list });
      // another list was chosen in the meantime
      if (turn === this.turn) this.looked.set({ list, result });
    }, turn);
  }

  protected async enter(): Promise<void> {
    const looked = this.looked();
    if (!looked || this.busy()) return;
    this.entering.set(true);
    await this.run(async () => {
      const body = {
        ...looked.list,
        wrongRows: this.leaveOut() ? ('leave_out' as const) : ('refuse' as const),
      };
      const { counts } = await this.api.call(importVendors, { body }, { submission: this.submission });
      this.notices.done(this.text().entered(counts.new, counts.changed));
      await this.router.navigate([...this.tenant.link('vendors')]);
    });
    this.entering.set(false);
  }

  /** Whatever was looked at, or is being looked at, is not shown any more. */
  private forget(): void {
    this.turn += 1;
    this.looked.set(null);
    this.leaveOut.set(false);
    this.problem.set(null);
    this.busy.set(false);
    this.submission = new Submission();
  }

  /** Of several lists chosen one after the other the last one is shown, whichever is answered first. */
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

import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import {
  ApiProblem,
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
  private readonly file = signal<{ readonly name: string; readonly content: string } | null>(null);
  protected readonly result = signal<ImportResult | null>(null);
  protected readonly leaveOut = signal(false);
  protected readonly busy = signal(false);
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
    this.result.set(null);
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
    this.result.set(null);
    this.leaveOut.set(false);
    this.submission = new Submission();
    this.file.set({ name: file.name, content: base64(new Uint8Array(await file.arrayBuffer())) });
    await this.run(async () =>
      this.result.set(await this.api.call(previewVendorImport, { body: this.body() })),
    );
  }

  protected enter(): Promise<void> {
    return this.run(async () => {
      const body = {
        ...this.body(),
        wrongRows: this.leaveOut() ? ('leave_out' as const) : ('refuse' as const),
      };
      const { counts } = await this.api.call(importVendors, { body }, { submission: this.submission });
      this.notices.done(this.text().entered(counts.new, counts.changed));
      await this.router.navigate([...this.tenant.link('vendors')]);
    });
  }

  private body() {
    return { kind: this.kind(), file: this.file() };
  }

  private async run(work: () => Promise<unknown>): Promise<void> {
    if (this.busy()) return;
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

function base64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
}

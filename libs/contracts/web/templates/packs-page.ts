import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  type AgreedLimit,
  changeSlaPack,
  createSlaPack,
  listSlaPacks,
  type PackLevelAnswer,
  retireSlaPack,
  type SlaPack,
} from '@plumbline/contracts/schema';
import {
  ApiProblem,
  Confirm,
  Icon,
  InstantPipe,
  languageOf,
  Notices,
  PageHeader,
  pageResource,
  PageStateView,
  ProblemView,
  Reader,
  StatusChip,
  Submission,
  TenantApi,
  TenantContext,
  texts,
  writeTarget,
} from '@plumbline/ui';
import { MetricsStore } from '../metrics-store';
import { segmentText } from '../parity/parity-cells';
import { packWords } from './pack-words';

interface Edited {
  readonly name: string;
  readonly levels: readonly PackLevelAnswer[];
}

/** Packs that ship, to be copied, and a tenant's own, to be changed. */
@Component({
  selector: 'pl-packs-page',
  imports: [PageHeader, PageStateView, ProblemView, StatusChip, Icon, RouterLink, InstantPipe],
  providers: [MetricsStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './packs-page.html',
  styles: `
    section + section {
      margin-top: var(--pl-3);
    }
    ul {
      display: grid;
      gap: var(--pl-1);
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--pl-3);
      border-bottom: 1px solid var(--pl-line);
    }
    .what {
      flex: 1 1 14rem;
    }
    .narrow {
      display: grid;
      gap: var(--pl-1);
      max-width: 28rem;
    }
    .weight.pl-input {
      width: 5rem;
    }
    .copy {
      align-self: end;
    }
  `,
})
export class PacksPage {
  private readonly api = inject(TenantApi);
  private readonly reader = inject(Reader);
  private readonly notices = inject(Notices);
  private readonly confirm = inject(Confirm);
  private readonly metrics = inject(MetricsStore);
  private submission = new Submission();
  protected readonly tenant = inject(TenantContext);
  protected readonly text = texts(packWords);
  protected readonly busy = signal(false);
  protected readonly problem = signal<ApiProblem | null>(null);
  private readonly copyNames = signal<Readonly<Record<string, string>>>({});
  private readonly editedOf = signal<Readonly<Record<string, Edited>>>({});
  private readonly unitOf = computed(
    () => new Map((this.metrics.metrics.value() ?? []).map(({ code, unit }) => [code, unit])),
  );

  protected readonly packs = pageResource({
    params: () => languageOf(this.reader.locale()),
    load: (language, signal) => this.api.call(listSlaPacks, { query: { language } }, { signal }),
  });

  protected edited(pack: SlaPack): Edited {
    return this.editedOf()[pack.key] ?? pack;
  }

  protected isChanged({ key }: SlaPack): boolean {
    return this.editedOf()[key] !== undefined;
  }

  protected rename(pack: SlaPack, event: Event): void {
    this.edit(pack, { name: (event.target as HTMLInputElement).value });
  }

  protected weigh(pack: SlaPack, index: number, event: Event): void {
    const weight = (event.target as HTMLInputElement).value.trim();
    const levels = this.edited(pack).levels.map((level, at) => (at === index ? { ...level, weight } : level));
    this.edit(pack, { levels });
  }

  protected remove(pack: SlaPack, index: number): void {
    this.edit(pack, { levels: this.edited(pack).levels.filter((_, at) => at !== index) });
  }

  protected segmentOf({ segment }: PackLevelAnswer): string {
    return segmentText(segment, this.text().everything);
  }

  protected limitOf({ metric, target }: { readonly metric: string; readonly target: AgreedLimit }): string {
    return writeTarget(target, this.unitOf().get(metric) ?? 'count', this.reader.locale());
  }

  protected copyName({ key }: SlaPack): string {
    return this.copyNames()[key] ?? '';
  }

  protected nameCopy({ key }: SlaPack, event: Event): void {
    const name = (event.target as HTMLInputElement).value;
    this.copyNames.update((all) => ({ ...all, [key]: name }));
  }

  protected copy(pack: SlaPack): Promise<void> {
    return this.run(async () => {
      const body = { name: this.copyName(pack), copyOf: pack.key };
      const made = await this.api.call(createSlaPack, { body }, { submission: this.submission });
      this.submission = new Submission();
      this.copyNames.update(({ [pack.key]: _, ...others }) => others);
      this.packs.set({ items: [...(this.packs.value()?.items ?? []), made] });
      this.notices.done(this.text().copied(made.name));
    });
  }

  protected submit(event: Event, pack: SlaPack): Promise<void> {
    event.preventDefault();
    if (pack.shipped) return Promise.resolve();
    return this.run(async () => {
      const { name, levels } = this.edited(pack);
      const saved = await this.api.call(
        changeSlaPack,
        { params: { slaPackId: pack.key }, body: { name, levels: [...levels] } },
        { ifMatch: `"${pack.version ?? 0}"` },
      );
      this.editedOf.update(({ [pack.key]: _, ...others }) => others);
      const items = (this.packs.value()?.items ?? []).map((each) => (each.key === saved.key ? saved : each));
      this.packs.set({ items });
      this.notices.done(this.text().saved(saved.name, saved.version ?? 1));
    });
  }

  protected async retire(pack: SlaPack): Promise<void> {
    const text = this.text();
    const question = { title: text.retireTitle(pack.name), effect: text.retireEffect, action: text.retire };
    if (!(await this.confirm.ask(question))) return;
    await this.run(async () => {
      const options = { ifMatch: `"${pack.version ?? 0}"` };
      await this.api.call(retireSlaPack, { params: { slaPackId: pack.key } }, options);
      const items = (this.packs.value()?.items ?? []).filter(({ key }) => key !== pack.key);
      this.packs.set({ items });
      this.notices.done(text.retired(pack.name));
    });
  }

  private edit(pack: SlaPack, change: Partial<Edited>): void {
    const { name, levels } = this.edited(pack);
    this.editedOf.update((all) => ({ ...all, [pack.key]: { name, levels, ...change } }));
  }

  private async run(work: () => Promise<void>): Promise<void> {
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

import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import {
  type AgreedLimit,
  changeSlaPack,
  createSlaPack,
  listSlaPacks,
  type PackLevelAnswer,
  type SlaPack,
} from '@plumbline/contracts/schema';
import {
  ApiProblem,
  Icon,
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

const words = {
  en: {
    title: 'Packs of SLAs',
    lead: 'SLAs that belong together, to fill a draft with. Those that ship never change; a copy is yours.',
    contracts: 'Contracts',
    shipped: 'Ships',
    own: 'Yours',
    name: 'Name',
    copyName: (name: string) => `Name of your copy of ${name}`,
    copy: 'Copy',
    copied: (name: string) => `${name} is yours now.`,
    save: 'Save',
    saved: (name: string) => `${name} was saved.`,
    weight: (name: string) => `Weight of ${name}`,
    remove: (name: string) => `Remove ${name}`,
    slas: (count: number) => (count === 1 ? '1 SLA' : `${count} SLAs`),
    everything: 'everything',
    points: 'points',
  },
  es: {
    title: 'Paquetes de SLA',
    lead: 'SLA que van juntos, para llenar un borrador. Los que se entregan no cambian; una copia es suya.',
    contracts: 'Contratos',
    shipped: 'Se entrega',
    own: 'Suyo',
    name: 'Nombre',
    copyName: (name: string) => `Nombre de su copia de ${name}`,
    copy: 'Copiar',
    copied: (name: string) => `${name} es suyo ahora.`,
    save: 'Guardar',
    saved: (name: string) => `${name} se guardó.`,
    weight: (name: string) => `Peso de ${name}`,
    remove: (name: string) => `Quitar ${name}`,
    slas: (count: number) => (count === 1 ? '1 SLA' : `${count} SLA`),
    everything: 'todo',
    points: 'puntos',
  },
};

interface Edited {
  readonly name: string;
  readonly levels: readonly PackLevelAnswer[];
}

/** Packs that ship, to be copied, and a tenant's own, to be changed. */
@Component({
  selector: 'pl-packs-page',
  imports: [PageHeader, PageStateView, ProblemView, StatusChip, Icon],
  providers: [MetricsStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="pl-stack">
      <pl-page-header
        [title]="text().title"
        [lead]="text().lead"
        [breadcrumbs]="[{ text: text().contracts, link: tenant.link('contracts') }]"
      />
      @if (problem(); as found) {
        <pl-problem [problem]="found" />
      }
      <pl-page-state [state]="packs.state()" (retry)="packs.reload()">
        @for (pack of packs.value()?.items ?? []; track pack.key) {
          <section class="pl-panel pl-stack" [attr.aria-label]="pack.name">
            <h2 class="pl-row">
              {{ pack.name }}
              <pl-status
                [hue]="pack.shipped ? 'neutral' : 'note'"
                [icon]="pack.shipped ? 'file' : 'edit'"
                [text]="pack.shipped ? text().shipped : text().own"
              />
              <span class="pl-muted pl-small">{{ text().slas(edited(pack).levels.length) }}</span>
            </h2>
            @if (pack.about) {
              <p class="pl-muted">{{ pack.about }}</p>
            }
            <form class="pl-stack" novalidate (submit)="submit($event, pack)">
              @if (!pack.shipped) {
                <label class="narrow">
                  {{ text().name }}
                  <input
                    class="pl-input"
                    maxlength="120"
                    [value]="edited(pack).name"
                    (input)="rename(pack, $event)"
                  />
                </label>
              }
              <ul>
                @for (level of edited(pack).levels; track $index; let index = $index) {
                  <li>
                    <span class="what"
                      >{{ level.name }} <span class="pl-muted">{{ segmentOf(level) }}</span></span
                    >
                    <span class="pl-number">{{ limitOf(level) }}</span>
                    @if (pack.shipped) {
                      <span class="pl-number">{{ level.weight }} {{ text().points }}</span>
                    } @else {
                      <input
                        class="pl-input weight"
                        inputmode="decimal"
                        [attr.aria-label]="text().weight(level.name)"
                        [value]="level.weight"
                        (input)="weigh(pack, index, $event)"
                      />
                      <button
                        class="pl-button"
                        data-kind="icon"
                        type="button"
                        [attr.aria-label]="text().remove(level.name)"
                        (click)="remove(pack, index)"
                      >
                        <pl-icon name="close" />
                      </button>
                    }
                  </li>
                }
              </ul>
              @if (pack.shipped) {
                <div class="pl-row">
                  <label class="narrow">
                    {{ text().copyName(pack.name) }}
                    <input
                      class="pl-input"
                      maxlength="120"
                      [value]="copyName(pack)"
                      (input)="nameCopy(pack, $event)"
                    />
                  </label>
                  <button
                    class="pl-button copy"
                    type="button"
                    [disabled]="busy() || copyName(pack).trim() === ''"
                    (click)="copy(pack)"
                  >
                    {{ text().copy }}
                  </button>
                </div>
              } @else {
                <button class="pl-button" [disabled]="busy() || !isChanged(pack)">{{ text().save }}</button>
              }
            </form>
          </section>
        }
      </pl-page-state>
    </div>
  `,
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
    form > button {
      justify-self: start;
    }
  `,
})
export class PacksPage {
  private readonly api = inject(TenantApi);
  private readonly reader = inject(Reader);
  private readonly notices = inject(Notices);
  private readonly metrics = inject(MetricsStore);
  private submission = new Submission();
  protected readonly tenant = inject(TenantContext);
  protected readonly text = texts(words);
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
      this.notices.done(this.text().saved(saved.name));
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

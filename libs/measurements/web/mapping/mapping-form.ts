import {
  ChangeDetectionStrategy,
  Component,
  Injector,
  type OnInit,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  output,
  runInInjectionContext,
  untracked,
} from '@angular/core';
import { FormField, disabled, form, validateTree } from '@angular/forms/signals';
import {
  type GrainName,
  type KpiFile,
  dimensionNames,
  grainNames,
  mapKpiFile,
} from '@plumbline/measurements/schema';
import {
  ApiProblem,
  Control,
  type Draft,
  Field,
  Icon,
  ProblemSummary,
  Reader,
  TenantApi,
  TenantContext,
  formSubmitter,
  keepDraft,
  texts,
  zoneCity,
  languageOf,
} from '@plumbline/ui';
import { etagOf } from '../etag-of';
import { fieldAt } from '../field-at';
import { withFieldPaths } from '../with-field-paths';
import { CaseFields } from './case-fields';
import { columnChoices, nameChoices } from './column-choices';
import { ColumnRow } from './column-row';
import {
  type MappingDraft,
  acknowledges,
  blankName,
  columnsSay,
  draftOfColumns,
  draftOfMapping,
  withChoice,
} from './mapping-draft';
import { draftPath, problemsOfDraft, readyMapping } from './mapping-problems';
import { type MappingStart, MappingStore } from './mapping-store';
import { mappingWords } from './mapping-words';
import { RowPreview } from './row-preview';
import { ZoneField, type ZoneSuggestion } from './zone-field';

/** What the columns of one file mean, and how its rows are to be read: validated by the schema the server validates with. */
@Component({
  selector: 'pl-mapping-form',
  imports: [ColumnRow, CaseFields, ZoneField, RowPreview, Field, Control, FormField, ProblemSummary, Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './mapping-form.html',
  styleUrl: './mapping-form.css',
})
export class MappingForm implements OnInit {
  readonly file = input.required<KpiFile>();
  readonly start = input.required<MappingStart>();
  readonly sent = output<KpiFile>();

  private readonly api = inject(TenantApi);
  private readonly reader = inject(Reader);
  private readonly tenant = inject(TenantContext);
  private readonly injector = inject(Injector);
  protected readonly store = inject(MappingStore);
  protected readonly text = texts(mappingWords);
  protected readonly grains: readonly GrainName[] = grainNames;
  protected readonly dimensions = dimensionNames;
  private draft: Draft | null = null;

  private readonly units = computed(
    () => new Map(this.start().measures.map(({ code, unit }) => [code, unit] as const)),
  );
  protected readonly choices = computed(() => columnChoices(this.start().measures, this.text()));
  protected readonly nameChoices = computed(() => nameChoices(this.start().measures, this.text()));

  // written anew only for another start: what the server tells of the file meanwhile leaves the answers alone
  protected readonly model = linkedSignal<MappingStart, MappingDraft>({
    source: this.start,
    computation: ({ suggestion }) => {
      const { name, vendor } = untracked(this.file);
      const units = untracked(this.units);
      const remembered = suggestion.saved?.name ?? `${vendor.name}: ${name}`.slice(0, 120);
      return suggestion.mapping
        ? draftOfMapping(suggestion.mapping, remembered, units)
        : draftOfColumns(suggestion.columns, suggestion.grain, remembered, units, {
            ...suggestion.layout,
            decimal: suggestion.decimal,
          });
    },
  });

  protected readonly form = form(this.model, (path) => {
    for (const name of dimensionNames)
      disabled(path.constants[name], ({ valueOf }) => columnsSay(valueOf(path), name));
    validateTree(path, ({ value, fieldTree }) =>
      problemsOfDraft(value(), this.units(), this.text(), languageOf(this.reader.locale())).map(
        (problem) => ({
          kind: 'mapping',
          message: problem.text,
          fieldTree: fieldAt(fieldTree, problem.path),
        }),
      ),
    );
  });

  protected readonly submitter = formSubmitter(this.form, async () => {
    const mapping = readyMapping(this.model(), this.units());
    if (mapping === null) return;
    try {
      const file = await this.api.call(
        mapKpiFile,
        { params: { kpiFileId: this.file().id }, body: { mapping, name: this.model().name } },
        { ifMatch: etagOf(this.file()) },
      );
      this.draft?.discard();
      this.sent.emit(file);
    } catch (error) {
      throw withFieldPaths(ApiProblem.from(error), (path) => draftPath(path, this.model()));
    }
  });

  protected readonly acknowledges = computed(() => acknowledges(this.model()));
  protected readonly namesVendors = computed(() =>
    this.model().columns.some(({ choice }) => choice === 'vendor'),
  );
  protected readonly usedCount = computed(
    () => this.model().columns.filter(({ choice }) => choice !== 'ignore').length,
  );
  protected readonly zones = computed((): readonly ZoneSuggestion[] => {
    const { vendor, tenant, reader } = this.text().zoneIs;
    const all = [
      { zone: this.start().vendorZone, whose: vendor(this.file().vendor.name) },
      { zone: this.tenant.timeZone(), whose: tenant(this.tenant.name()) },
      { zone: this.reader.timeZone, whose: reader },
    ];
    return all.filter(({ zone }, at) => all.findIndex((each) => each.zone === zone) === at);
  });
  protected readonly savedText = computed(() => {
    const saved = this.start().suggestion.mapping;
    if (saved?.cases) return this.text().savedCases(zoneCity(saved.timezone));
    return saved
      ? this.text().savedText(this.text().grains[saved.grain].toLowerCase(), zoneCity(saved.timezone))
      : '';
  });

  constructor() {
    effect(() => this.store.mapping.set(readyMapping(this.model(), this.units())));
  }

  ngOnInit(): void {
    runInInjectionContext(this.injector, () => {
      const { sheet = '', headerLine = '' } = this.start().suggestion.layout;
      this.draft = keepDraft(
        this.model,
        `${this.tenant.slug}:kpi-file-meaning:${this.file().id}:${headerLine}:${sheet}`,
      );
    });
  }

  protected samplesOf(index: number): readonly string[] {
    return this.start().suggestion.layout.columns[index]?.samples ?? [];
  }

  protected saidByColumn(dimension: string): boolean {
    return columnsSay(this.model(), dimension);
  }

  protected choose(index: number, choice: string): void {
    const samples = this.samplesOf(index);
    this.changeColumn(index, (column) => withChoice(column, choice, samples, this.units()));
  }

  protected addName(index: number): void {
    this.changeColumn(index, (column) => ({ ...column, names: [...column.names, blankName('')] }));
  }

  protected removeName(index: number, at: number): void {
    this.changeColumn(index, (column) => ({ ...column, names: column.names.toSpliced(at, 1) }));
  }

  private changeColumn(
    index: number,
    change: (column: MappingDraft['columns'][number]) => MappingDraft['columns'][number],
  ): void {
    this.model.update((draft) => {
      const column = draft.columns[index];
      return column ? { ...draft, columns: draft.columns.with(index, change(column)) } : draft;
    });
  }
}

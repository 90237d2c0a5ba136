import { NgTemplateOutlet } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import {
  type AgreedLimit,
  cellStates,
  exportParityMatrix,
  newestFloors,
  type ParityContract,
  type ParityFinding,
} from '@plumbline/contracts/schema';
import {
  type Column,
  DataTable,
  DatePipe,
  Empty,
  formatDate,
  Icon,
  PageHeader,
  PageStateView,
  Reader,
  StatusChip,
  TableCell,
  TenantApi,
  TenantContext,
  texts,
  writeTarget,
  languageOf,
} from '@plumbline/ui';
import {
  countsOf,
  filteredMatrix,
  metricsOf,
  missesFloor,
  segmentText,
  type ShownCell,
  type ShownRow,
  stateOf,
  vendorsOf,
} from './parity-cells';
import { ParityDrawers } from './parity-drawers';
import { matrixWords } from './parity-page-words';
import { ParityStore } from './parity-store';
import { parityLook, parityPageWords } from './parity-words';

/** Contracts in force side by side with internal targets and floors (V3); a list at phone width. */
@Component({
  selector: 'pl-parity-page',
  imports: [
    ...[PageHeader, PageStateView, Empty, StatusChip, Icon, DataTable, TableCell],
    ...[RouterLink, NgTemplateOutlet, DatePipe],
  ],
  providers: [ParityStore, ParityDrawers],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './parity-page.html',
  styleUrl: './parity-page.css',
})
export class ParityPage {
  /** From the address. */
  readonly on = input<string>();
  readonly vendorId = input<string>();
  readonly metricId = input<string>();
  readonly state = input<string>();
  /** From the address: `<contract>|<row>` of the cell that is explained. */
  readonly cell = input<string>();

  private readonly api = inject(TenantApi);
  private readonly router = inject(Router);
  private readonly reader = inject(Reader);
  private readonly drawers = inject(ParityDrawers);
  protected readonly tenant = inject(TenantContext);
  protected readonly store = inject(ParityStore);
  protected readonly text = texts(matrixWords);
  protected readonly words = texts(parityPageWords);
  protected readonly look = parityLook;
  protected readonly states = cellStates;
  protected readonly missesFloor = missesFloor;
  protected readonly stateOf = stateOf;
  protected readonly countsOf = countsOf;
  protected readonly byId = (row: ParityFinding): string => row.id;

  protected readonly vendors = computed(() => {
    const matrix = this.store.matrix.value();
    return matrix ? vendorsOf(matrix) : [];
  });
  protected readonly metrics = computed(() => {
    const matrix = this.store.matrix.value();
    return matrix ? metricsOf(matrix) : [];
  });
  protected readonly shown = computed(() => {
    const matrix = this.store.matrix.value();
    if (!matrix) return null;
    return filteredMatrix(matrix, {
      vendorId: this.vendorId() || undefined,
      metricId: this.metricId() || undefined,
      state: cellStates.find((each) => each === this.state()),
    });
  });

  protected readonly columns = computed((): readonly Column<ParityFinding>[] => {
    const [text, words, locale] = [this.text(), this.words(), this.reader.locale()];
    const against = ({ against, floorCode }: ParityFinding) =>
      against === 'floor'
        ? (newestFloors.find(({ code }) => code === floorCode)?.title[languageOf(this.reader.locale())] ??
          floorCode ??
          '')
        : text.internal;
    return [
      { key: 'found', header: text.found, text: ({ verdict }) => words.states[verdict] },
      {
        key: 'contract',
        header: text.contract,
        text: ({ vendor, contract }) => `${vendor.name}, ${contract.reference}`,
        link: ({ contract }) => this.tenant.link('contracts', contract.id),
      },
      {
        key: 'metric',
        header: text.metric,
        text: ({ metric, segment }) => `${metric.name} · ${segmentText(segment, words.everything)}`,
      },
      { key: 'against', header: text.against, text: against },
      {
        key: 'since',
        header: text.sinceHead,
        text: ({ opened }) => formatDate(opened.since, locale),
        sortBy: ({ opened }) => opened.since,
        exported: ({ opened }) => opened.since,
      },
      { key: 'by', header: text.by, text: ({ opened }) => words.causes[opened.cause](opened.number) },
      {
        key: 'ended',
        header: text.ended,
        text: ({ closed }) =>
          closed
            ? text.endedAs(
                words.closings[closed.verdict],
                formatDate(closed.since, locale),
                words.causes[closed.cause](closed.number),
              )
            : text.stillOpen,
      },
    ];
  });

  constructor() {
    effect(() => this.store.on.set(/^\d{4}-\d{2}-\d{2}$/.test(this.on() ?? '') ? this.on() : null));
    effect(() => {
      const [contractId, row] = (this.cell() ?? '').split('|');
      this.drawers.show(contractId && row ? { contractId, row, on: this.on() } : null);
    });
  }

  protected segmentOf({ segment }: ShownRow): string {
    return segmentText(segment, this.words().everything);
  }

  protected limit(target: AgreedLimit, { metric }: ShownRow): string {
    return writeTarget(target, metric.unit, this.reader.locale());
  }

  /** What a cell is about, for who does not see its row and column. */
  protected nameOf(row: ShownRow, contract: ParityContract): string {
    return this.text().why(`${row.metric.name} (${this.segmentOf(row)})`, contract.vendor.name);
  }

  protected why({ contractId }: ShownCell, { id }: ShownRow): void {
    this.navigate({ cell: `${contractId}|${id}` });
  }

  protected ask(name: string, event: Event): void {
    this.navigate({ [name]: (event.target as HTMLInputElement | HTMLSelectElement).value || null });
  }

  protected exportUrl(format: 'csv' | 'json'): string {
    const query = { on: this.store.matrix.value()?.on, vendorId: this.vendorId() || undefined };
    return this.api.urlOf(exportParityMatrix, { params: { format }, query });
  }

  private navigate(queryParams: Record<string, string | null>): void {
    void this.router.navigate([], { queryParams, queryParamsHandling: 'merge' });
  }
}

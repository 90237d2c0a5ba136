import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type InternalTarget, listInternalTargets } from '@plumbline/contracts/schema';
import {
  type Column,
  DataTable,
  Empty,
  formatDate,
  PageHeader,
  pageResource,
  PageStateView,
  Reader,
  TenantApi,
  TenantContext,
  texts,
  writeTarget,
} from '@plumbline/ui';
import { segmentText } from './parity-cells';
import { parityPageWords } from './parity-words';

const words = {
  en: {
    title: 'Internal targets',
    lead: 'What the insurer itself expects, by metric and part of the service. Vendors never see it.',
    parity: 'SLA parity',
    add: 'Set an internal target',
    none: 'No internal target yet',
    noneText: 'Set what you expect: every contract is held against it at once.',
    metric: 'Metric',
    segment: 'Part of the service',
    target: 'In force',
    nothing: 'nothing',
    from: 'From',
    demanded: 'Demanded of',
    versions: 'Versions',
    reason: 'Reason',
  },
  es: {
    title: 'Objetivos internos',
    lead: 'Lo que la propia aseguradora espera, por métrica y parte del servicio. Los proveedores nunca lo ven.',
    parity: 'Paridad de SLA',
    add: 'Fijar un objetivo interno',
    none: 'Aún no hay objetivos internos',
    noneText: 'Fije lo que espera: cada contrato se compara con ello al momento.',
    metric: 'Métrica',
    segment: 'Parte del servicio',
    target: 'En vigor',
    nothing: 'nada',
    from: 'Desde',
    demanded: 'Se exige a',
    versions: 'Versiones',
    reason: 'Motivo',
  },
};

@Component({
  selector: 'pl-targets-page',
  imports: [PageHeader, PageStateView, Empty, DataTable, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="pl-stack">
      <pl-page-header
        [title]="text().title"
        [lead]="text().lead"
        [breadcrumbs]="[{ text: text().parity, link: tenant.link('parity') }]"
      >
        @if (tenant.can('parity.write')) {
          <a class="pl-button" data-kind="primary" [routerLink]="tenant.link('parity', 'targets', 'new')">{{
            text().add
          }}</a>
        }
      </pl-page-header>
      <pl-page-state [state]="targets.state()" (retry)="targets.reload()">
        <pl-empty plEmpty icon="contracts" [title]="text().none" [text]="text().noneText">
          @if (tenant.can('parity.write')) {
            <a class="pl-button" data-kind="primary" [routerLink]="tenant.link('parity', 'targets', 'new')">{{
              text().add
            }}</a>
          }
        </pl-empty>
        <pl-data-table
          [caption]="text().title"
          [rows]="targets.value()?.items ?? []"
          [columns]="columns()"
          [trackBy]="byId"
          (open)="show($event)"
        />
      </pl-page-state>
    </div>
  `,
})
export class TargetsPage {
  private readonly api = inject(TenantApi);
  private readonly router = inject(Router);
  private readonly reader = inject(Reader);
  protected readonly tenant = inject(TenantContext);
  protected readonly text = texts(words);
  private readonly words = texts(parityPageWords);
  protected readonly byId = (row: InternalTarget): string => row.id;

  protected readonly targets = pageResource({
    params: () => true,
    load: (_, signal) => this.api.call(listInternalTargets, { query: {} }, { signal }),
    isEmpty: ({ items }) => items.length === 0,
  });

  protected readonly columns = computed((): readonly Column<InternalTarget>[] => {
    const [text, words, locale] = [this.text(), this.words(), this.reader.locale()];
    const now = ({ versions, inForce }: InternalTarget) => versions.find(({ number }) => number === inForce);
    return [
      {
        key: 'metric',
        header: text.metric,
        text: ({ metric }) => metric.name,
        link: ({ id }) => this.tenant.link('parity', 'targets', id),
      },
      { key: 'segment', header: text.segment, text: ({ segment }) => segmentText(segment, words.everything) },
      {
        key: 'target',
        header: text.target,
        numeric: true,
        sortBy: false,
        text: (row) => {
          const target = now(row)?.target;
          return target ? writeTarget(target, row.metric.unit, locale) : text.nothing;
        },
      },
      {
        key: 'from',
        header: text.from,
        text: (row) => formatDate((now(row) ?? row.versions.at(-1))?.effectiveFrom ?? '', locale),
        sortBy: (row) => (now(row) ?? row.versions.at(-1))?.effectiveFrom ?? null,
        exported: (row) => (now(row) ?? row.versions.at(-1))?.effectiveFrom ?? '',
      },
      {
        key: 'demanded',
        header: text.demanded,
        text: (row) =>
          (now(row)?.services ?? []).map((service) => words.services[service]).join(', ') ||
          words.everyVendor,
      },
      {
        key: 'versions',
        header: text.versions,
        numeric: true,
        text: ({ versions }) => `${versions.length}`,
        sortBy: ({ versions }) => versions.length,
      },
      { key: 'reason', header: text.reason, text: (row) => now(row)?.reason ?? '', hidden: true },
    ];
  });

  protected show({ id }: InternalTarget): void {
    void this.router.navigate([...this.tenant.link('parity', 'targets', id)]);
  }
}

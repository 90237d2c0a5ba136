import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { AgreedServiceLevel, Clause, ContractVersion } from '@plumbline/contracts/schema';
import { segmentDimensions } from '@plumbline/contracts/schema';
import { windowName } from '@plumbline/sla-engine';
import {
  type Column,
  DataTable,
  DatePipe,
  FigurePipe,
  formatTarget,
  languageOf,
  Reader,
  TenantContext,
  texts,
  writeTarget,
} from '@plumbline/ui';
import { clauseTerms, clauseTermWords } from './clause-terms';
import { contractWords } from './contract-words';
import { FindingsList } from './findings-list';

const words = {
  en: {
    term: 'Term and reporting',
    inForce: 'In force',
    from: 'from',
    until: 'until before',
    open: 'open-ended',
    zone: 'Time zone',
    due: 'KPI file due',
    dueText: (day: number) => `by the end of day ${day} of the following month`,
    coverage: 'Minimum coverage',
    claimed: 'Percent-only figures',
    claimedYes: 'shown as claimed, never scored',
    claimedNo: 'refused',
    speed: 'Why speed outweighs',
    findings: 'Findings',
    noFindings: 'Every clause that is demanded is there.',
    waivers: 'Waivers of this contract',
    slas: 'SLAs',
    weights: (total: string) => `Weights add to ${total}.`,
    name: 'Name',
    metric: 'Metric',
    segment: 'Part of the service',
    window: 'Judged over',
    target: 'Target',
    sample: 'Minimum sample',
    weight: 'Weight',
    clause: 'Clause',
    clauses: 'Clauses',
    page: (page: number) => `page ${page}`,
  },
  es: {
    term: 'Vigencia e informes',
    inForce: 'En vigor',
    from: 'desde',
    until: 'hasta antes de',
    open: 'sin fin',
    zone: 'Zona horaria',
    due: 'Archivo KPI',
    dueText: (day: number) => `hasta el final del día ${day} del mes siguiente`,
    coverage: 'Cobertura mínima',
    claimed: 'Cifras solo en porcentaje',
    claimedYes: 'se muestran como declaradas, nunca puntúan',
    claimedNo: 'se rechazan',
    speed: 'Por qué pesa más la rapidez',
    findings: 'Hallazgos',
    noFindings: 'Están todas las cláusulas que se exigen.',
    waivers: 'Dispensas de este contrato',
    slas: 'SLA',
    weights: (total: string) => `Los pesos suman ${total}.`,
    name: 'Nombre',
    metric: 'Métrica',
    segment: 'Parte del servicio',
    window: 'Se juzga por',
    target: 'Objetivo',
    sample: 'Muestra mínima',
    weight: 'Peso',
    clause: 'Cláusula',
    clauses: 'Cláusulas',
    page: (page: number) => `página ${page}`,
  },
};

/** One version of a contract: what it lacks, its SLAs with their targets, its clauses. */
@Component({
  selector: 'pl-version-view',
  imports: [DataTable, FindingsList, DatePipe, FigurePipe, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './version-view.html',
  styles: `
    :host {
      display: block;
    }
    .clause + .clause {
      border-top: 1px solid var(--pl-line);
      padding-top: var(--pl-3);
    }
    .passage {
      max-width: 70ch;
      white-space: pre-line;
    }
  `,
})
export class VersionView {
  readonly version = input.required<ContractVersion>();

  private readonly reader = inject(Reader);
  protected readonly tenant = inject(TenantContext);
  protected readonly text = texts(words);
  protected readonly words = texts(contractWords);
  private readonly termWords = texts(clauseTermWords);
  protected readonly byId = (sla: AgreedServiceLevel): string => sla.id;

  protected readonly columns = computed((): readonly Column<AgreedServiceLevel>[] => {
    const text = this.text();
    return [
      { key: 'name', header: text.name, text: ({ name }) => name },
      {
        key: 'metric',
        header: text.metric,
        text: ({ metric }) => metric.name,
        link: ({ metricId }) => this.tenant.link('metrics', metricId),
      },
      { key: 'segment', header: text.segment, text: (sla) => this.segmentOf(sla) },
      {
        key: 'window',
        header: text.window,
        text: ({ window }) => windowName(window, languageOf(this.reader.locale())),
        exported: ({ window }) => window,
      },
      { key: 'target', header: text.target, text: (sla) => this.targetOf(sla), numeric: true, sortBy: false },
      {
        key: 'sample',
        header: text.sample,
        text: ({ minimumSample }) => (minimumSample === 0 ? '–' : `${minimumSample}`),
        sortBy: ({ minimumSample }) => minimumSample,
        numeric: true,
      },
      {
        key: 'weight',
        header: text.weight,
        text: ({ weight }) => formatTarget(weight, 'points', this.reader.locale()),
        sortBy: ({ weight }) => Number(weight),
        exported: ({ weight }) => weight,
        numeric: true,
      },
      { key: 'clause', header: text.clause, text: ({ clauseNumber }) => clauseNumber },
    ];
  });

  protected termOf(clause: Clause): string {
    return clauseTerms(clause, this.termWords());
  }

  private segmentOf({ segment }: AgreedServiceLevel): string {
    const named = segmentDimensions.flatMap((dimension) => segment[dimension] ?? []);
    return named.length === 0 ? this.words().whole : named.join(' · ');
  }

  private targetOf({ target, metric }: AgreedServiceLevel): string {
    return writeTarget(target, metric.unit, this.reader.locale());
  }
}

import { ChangeDetectionStrategy, Component, computed, inject, input, model } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import { clauseKinds, terms, versionFindings, weightsTotal } from '@plumbline/contracts/schema';
import { Control, Field, Icon, texts } from '@plumbline/ui';
import { ClausePolicyStore } from './clause-policy-store';
import { ClauseFields } from './clause-fields';
import { FindingsList } from './findings-list';
import { SlaFields } from './sla-fields';
import { emptyClause, emptySla, type KnownMetric, type TermsModel, toTermsInput } from './terms-model';

const words = {
  en: {
    term: 'Term and reporting',
    from: 'In force from',
    until: 'Until before',
    open: 'Open-ended',
    zone: 'Time zone of the figures',
    due: 'KPI file due by day',
    dueHint: 'of the following month, end of day in that zone',
    coverage: 'Minimum coverage',
    coverageHint: 'Share of the weight that needs a verdict, else the score is withheld',
    claimed: 'Percent-only figures are shown as claimed',
    claimedHint: 'They stand beside and are never scored',
    contractTerm: 'Term of the contract',
    contractTermLead:
      'How long the contract as a whole runs; its owner is reminded of its end and of the last day of notice.',
    startsOn: 'First day',
    endsOn: 'Last day',
    renewal: 'Renews by itself for',
    renewalHint: 'Empty: it ends on its last day',
    notice: 'Notice before the end',
    noticeHint: 'The whole period lies between the day of notice and the end',
    noticeIn: 'Notice is counted in',
    days: 'days',
    months: 'months',
    clauses: 'Clauses',
    addClause: 'Add a clause',
    slas: 'SLAs',
    addSla: 'Add an SLA',
    weights: (total: string) => `Weights add to ${total} of 100.`,
    speed: 'Why speed may outweigh quality and compliance',
    speedHint: 'Needed only where it does; kept with the contract',
    findings: 'What this version lacks',
  },
  es: {
    term: 'Vigencia e informes',
    from: 'En vigor desde',
    until: 'Hasta antes de',
    open: 'Sin fin',
    zone: 'Zona horaria de las cifras',
    due: 'Archivo KPI hasta el día',
    dueHint: 'del mes siguiente, al final del día en esa zona',
    coverage: 'Cobertura mínima',
    coverageHint: 'Parte del peso que necesita un veredicto; si no, la puntuación se retiene',
    claimed: 'Las cifras solo en porcentaje se muestran como declaradas',
    claimedHint: 'Se muestran al lado y nunca puntúan',
    contractTerm: 'Duración del contrato',
    contractTermLead:
      'Cuánto dura el contrato entero; a su responsable se le recuerda el fin y el último día de aviso.',
    startsOn: 'Primer día',
    endsOn: 'Último día',
    renewal: 'Se renueva solo por',
    renewalHint: 'Vacío: termina en su último día',
    notice: 'Aviso antes del fin',
    noticeHint: 'El plazo entero queda entre el día del aviso y el fin',
    noticeIn: 'El aviso se cuenta en',
    days: 'días',
    months: 'meses',
    clauses: 'Cláusulas',
    addClause: 'Añadir una cláusula',
    slas: 'SLA',
    addSla: 'Añadir un SLA',
    weights: (total: string) => `Los pesos suman ${total} de 100.`,
    speed: 'Por qué la rapidez puede pesar más que calidad y cumplimiento',
    speedHint: 'Solo hace falta donde es así; se guarda con el contrato',
    findings: 'Qué le falta a esta versión',
  },
};

/** The terms of a draft: term, clauses, SLAs, and what they lack as they are typed. */
@Component({
  selector: 'pl-terms-editor',
  imports: [Field, Control, FormField, Icon, ClauseFields, SlaFields, FindingsList],
  providers: [ClausePolicyStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './terms-editor.html',
  styles: `
    :host {
      display: contents;
    }
    section > pl-field {
      max-width: 34rem;
    }
    label.check {
      display: flex;
      align-items: center;
      gap: var(--pl-2);
      min-height: 1.5rem;
    }
  `,
})
export class TermsEditor {
  readonly form = input.required<FieldTree<TermsModel>>();
  readonly value = model.required<TermsModel>();
  readonly metrics = input.required<readonly KnownMetric[]>();
  readonly phiAccess = input.required<boolean>();

  private readonly policy = inject(ClausePolicyStore);
  protected readonly text = texts(words);
  protected readonly clauseNumbers = computed(() =>
    this.value()
      .clauses.map(({ number }) => number)
      .filter((number) => number !== ''),
  );
  protected readonly weights = computed(() => weightsTotal(this.value().slas));
  protected readonly findings = computed(() => {
    const read = terms.safeParse(toTermsInput(this.value(), this.metrics()));
    const policy = this.policy.policy.value()?.rules;
    if (!read.success || !policy) return [];
    const families = new Map(this.metrics().map(({ id, family }) => [id, family]));
    return versionFindings(read.data, { families, phiAccess: this.phiAccess(), policy });
  });

  protected addClause(): void {
    this.value.update((now) => {
      const kind = clauseKinds.find((each) => now.clauses.every((clause) => clause.kind !== each)) ?? 'other';
      return { ...now, clauses: [...now.clauses, emptyClause(kind, `${now.clauses.length + 1}`)] };
    });
  }

  protected addSla(): void {
    this.value.update((now) => {
      const levels = now.clauses.find(({ kind }) => kind === 'service_levels') ?? now.clauses[0];
      return { ...now, slas: [...now.slas, emptySla(levels?.number ?? '')] };
    });
  }

  protected removeClause(index: number): void {
    this.value.update((now) => ({ ...now, clauses: now.clauses.filter((_, at) => at !== index) }));
  }

  protected removeSla(index: number): void {
    this.value.update((now) => ({ ...now, slas: now.slas.filter((_, at) => at !== index) }));
  }
}

import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  type AgreedLimit,
  explainParity,
  type ParityExplanation,
  type ParityFinding,
  type TargetSegment,
} from '@plumbline/contracts/schema';
import {
  DatePipe,
  formatDate,
  Icon,
  InstantPipe,
  Notices,
  pageResource,
  PageStateView,
  Reader,
  StatusChip,
  TenantApi,
  TenantContext,
  texts,
  writeTarget,
  languageOf,
} from '@plumbline/ui';
import type { Service } from '@plumbline/vendors/schema';
import { segmentText } from './parity-cells';
import { parityLook, parityPageWords } from './parity-words';

export interface ParityCellAsked {
  readonly contractId: string;
  readonly row: string;
  readonly on: string | undefined;
}

const words = {
  en: {
    title: 'Why',
    close: 'Close',
    agreed: 'Agreed in the contract',
    expected: 'Expected by the insurer',
    sla: 'SLA',
    limit: 'Target',
    segment: 'Part of the service',
    clause: 'Clause',
    version: 'Version',
    from: (day: string) => `in force from ${day}`,
    demanded: 'Demanded of',
    reason: 'Reason',
    setBy: 'Set by',
    noSla: 'The contract has no SLA for this.',
    noTarget: 'There is no internal target for this.',
    steps: 'How it was compared',
    history: 'How it came about',
    noHistory: 'Nothing was found here so far.',
    told: (verdict: string, day: string, by: string) => `${verdict} since ${day}, by ${by}`,
    then: (verdict: string, day: string, by: string) => `; ${verdict} since ${day}, by ${by}`,
    copyLink: 'Copy link',
    copyJson: 'Copy as JSON for the engine',
    copied: 'Copied.',
    copyFailed: 'The browser did not let it be copied.',
  },
  es: {
    title: 'Por qué',
    close: 'Cerrar',
    agreed: 'Acordado en el contrato',
    expected: 'Esperado por la aseguradora',
    sla: 'SLA',
    limit: 'Objetivo',
    segment: 'Parte del servicio',
    clause: 'Cláusula',
    version: 'Versión',
    from: (day: string) => `en vigor desde ${day}`,
    demanded: 'Se exige a',
    reason: 'Motivo',
    setBy: 'Fijado por',
    noSla: 'El contrato no tiene ningún SLA para esto.',
    noTarget: 'No hay objetivo interno para esto.',
    steps: 'Cómo se comparó',
    history: 'Cómo se llegó a esto',
    noHistory: 'Hasta ahora no se encontró nada aquí.',
    told: (verdict: string, day: string, by: string) => `${verdict} desde ${day}, por ${by}`,
    then: (verdict: string, day: string, by: string) => `; ${verdict} desde ${day}, por ${by}`,
    copyLink: 'Copiar enlace',
    copyJson: 'Copiar como JSON para el motor',
    copied: 'Copiado.',
    copyFailed: 'El navegador no permitió copiarlo.',
  },
};

/** Everything behind one cell of the matrix: both sides, the comparison step by step, floors, and how it came about. */
@Component({
  selector: 'pl-parity-drawer',
  imports: [PageStateView, StatusChip, Icon, RouterLink, DatePipe, InstantPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'pl-drawer' },
  templateUrl: './parity-drawer.html',
  styleUrl: './parity-drawer.css',
})
export class ParityDrawer {
  protected readonly asked = inject<ParityCellAsked>(DIALOG_DATA);
  protected readonly dialog = inject<DialogRef<unknown, ParityDrawer>>(DialogRef);
  private readonly api = inject(TenantApi);
  private readonly notices = inject(Notices);
  private readonly reader = inject(Reader);
  protected readonly tenant = inject(TenantContext);
  protected readonly text = texts(words);
  protected readonly words = texts(parityPageWords);
  protected readonly look = parityLook;
  protected readonly language = computed(() => languageOf(this.reader.locale()));

  protected readonly explanation = pageResource({
    params: () => this.asked,
    load: ({ contractId, row, on }, signal) =>
      this.api.call(explainParity, { params: { contractId }, query: { row, on } }, { signal }),
  });
  protected readonly title = computed(() => {
    const why = this.explanation.value();
    return why ? `${why.metric.name} · ${why.contract.vendor.name}` : this.text().title;
  });

  protected limit(target: AgreedLimit, { metric }: ParityExplanation): string {
    return writeTarget(target, metric.unit, this.reader.locale());
  }

  protected segment(segment: TargetSegment): string {
    return segmentText(segment, this.words().everything);
  }

  protected services(services: readonly Service[]): string {
    const words = this.words();
    return services.map((service) => words.services[service]).join(', ') || words.everyVendor;
  }

  protected sentences({ sentences }: ParityExplanation): readonly string[] {
    return sentences[this.language()];
  }

  protected told({ verdict, opened, closed }: ParityFinding): string {
    const [text, words, locale] = [this.text(), this.words(), this.reader.locale()];
    const by = (change: ParityFinding['opened']) =>
      [formatDate(change.since, locale), words.causes[change.cause](change.number)] as const;
    const begun = text.told(words.states[verdict], ...by(opened));
    return closed ? `${begun}${text.then(words.closings[closed.verdict], ...by(closed))}` : begun;
  }

  protected link(): string {
    return location.href;
  }

  protected json(): string {
    return JSON.stringify(this.explanation.value()?.request ?? this.explanation.value());
  }

  protected async copy(text: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      this.notices.done(this.text().copied);
    } catch {
      this.notices.problem(this.text().copyFailed);
    }
  }
}

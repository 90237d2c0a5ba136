import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  Clock,
  Icon,
  InstantPipe,
  Notices,
  PageHeader,
  PageStateView,
  Reader,
  StatusChip,
  TenantContext,
  texts,
} from '@plumbline/ui';
import { clockView, inOrder } from './clock-views';
import { counterpartZone } from './counterpart-zone';
import { HandOver } from './hand-over';
import { IncidentStore } from './incident-store';
import { InsurersPeople } from './insurers-people';
import { incidentWords } from './incident-words';
import { ToldWhen } from './told-when';

const words = {
  en: {
    loading: 'Receipt',
    title: (reference: string) => `${reference} was reported`,
    incidents: 'Incidents',
    received: (by: string) => `Received and recorded from ${by}:`,
    clocks: 'Clocks',
    noClocks: 'No deadline applies as far as is known now.',
    open: 'Open the incident',
    copy: 'Copy the link',
    copied: 'The link was copied.',
    notCopied: 'Copying did not work: take the address of the page.',
    link: 'Hand over with one link',
    linkText: 'Whoever may see the incident gets from it to everything said so far.',
  },
  es: {
    loading: 'Recibo',
    title: (reference: string) => `${reference} está registrado`,
    incidents: 'Incidentes',
    received: (by: string) => `Recibido y registrado de ${by}:`,
    clocks: 'Plazos',
    noClocks: 'Por ahora no se aplica ningún plazo.',
    open: 'Abrir el incidente',
    copy: 'Copiar el enlace',
    copied: 'Se copió el enlace.',
    notCopied: 'No se pudo copiar: use la dirección de la página.',
    link: 'Pasar el turno con un enlace',
    linkText: 'Quien pueda ver el incidente llega por él a todo lo dicho hasta ahora.',
  },
};

/** What whoever reported gets: that it is recorded, what runs now, who is told when, and the link to hand over. */
@Component({
  selector: 'pl-receipt-page',
  imports: [PageHeader, PageStateView, StatusChip, Clock, ToldWhen, HandOver, Icon, InstantPipe, RouterLink],
  providers: [IncidentStore, InsurersPeople],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="pl-stack">
      @let incident = store.incident.value();
      <pl-page-header
        [title]="incident ? text().title(incident.reference) : text().loading"
        [breadcrumbs]="[{ text: text().incidents, link: tenant.link('incidents') }]"
      >
        @if (incident?.isDrill) {
          <pl-status plAside hue="note" icon="activity" [text]="words().drill" />
        }
        @if (incident) {
          <a class="pl-button" data-kind="primary" [routerLink]="tenant.link('incidents', incident.id)">{{
            text().open
          }}</a>
        }
      </pl-page-header>
      <pl-page-state [state]="store.incident.state()" (retry)="store.incident.reload()">
        @if (incident) {
          <div class="pl-stack">
            <p>
              {{ text().received(incident.reportedBy) }}
              <strong>{{ incident.reportedAt | plInstant }}</strong> · {{ incident.title }}
            </p>
            <section class="pl-stack" aria-labelledby="pl-receipt-clocks">
              <h2 id="pl-receipt-clocks">{{ text().clocks }}</h2>
              <div class="pl-grid">
                @for (each of clocks(); track each.id) {
                  <pl-clock [clock]="each.view" [counterpartZone]="zone()" [drill]="incident.isDrill" />
                } @empty {
                  <p class="pl-muted">{{ text().noClocks }}</p>
                }
              </div>
            </section>
            <div class="pl-grid">
              <section class="pl-panel"><pl-told-when [incident]="incident" /></section>
              <section class="pl-panel pl-stack" aria-labelledby="pl-receipt-link">
                <h2 id="pl-receipt-link">{{ text().link }}</h2>
                <p class="pl-muted">{{ text().linkText }}</p>
                <div>
                  <button class="pl-button" type="button" (click)="copy(incident.id)">
                    <pl-icon name="copy" />{{ text().copy }}
                  </button>
                </div>
                @if (tenant.can('incident.manage') && incident.state !== 'closed') {
                  <pl-hand-over [incident]="incident" />
                }
              </section>
            </div>
          </div>
        }
      </pl-page-state>
    </div>
  `,
})
export class ReceiptPage {
  readonly incidentId = input.required<string>();

  private readonly reader = inject(Reader);
  private readonly notices = inject(Notices);
  protected readonly tenant = inject(TenantContext);
  protected readonly store = inject(IncidentStore);
  protected readonly text = texts(words);
  protected readonly words = texts(incidentWords);
  protected readonly zone = computed(() => {
    const incident = this.store.incident.value();
    return incident ? counterpartZone(this.tenant, incident) : null;
  });
  protected readonly clocks = computed(() =>
    inOrder(this.store.incident.value()?.clocks ?? []).map((clock) => ({
      id: clock.id,
      view: clockView(clock, this.reader.locale()),
    })),
  );

  constructor() {
    effect(() => this.store.id.set(this.incidentId()));
  }

  protected async copy(id: string): Promise<void> {
    const address = new URL(this.tenant.link('incidents', id).join('/'), location.origin).href;
    try {
      await navigator.clipboard.writeText(address);
      this.notices.done(this.text().copied);
    } catch {
      this.notices.problem(this.text().notCopied);
    }
  }
}

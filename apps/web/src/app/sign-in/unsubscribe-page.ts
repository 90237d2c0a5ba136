import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { noticeWords, unsubscribe, viewUnsubscription } from '@plumbline/notifications/schema';
import {
  Api,
  ApiProblem,
  languageOf,
  pageResource,
  PageStateView,
  ProblemView,
  Reader,
  texts,
} from '@plumbline/ui';
import { Door } from './door';

const words = {
  en: {
    title: 'Mails of this kind',
    kind: (tenant: string, kind: string) => `${tenant}: “${kind}”`,
    effect:
      'Mails of this kind stop when you press the button. Your notifications on the page still show them.',
    leave: 'No more mails of this kind',
    left: 'You get no more mails of this kind. You can choose anew at any time, signed in, under Preferences.',
    preferences: 'Preferences',
  },
  es: {
    title: 'Correos de este tipo',
    kind: (tenant: string, kind: string) => `${tenant}: «${kind}»`,
    effect:
      'Los correos de este tipo dejan de llegar al pulsar el botón. Sus avisos en la página los siguen mostrando.',
    leave: 'No recibir más correos de este tipo',
    left: 'No recibirá más correos de este tipo. Puede volver a elegir cuando quiera en Preferencias, tras iniciar sesión.',
    preferences: 'Preferencias',
  },
};

/** Where the link of a mail leads, signed in or not: looking changes nothing, one press leaves the kind. */
@Component({
  selector: 'pl-unsubscribe-page',
  imports: [Door, PageStateView, ProblemView, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <pl-door [title]="text().title" [lead]="lead()">
      <pl-page-state [state]="mails.state()" (retry)="mails.reload()">
        @if (mails.value(); as found) {
          <div class="pl-stack">
            @if (problem(); as failed) {
              <pl-problem [problem]="failed" />
            }
            @if (left() || found.left) {
              <p role="status">{{ text().left }}</p>
              <a class="pl-button" [routerLink]="['/t', found.tenant.slug, 'notifications', 'preferences']">{{
                text().preferences
              }}</a>
            } @else {
              <p>{{ text().effect }}</p>
              <button
                class="pl-button"
                data-kind="primary"
                type="button"
                [disabled]="busy()"
                (click)="leave()"
              >
                {{ text().leave }}
              </button>
            }
          </div>
        }
      </pl-page-state>
    </pl-door>
  `,
})
export class UnsubscribePage {
  readonly token = input.required<string>();
  private readonly api = inject(Api);
  private readonly reader = inject(Reader);
  protected readonly text = texts(words);
  protected readonly busy = signal(false);
  protected readonly left = signal(false);
  protected readonly problem = signal<ApiProblem | null>(null);

  protected readonly mails = pageResource({
    params: () => this.token(),
    load: (token, signal) => this.api.call(viewUnsubscription, { params: { token } }, { signal }),
    isEmpty: () => false,
  });
  protected readonly lead = computed(() => {
    const found = this.mails.value();
    if (!found) return null;
    const known: Readonly<Record<string, { name: string } | undefined>> =
      noticeWords[languageOf(this.reader.locale())];
    return this.text().kind(found.tenant.name, known[found.kind]?.name ?? found.kind);
  });

  protected async leave(): Promise<void> {
    this.busy.set(true);
    this.problem.set(null);
    try {
      await this.api.call(unsubscribe, { params: { token: this.token() } });
      this.left.set(true);
    } catch (error) {
      this.problem.set(ApiProblem.from(error));
    } finally {
      this.busy.set(false);
    }
  }
}

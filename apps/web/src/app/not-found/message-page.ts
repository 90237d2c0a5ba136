import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { PageHeader, texts } from '@plumbline/ui';

type Message = 'notFound' | 'forbidden' | 'unavailable';

const words = {
  en: {
    notFound: {
      title: 'There is no such page',
      text: 'The address may be mistyped, or what it names was not shared with you.',
    },
    forbidden: {
      title: 'Your role does not include this page',
      text: 'Ask an administrator of this insurer if you need it. Nothing was changed.',
    },
    unavailable: {
      title: 'Plumbline does not answer',
      text: 'The connection or the server is down. What you typed in forms is kept in this tab. Try again in a moment.',
    },
    home: 'To the start page',
    retry: 'Try again',
  },
  es: {
    notFound: {
      title: 'No existe esa página',
      text: 'La dirección puede estar mal escrita, o no se compartió con usted.',
    },
    forbidden: {
      title: 'Su función no incluye esta página',
      text: 'Pídala a un administrador de esta aseguradora si la necesita. No se cambió nada.',
    },
    unavailable: {
      title: 'Plumbline no responde',
      text: 'La conexión o el servidor no están disponibles. Lo que escribió en formularios se conserva en esta pestaña.',
    },
    home: 'A la página de inicio',
    retry: 'Reintentar',
  },
};

/** The pages that say why there is no page: not found, not allowed, no answer. The address stays, so that a reload retries it. */
@Component({
  selector: 'pl-message-page',
  imports: [PageHeader, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div [class.alone]="!inShell()" [attr.role]="inShell() ? null : 'main'">
      <div class="pl-stack">
        <pl-page-header [title]="said().title" />
        <p>{{ said().text }}</p>
        <div class="pl-row">
          @if (message() === 'unavailable') {
            <button class="pl-button" data-kind="primary" type="button" (click)="retry()">
              {{ text().retry }}
            </button>
          } @else {
            <a class="pl-button" routerLink="/">{{ text().home }}</a>
          }
        </div>
      </div>
    </div>
  `,
  styles: `
    .alone {
      display: block;
      max-width: 34rem;
      margin: 12vh auto 0;
      padding: var(--pl-4);
    }
  `,
})
export class MessagePage {
  readonly message = input<Message>('notFound');
  readonly inShell = input(false);
  protected readonly text = texts(words);
  protected readonly said = computed(() => this.text()[this.message()]);

  protected retry(): void {
    location.reload();
  }
}

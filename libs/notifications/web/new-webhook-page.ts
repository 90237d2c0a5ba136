import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { addWebhook, webhookFormats } from '@plumbline/notifications/schema';
import {
  Control,
  Field,
  formSubmitter,
  PageHeader,
  ProblemSummary,
  Submission,
  TenantApi,
  TenantContext,
  texts,
} from '@plumbline/ui';
import { KindsChoice } from './kinds-choice';
import { notificationWords } from './notification-words';
import { ShownOnce } from './shown-once';
import { type WebhookForm, webhookForm } from './webhook-form';
import { webhookWords } from './webhook-words';

const words = {
  en: {
    title: 'Add a webhook',
    lead: 'It is called over https at an address of the public internet; redirects are not followed.',
    nameHint: 'Which system it tells',
    url: 'Address',
    urlHint: 'Begins with https://; of Slack or Teams, the address of an incoming webhook',
    add: 'Add the webhook',
    done: 'I have kept it',
  },
  es: {
    title: 'Añadir un webhook',
    lead: 'Se llama por https a una dirección de la internet pública; no se siguen redirecciones.',
    nameHint: 'A qué sistema avisa',
    url: 'Dirección',
    urlHint: 'Empieza por https://; de Slack o Teams, la dirección de un webhook entrante',
    add: 'Añadir el webhook',
    done: 'Lo he guardado',
  },
};

@Component({
  selector: 'pl-new-webhook-page',
  imports: [PageHeader, ProblemSummary, Field, Control, FormField, RouterLink, KindsChoice, ShownOnce],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="pl-stack">
      <pl-page-header
        [title]="text().title"
        [lead]="text().lead"
        [breadcrumbs]="[{ text: shared().webhooks, link: tenant.link('notifications', 'webhooks') }]"
      />
      @if (made(); as added) {
        <pl-shown-once [secret]="added.secret">
          <a
            class="pl-button"
            data-kind="primary"
            [routerLink]="tenant.link('notifications', 'webhooks', added.id)"
            >{{ text().done }}</a
          >
        </pl-shown-once>
      } @else {
        <form class="pl-form" novalidate (submit)="submitter.submit($event)">
          <pl-problem-summary [form]="form" [submitter]="submitter" />
          <pl-field [label]="common().name" [hint]="text().nameHint" [of]="form.name">
            <input plControl autocomplete="off" [formField]="form.name" />
          </pl-field>
          <pl-field [label]="common().format" [of]="form.format">
            <select plControl [formField]="form.format">
              @for (each of formats; track each) {
                <option [value]="each">{{ common().formats[each] }}</option>
              }
            </select>
          </pl-field>
          <pl-field [label]="text().url" [hint]="text().urlHint" [of]="form.url">
            <input plControl type="url" autocomplete="off" spellcheck="false" [formField]="form.url" />
          </pl-field>
          @if (isChat()) {
            <pl-field [label]="common().language" [of]="form.language">
              <select plControl [formField]="form.language">
                <option value="en" lang="en">English</option>
                <option value="es" lang="es">Español</option>
              </select>
            </pl-field>
          }
          <pl-kinds-choice [(kinds)]="kinds" />
          <button class="pl-button" data-kind="primary" [disabled]="submitter.busy()">
            {{ text().add }}
          </button>
        </form>
      }
    </div>
  `,
})
export class NewWebhookPage {
  private readonly api = inject(TenantApi);
  private readonly router = inject(Router);
  private readonly submission = new Submission();
  protected readonly tenant = inject(TenantContext);
  protected readonly text = texts(words);
  protected readonly shared = texts(notificationWords);
  protected readonly common = texts(webhookWords);
  protected readonly formats = webhookFormats;
  protected readonly kinds = signal<readonly string[]>([]);
  protected readonly made = signal<{ readonly id: string; readonly secret: string } | null>(null);

  private readonly model = signal<WebhookForm>({ name: '', format: 'standard', url: '', language: 'en' });
  protected readonly form = form(this.model, (path) => validateStandardSchema(path, webhookForm));
  protected readonly isChat = computed(() => this.form.format().value() !== 'standard');

  protected readonly submitter = formSubmitter(this.form, async () => {
    const body = { ...this.model(), kinds: [...this.kinds()] };
    const { id, secret } = await this.api.call(addWebhook, { body }, { submission: this.submission });
    if (secret === null) await this.router.navigate([...this.tenant.link('notifications', 'webhooks', id)]);
    else this.made.set({ id, secret });
  });
}

import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { Language } from '@plumbline/api/schema';
import {
  changeWebhook,
  removeWebhook,
  rotateWebhookSecret,
  testWebhook,
  viewWebhook,
  type Webhook,
} from '@plumbline/notifications/schema';
import {
  ApiProblem,
  Confirm,
  formatInstant,
  Notices,
  PageHeader,
  pageResource,
  PageStateView,
  ProblemView,
  Reader,
  StatusChip,
  TenantApi,
  TenantContext,
  texts,
} from '@plumbline/ui';
import { KindsChoice } from './kinds-choice';
import { notificationWords } from './notification-words';
import { ShownOnce } from './shown-once';
import { webhookWords } from './webhook-words';

const words = {
  en: {
    address: 'Address',
    hidden: (host: string) => `${host}, the rest is a secret`,
    secrets: 'Secrets',
    current: 'signs',
    until: (at: string) => `signs until ${at}`,
    rotate: 'Replace the secret',
    rotateTitle: 'Replace the secret?',
    rotateEffect:
      'The secret of now signs beside the new one for 24 hours: put the new one in place by then.',
    test: 'Try it out',
    deliveries: 'Its deliveries',
    stop: 'Stop',
    resume: 'Resume',
    stopTitle: (name: string) => `Stop ${name}?`,
    stopEffect: 'It is told of nothing until it is resumed. What waits is given up, and can be sent again.',
    remove: 'Remove',
    removeTitle: (name: string) => `Remove ${name}?`,
    removeEffect: 'It is told of nothing more. Its deliveries stay in the log.',
    removed: (name: string) => `${name} was removed.`,
    save: 'Save',
    saved: 'The webhook was saved.',
  },
  es: {
    address: 'Dirección',
    hidden: (host: string) => `${host}, el resto es secreto`,
    secrets: 'Secretos',
    current: 'firma',
    until: (at: string) => `firma hasta el ${at}`,
    rotate: 'Sustituir el secreto',
    rotateTitle: '¿Sustituir el secreto?',
    rotateEffect: 'El secreto actual firma junto al nuevo durante 24 horas: instale el nuevo antes.',
    test: 'Probar',
    deliveries: 'Sus entregas',
    stop: 'Detener',
    resume: 'Reanudar',
    stopTitle: (name: string) => `¿Detener ${name}?`,
    stopEffect:
      'No se le avisa de nada hasta reanudarlo. Lo que espera se abandona y se puede enviar de nuevo.',
    remove: 'Quitar',
    removeTitle: (name: string) => `¿Quitar ${name}?`,
    removeEffect: 'No se le avisa de nada más. Sus entregas quedan en el registro.',
    removed: (name: string) => `Se quitó ${name}.`,
    save: 'Guardar',
    saved: 'Se guardó el webhook.',
  },
};

@Component({
  selector: 'pl-webhook-page',
  imports: [PageHeader, PageStateView, ProblemView, StatusChip, RouterLink, KindsChoice, ShownOnce],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './webhook-page.html',
})
export class WebhookPage {
  readonly webhookId = input.required<string>();

  private readonly api = inject(TenantApi);
  private readonly router = inject(Router);
  private readonly notices = inject(Notices);
  private readonly confirm = inject(Confirm);
  private readonly reader = inject(Reader);
  protected readonly tenant = inject(TenantContext);
  protected readonly text = texts(words);
  protected readonly shared = texts(notificationWords);
  protected readonly common = texts(webhookWords);
  protected readonly busy = signal(false);
  protected readonly problem = signal<ApiProblem | null>(null);
  protected readonly secret = signal<string | null>(null);
  protected readonly name = signal('');
  protected readonly language = signal<Language>('en');
  protected readonly kinds = signal<readonly string[]>([]);

  protected readonly webhook = pageResource({
    params: () => this.webhookId(),
    load: async (webhookId, signal) => {
      const row = await this.api.call(viewWebhook, { params: { webhookId } }, { signal });
      this.name.set(row.name);
      this.language.set(row.language);
      this.kinds.set(row.kinds);
      return row;
    },
    isEmpty: () => false,
  });
  protected readonly title = computed(() => this.webhook.value()?.name ?? this.shared().webhooks);

  protected until(at: string): string {
    return this.text().until(
      formatInstant(at, { locale: this.reader.locale(), timeZone: this.tenant.timeZone() }),
    );
  }

  protected save(event: Event, row: Webhook): Promise<void> {
    event.preventDefault();
    return this.act(async () => {
      await this.change(row, row.enabled);
      this.notices.done(this.text().saved);
    });
  }

  protected async switch(row: Webhook): Promise<void> {
    const text = this.text();
    const question = { title: text.stopTitle(row.name), effect: text.stopEffect, action: text.stop };
    if (row.enabled && !(await this.confirm.ask(question))) return;
    await this.act(() => this.change(row, !row.enabled));
  }

  protected async rotate(): Promise<void> {
    const text = this.text();
    if (
      !(await this.confirm.ask({ title: text.rotateTitle, effect: text.rotateEffect, action: text.rotate }))
    )
      return;
    await this.act(async () => {
      const { secret } = await this.api.call(rotateWebhookSecret, {
        params: { webhookId: this.webhookId() },
      });
      this.secret.set(secret);
    });
  }

  protected test(): Promise<void> {
    return this.act(async () => {
      const { id } = await this.api.call(testWebhook, { params: { webhookId: this.webhookId() } });
      await this.router.navigate([...this.tenant.link('notifications', 'deliveries', id)]);
    });
  }

  protected async remove(row: Webhook): Promise<void> {
    const text = this.text();
    const question = {
      title: text.removeTitle(row.name),
      effect: text.removeEffect,
      action: text.remove,
      danger: true,
    };
    if (!(await this.confirm.ask(question))) return;
    await this.act(async () => {
      await this.api.call(removeWebhook, { params: { webhookId: row.id } }, { ifMatch: `"${row.version}"` });
      this.notices.done(text.removed(row.name));
      await this.router.navigate([...this.tenant.link('notifications', 'webhooks')]);
    });
  }

  private async change(row: Webhook, enabled: boolean): Promise<void> {
    const body = { name: this.name(), language: this.language(), kinds: [...this.kinds()], enabled };
    await this.api.call(
      changeWebhook,
      { params: { webhookId: row.id }, body },
      { ifMatch: `"${row.version}"` },
    );
  }

  private async act(work: () => Promise<void>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      await work();
      this.webhook.reload();
    } catch (error) {
      this.problem.set(ApiProblem.from(error));
    } finally {
      this.busy.set(false);
    }
  }
}

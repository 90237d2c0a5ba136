import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import {
  choosePreferences,
  type MailMode,
  mailModes,
  type NotificationHours,
  type Preference,
  viewPreferences,
} from '@plumbline/notifications/schema';
import {
  ApiProblem,
  Notices,
  PageHeader,
  pageResource,
  PageStateView,
  ProblemView,
  Reader,
  StatusChip,
  TenantApi,
  texts,
} from '@plumbline/ui';
import { noticeSaid } from './notice-said';
import { NotificationSections } from './notification-sections';
import { notificationWords } from './notification-words';

const words = {
  en: {
    lead: 'How you are told here. It counts for you alone.',
    kinds: 'What you are told',
    kind: 'Kind',
    page: 'On the page',
    mail: 'By mail',
    onPage: (kind: string) => `On the page: ${kind}`,
    byMail: (kind: string) => `By mail: ${kind}`,
    always: 'Always, at once',
    why: 'A clock of law or contract depends on somebody knowing this: it cannot be turned off, and no quiet hours delay it.',
    hours: 'When you are told',
    zone: 'Time zone',
    quiet: 'Quiet hours: mails wait until they end',
    from: 'From',
    until: 'Until',
    digestAt: 'Digests come at',
    digestDay: 'Weekly digests come on',
    save: 'Save',
    saved: 'Your preferences were saved.',
  },
  es: {
    lead: 'Cómo se le avisa aquí. Solo vale para usted.',
    kinds: 'Qué se le comunica',
    kind: 'Tipo',
    page: 'En la página',
    mail: 'Por correo',
    onPage: (kind: string) => `En la página: ${kind}`,
    byMail: (kind: string) => `Por correo: ${kind}`,
    always: 'Siempre, al momento',
    why: 'Un plazo legal o contractual depende de que alguien lo sepa: no se puede desactivar y las horas de silencio no lo retrasan.',
    hours: 'Cuándo se le avisa',
    zone: 'Zona horaria',
    quiet: 'Horas de silencio: los correos esperan a que terminen',
    from: 'Desde',
    until: 'Hasta',
    digestAt: 'Los resúmenes llegan a las',
    digestDay: 'Los resúmenes semanales llegan el',
    save: 'Guardar',
    saved: 'Se guardaron sus preferencias.',
  },
};

const nightly = { from: '22:00', until: '07:00' };

@Component({
  selector: 'pl-preferences-page',
  imports: [PageHeader, PageStateView, ProblemView, StatusChip, NotificationSections],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './preferences-page.html',
  styleUrl: './preferences-page.css',
})
export class PreferencesPage {
  private readonly api = inject(TenantApi);
  private readonly notices = inject(Notices);
  private readonly reader = inject(Reader);
  protected readonly text = texts(words);
  protected readonly shared = texts(notificationWords);
  private readonly said = noticeSaid();
  protected readonly mailModes = mailModes;
  protected readonly busy = signal(false);
  protected readonly problem = signal<ApiProblem | null>(null);

  protected readonly loaded = pageResource({
    params: () => true,
    load: async (_, signal) => {
      const preferences = await this.api.call(viewPreferences, {}, { signal });
      this.kinds.set(preferences.kinds);
      this.hours.set(preferences.hours);
      return preferences;
    },
    isEmpty: () => false,
  });
  protected readonly kinds = signal<readonly Preference[]>([]);
  protected readonly hours = signal<NotificationHours | null>(null);

  protected readonly zones = computed(() => [
    ...new Set([this.hours()?.timezone ?? 'UTC', ...Intl.supportedValuesOf('timeZone')]),
  ]);

  protected readonly weekdays = computed(() => {
    const format = new Intl.DateTimeFormat(this.reader.locale(), { weekday: 'long', timeZone: 'UTC' });
    // 5 January 2026 is a Monday
    return [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, name: format.format(Date.UTC(2026, 0, 4 + day)) }));
  });

  protected nameOf({ kind }: Preference): string {
    return this.said()({ kind, parameters: {} }).name;
  }

  protected choosePage(kind: string, on: boolean): void {
    this.kinds.update((kinds) =>
      kinds.map((each) => (each.kind === kind ? { ...each, page: on ? 'at-once' : 'off' } : each)),
    );
  }

  protected chooseMail(kind: string, mail: string): void {
    this.kinds.update((kinds) =>
      kinds.map((each) => (each.kind === kind ? { ...each, mail: mail as MailMode } : each)),
    );
  }

  protected setHours(change: Partial<NotificationHours>): void {
    this.hours.update((hours) => (hours ? { ...hours, ...change } : hours));
  }

  protected setQuiet(on: boolean): void {
    this.setHours({ quiet: on ? nightly : null });
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const hours = this.hours();
    if (this.busy() || !hours) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      const kinds = this.kinds().map(({ kind, page, mail }) => ({ kind, page, mail }));
      const saved = await this.api.call(choosePreferences, { body: { kinds, hours } });
      this.kinds.set(saved.kinds);
      this.hours.set(saved.hours);
      this.notices.done(this.text().saved);
    } catch (error) {
      this.problem.set(ApiProblem.from(error));
    } finally {
      this.busy.set(false);
    }
  }
}

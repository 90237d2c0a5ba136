import type { Channel, DeliveryState, MailMode } from '@plumbline/notifications/schema';
import type { Hue, IconName, Texts } from '@plumbline/ui';

interface NotificationWords {
  readonly notifications: string;
  readonly preferences: string;
  readonly deliveries: string;
  readonly webhooks: string;
  readonly channels: Readonly<Record<Channel, string>>;
  readonly states: Readonly<Record<DeliveryState, string>>;
  readonly modes: Readonly<Record<MailMode, string>>;
  readonly outcomes: Readonly<Record<'taken' | 'refused' | 'failed', string>>;
}

/** The words that several of these pages use. */
export const notificationWords: Texts<NotificationWords> = {
  en: {
    notifications: 'Notifications',
    preferences: 'Preferences',
    deliveries: 'Deliveries',
    webhooks: 'Webhooks',
    channels: { page: 'Page', mail: 'Mail', webhook: 'Webhook', chat: 'Chat' },
    states: {
      waiting: 'Waiting',
      posted: 'In the post',
      sent: 'Delivered',
      'given-up': 'Given up',
      muted: 'Turned off',
    },
    modes: { 'at-once': 'At once', daily: 'Daily digest', weekly: 'Weekly digest', off: 'Off' },
    outcomes: { taken: 'Taken', refused: 'Not called', failed: 'Failed' },
  },
  es: {
    notifications: 'Avisos',
    preferences: 'Preferencias',
    deliveries: 'Entregas',
    webhooks: 'Webhooks',
    channels: { page: 'Página', mail: 'Correo', webhook: 'Webhook', chat: 'Chat' },
    states: {
      waiting: 'En espera',
      posted: 'En el correo',
      sent: 'Entregado',
      'given-up': 'Abandonado',
      muted: 'Desactivado',
    },
    modes: {
      'at-once': 'Al momento',
      daily: 'Resumen diario',
      weekly: 'Resumen semanal',
      off: 'Desactivado',
    },
    outcomes: { taken: 'Aceptado', refused: 'No llamado', failed: 'Fallido' },
  },
};

export const stateLooks: Readonly<Record<DeliveryState, { readonly hue: Hue; readonly icon: IconName }>> = {
  waiting: { hue: 'note', icon: 'hourglass' },
  posted: { hue: 'note', icon: 'hourglass' },
  sent: { hue: 'good', icon: 'check' },
  'given-up': { hue: 'bad', icon: 'cross' },
  muted: { hue: 'neutral', icon: 'dash' },
};

import type { Routes } from '@angular/router';
import { requirePermission } from '@plumbline/ui';

export const routes: Routes = [
  {
    path: '',
    canActivate: [requirePermission('notification.read')],
    loadComponent: () => import('./notifications-page').then((m) => m.NotificationsPage),
  },
  {
    path: 'preferences',
    canActivate: [requirePermission('notification.read')],
    loadComponent: () => import('./preferences-page').then((m) => m.PreferencesPage),
  },
  {
    path: 'deliveries',
    canActivate: [requirePermission('delivery.read')],
    loadComponent: () => import('./deliveries-page').then((m) => m.DeliveriesPage),
  },
  {
    path: 'deliveries/:deliveryId',
    canActivate: [requirePermission('delivery.read')],
    loadComponent: () => import('./delivery-page').then((m) => m.DeliveryPage),
  },
  {
    path: 'webhooks',
    canActivate: [requirePermission('webhook.manage')],
    loadComponent: () => import('./webhooks-page').then((m) => m.WebhooksPage),
  },
  {
    path: 'webhooks/new',
    canActivate: [requirePermission('webhook.manage')],
    loadComponent: () => import('./new-webhook-page').then((m) => m.NewWebhookPage),
  },
  {
    path: 'webhooks/:webhookId',
    canActivate: [requirePermission('webhook.manage')],
    loadComponent: () => import('./webhook-page').then((m) => m.WebhookPage),
  },
];

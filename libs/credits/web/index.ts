import type { Routes } from '@angular/router';
import { requirePermission } from '@plumbline/ui';

export const routes: Routes = [
  {
    path: '',
    canActivate: [requirePermission('credit.read')],
    loadComponent: () => import('./credits-page').then((m) => m.CreditsPage),
  },
  {
    path: 'schemes',
    canActivate: [requirePermission('credit.read')],
    loadComponent: () => import('./schemes-page').then((m) => m.SchemesPage),
  },
  {
    path: 'schemes/:contractId/:number',
    canActivate: [requirePermission('credit.read')],
    loadComponent: () => import('./scheme-page').then((m) => m.SchemePage),
  },
  {
    path: ':statementId',
    canActivate: [requirePermission('credit.read')],
    loadComponent: () => import('./statement-page').then((m) => m.StatementPage),
  },
];

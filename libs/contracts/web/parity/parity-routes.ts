import type { Routes } from '@angular/router';
import { requirePermission } from '@plumbline/ui';

/** Internal targets, floors and the matrix: the insurer's side only. */
export const parityRoutes: Routes = [
  {
    path: '',
    canActivate: [requirePermission('parity.read')],
    loadComponent: () => import('./parity-page').then((m) => m.ParityPage),
  },
  {
    path: 'targets',
    canActivate: [requirePermission('parity.read')],
    loadComponent: () => import('./targets-page').then((m) => m.TargetsPage),
  },
  {
    path: 'targets/new',
    canActivate: [requirePermission('parity.write')],
    loadComponent: () => import('./new-target-page').then((m) => m.NewTargetPage),
  },
  {
    path: 'targets/:internalTargetId',
    canActivate: [requirePermission('parity.read')],
    loadComponent: () => import('./target-page').then((m) => m.TargetPage),
  },
  {
    path: 'floors',
    canActivate: [requirePermission('parity.read')],
    loadComponent: () => import('./floors-page').then((m) => m.FloorsPage),
  },
];

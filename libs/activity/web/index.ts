import type { Routes } from '@angular/router';
import { requirePermission } from '@plumbline/ui';

export const routes: Routes = [
  {
    path: '',
    canActivate: [requirePermission('activity-log.read')],
    loadComponent: () => import('./activity-page').then((m) => m.ActivityPage),
  },
];

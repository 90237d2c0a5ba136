import type { Routes } from '@angular/router';
import { requirePermission } from '@plumbline/ui';

export const routes: Routes = [
  {
    path: '',
    canActivate: [requirePermission('scorecard.read')],
    loadComponent: () => import('./scorecards-page').then((m) => m.ScorecardsPage),
  },
  {
    path: ':scorecardId',
    canActivate: [requirePermission('scorecard.read')],
    loadComponent: () => import('./scorecard-page').then((m) => m.ScorecardPage),
  },
];

import type { Routes } from '@angular/router';
import { requirePermission } from '@plumbline/ui';

export const portfolioRoutes: Routes = [
  {
    path: '',
    canActivate: [requirePermission('result.read')],
    loadComponent: () => import('./portfolio-page').then((m) => m.PortfolioPage),
  },
];

export const resultsRoutes: Routes = [
  {
    path: '',
    canActivate: [requirePermission('result.read')],
    loadComponent: () => import('./results-page').then((m) => m.ResultsPage),
  },
  {
    path: ':resultId',
    canActivate: [requirePermission('result.read')],
    loadComponent: () => import('./result-page').then((m) => m.ResultPage),
  },
];

export const breachesRoutes: Routes = [
  {
    path: '',
    canActivate: [requirePermission('breach.read')],
    loadComponent: () => import('./breaches-page').then((m) => m.BreachesPage),
  },
  {
    path: ':breachId',
    canActivate: [requirePermission('breach.read')],
    loadComponent: () => import('./breach-page').then((m) => m.BreachPage),
  },
];

export const reportingRoutes: Routes = [
  {
    path: '',
    canActivate: [requirePermission('kpi-file.read')],
    loadComponent: () => import('./reporting-page').then((m) => m.ReportingPage),
  },
];

export const exclusionsRoutes: Routes = [
  {
    path: '',
    canActivate: [requirePermission('result.read')],
    loadComponent: () => import('./exclusions-page').then((m) => m.ExclusionsPage),
  },
  {
    path: 'new',
    canActivate: [requirePermission('exclusion.request')],
    loadComponent: () => import('./new-exclusion-page').then((m) => m.NewExclusionPage),
  },
];

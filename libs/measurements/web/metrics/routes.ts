import { type Routes } from '@angular/router';
import { requirePermission } from '@plumbline/ui';

/** Below `/t/<tenant>/metrics`. */
export const metricRoutes: Routes = [
  {
    path: '',
    canActivate: [requirePermission('metric.read')],
    loadComponent: () => import('./metrics-page').then((m) => m.MetricsPage),
  },
  {
    path: 'new',
    canActivate: [requirePermission('metric.write')],
    loadComponent: () => import('./new-metric-page').then((m) => m.NewMetricPage),
  },
  {
    path: ':metricId',
    canActivate: [requirePermission('metric.read')],
    loadComponent: () => import('./metric-page').then((m) => m.MetricPage),
  },
  {
    path: ':metricId/new-version',
    canActivate: [requirePermission('metric.write')],
    loadComponent: () => import('./new-version-page').then((m) => m.NewVersionPage),
  },
];

import { type Routes } from '@angular/router';
import { requirePermission } from '@plumbline/ui';

export const portfolioRoutes: Routes = [
  {
    path: '',
    canActivate: [requirePermission('result.read')],
    loadComponent: () => import('./portfolio-page').then((m) => m.PortfolioPage),
  },
];

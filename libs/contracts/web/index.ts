import type { Routes } from '@angular/router';
import { requirePermission } from '@plumbline/ui';

export { parityRoutes } from './parity/parity-routes';

export const routes: Routes = [
  {
    path: '',
    canActivate: [requirePermission('contract.read')],
    loadComponent: () => import('./contracts-page').then((m) => m.ContractsPage),
  },
  {
    path: 'new',
    canActivate: [requirePermission('contract.write')],
    loadComponent: () => import('./new-contract-page').then((m) => m.NewContractPage),
  },
  {
    path: 'waivers',
    canActivate: [requirePermission('waiver.read')],
    loadComponent: () => import('./waivers-page').then((m) => m.WaiversPage),
  },
  {
    path: 'calendar',
    canActivate: [requirePermission('contract.read')],
    loadComponent: () => import('./calendar-page').then((m) => m.CalendarPage),
  },
  {
    path: 'packs',
    canActivate: [requirePermission('contract.write')],
    loadComponent: () => import('./templates/packs-page').then((m) => m.PacksPage),
  },
  {
    path: ':contractId/versions/:number/schedule',
    canActivate: [requirePermission('contract.write')],
    loadComponent: () => import('./templates/schedule-page').then((m) => m.SchedulePage),
  },
  {
    path: ':contractId',
    canActivate: [requirePermission('contract.read')],
    loadComponent: () => import('./contract-page').then((m) => m.ContractPage),
  },
  {
    path: ':contractId/comparison',
    canActivate: [requirePermission('contract.read')],
    loadComponent: () => import('./comparison-page').then((m) => m.ComparisonPage),
  },
  {
    path: ':contractId/versions/:number/edit',
    canActivate: [requirePermission('contract.write')],
    loadComponent: () => import('./draft-page').then((m) => m.DraftPage),
  },
  {
    path: ':contractId/versions/:number/finding',
    canActivate: [requirePermission('contract.write')],
    loadComponent: () => import('./finding-page').then((m) => m.FindingPage),
  },
  {
    path: ':contractId/copies',
    canActivate: [requirePermission('contract.write')],
    loadComponent: () => import('./copies-page').then((m) => m.CopiesPage),
  },
];

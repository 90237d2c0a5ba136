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
    path: 'clause-policy',
    canActivate: [requirePermission('waiver.read')],
    loadComponent: () => import('./clause-policy/clause-policy-page').then((m) => m.ClausePolicyPage),
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
    path: 'packs/new',
    canActivate: [requirePermission('contract.write')],
    loadComponent: () => import('./templates/pack-page').then((m) => m.PackPage),
  },
  {
    path: 'packs/:packId',
    canActivate: [requirePermission('contract.write')],
    loadComponent: () => import('./templates/pack-page').then((m) => m.PackPage),
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

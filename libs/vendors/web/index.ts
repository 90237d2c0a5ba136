import type { Routes } from '@angular/router';
import { requirePermission } from '@plumbline/ui';
import { profileRoutes } from './profile/routes';

export const routes: Routes = [
  {
    path: '',
    canActivate: [requirePermission('vendor.read')],
    loadComponent: () => import('./vendors-page').then((m) => m.VendorsPage),
  },
  {
    path: 'new',
    canActivate: [requirePermission('vendor.write')],
    loadComponent: () => import('./new-vendor-page').then((m) => m.NewVendorPage),
  },
  {
    path: 'due-diligence-template',
    canActivate: [requirePermission('vendor-life.read')],
    loadComponent: () => import('./due-diligence/template-page').then((m) => m.TemplatePage),
  },
  {
    path: 'due-diligence-template/new',
    canActivate: [requirePermission('due-diligence-template.write')],
    loadComponent: () => import('./due-diligence/new-template-page').then((m) => m.NewTemplatePage),
  },
  {
    path: 'import',
    canActivate: [requirePermission('vendor.write')],
    loadComponent: () => import('./import/import-page').then((m) => m.ImportPage),
  },
  {
    path: ':vendorId',
    canActivate: [requirePermission('vendor.read')],
    loadComponent: () => import('./vendor-page').then((m) => m.VendorPage),
  },
  {
    path: ':vendorId/edit',
    canActivate: [requirePermission('vendor.write')],
    loadComponent: () => import('./change-vendor-page').then((m) => m.ChangeVendorPage),
  },
  ...profileRoutes,
];

export const dueDiligenceRoutes: Routes = [
  {
    path: '',
    canActivate: [requirePermission('due-diligence.read')],
    loadComponent: () => import('./due-diligence/checklist-page').then((m) => m.ChecklistPage),
  },
];

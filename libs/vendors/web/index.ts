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

import type { Routes } from '@angular/router';
import { requirePermission } from '@plumbline/ui';

const keeps = [requirePermission('vendor-profile.write')];

/** Pages of the parts of a vendor's profile; `new` stands for an entry that is not there yet. */
export const profileRoutes: Routes = [
  {
    path: ':vendorId/sites/:entryId',
    canActivate: keeps,
    loadComponent: () => import('./site-page').then((m) => m.SitePage),
  },
  {
    path: ':vendorId/contacts/:entryId',
    canActivate: keeps,
    loadComponent: () => import('./contact-page').then((m) => m.ContactPage),
  },
  {
    path: ':vendorId/fourth-parties/:entryId/decision',
    canActivate: [requirePermission('vendor.write')],
    loadComponent: () => import('./fourth-party-decision-page').then((m) => m.FourthPartyDecisionPage),
  },
  {
    path: ':vendorId/fourth-parties/:entryId',
    canActivate: keeps,
    loadComponent: () => import('./fourth-party-page').then((m) => m.FourthPartyPage),
  },
  {
    path: ':vendorId/data-flows/:entryId',
    canActivate: keeps,
    loadComponent: () => import('./data-flow-page').then((m) => m.DataFlowPage),
  },
  {
    path: ':vendorId/ladder',
    canActivate: keeps,
    loadComponent: () => import('./ladder-page').then((m) => m.LadderPage),
  },
  {
    path: ':vendorId/language-access',
    canActivate: keeps,
    loadComponent: () => import('./language-page').then((m) => m.LanguagePage),
  },
  {
    path: ':vendorId/take-over',
    canActivate: keeps,
    loadComponent: () => import('./take-over-page').then((m) => m.TakeOverPage),
  },
];

import { type Routes } from '@angular/router';
import { MessagePage } from './not-found/message-page';
import { intoOnlyTenant, memberOnly } from './tenant/session-guards';

/** The pages that say what is wrong come with the client itself: they show when nothing more can be fetched. */
export const routes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    canActivate: [intoOnlyTenant],
    loadComponent: () => import('./tenant/choose-tenant-page').then((m) => m.ChooseTenantPage),
  },
  { path: 'sign-in', loadChildren: () => import('./sign-in/routes').then((m) => m.signInRoutes) },
  {
    path: 'reset-password',
    loadComponent: () => import('./sign-in/request-reset-page').then((m) => m.RequestResetPage),
  },
  {
    path: 'reset-password/:token',
    loadComponent: () => import('./sign-in/reset-password-page').then((m) => m.ResetPasswordPage),
  },
  {
    path: 'invitations/:token',
    loadComponent: () => import('./sign-in/invitation-page').then((m) => m.InvitationPage),
  },
  {
    path: 'unsubscribe/:token',
    loadComponent: () => import('./sign-in/unsubscribe-page').then((m) => m.UnsubscribePage),
  },
  {
    path: 't/:tenant',
    canActivate: [memberOnly],
    loadComponent: () => import('./shell/tenant-shell').then((m) => m.TenantShell),
    loadChildren: () => import('./tenant/tenant-routes').then((m) => m.tenantRoutes),
  },
  {
    path: 'forbidden',
    component: MessagePage,
    data: { message: 'forbidden' },
  },
  {
    path: 'unavailable',
    component: MessagePage,
    data: { message: 'unavailable' },
  },
  {
    path: '**',
    component: MessagePage,
    data: { message: 'notFound' },
  },
];

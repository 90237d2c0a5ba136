import { type Routes } from '@angular/router';
import { halfSignedIn, notSignedIn } from './door-guards';

export const signInRoutes: Routes = [
  {
    path: '',
    canActivate: [notSignedIn],
    loadComponent: () => import('./sign-in-page').then((m) => m.SignInPage),
  },
  {
    path: 'totp',
    canActivate: [halfSignedIn('required')],
    loadComponent: () => import('./totp-page').then((m) => m.TotpPage),
  },
  {
    path: 'enrol',
    canActivate: [halfSignedIn('enrol')],
    loadComponent: () => import('./enrol-page').then((m) => m.EnrolPage),
  },
];

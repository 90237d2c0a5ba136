import { type Routes } from '@angular/router';

export const signInRoutes: Routes = [
  { path: '', loadComponent: () => import('./sign-in-page').then((m) => m.SignInPage) },
  { path: 'totp', loadComponent: () => import('./totp-page').then((m) => m.TotpPage) },
  { path: 'enrol', loadComponent: () => import('./enrol-page').then((m) => m.EnrolPage) },
];

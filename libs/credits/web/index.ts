import type { Routes } from '@angular/router';
import { PROBLEM_WORDS, requirePermission } from '@plumbline/ui';
import { creditProblemWords } from './problem-words';

export const routes: Routes = [
  {
    path: '',
    providers: [{ provide: PROBLEM_WORDS, useValue: creditProblemWords }],
    children: [
      {
        path: '',
        canActivate: [requirePermission('credit.read')],
        loadComponent: () => import('./credits-page').then((m) => m.CreditsPage),
      },
      {
        path: 'schemes',
        canActivate: [requirePermission('credit.read')],
        loadComponent: () => import('./schemes-page').then((m) => m.SchemesPage),
      },
      {
        path: 'schemes/:contractId/:number',
        canActivate: [requirePermission('credit.read')],
        loadComponent: () => import('./scheme-page').then((m) => m.SchemePage),
      },
      {
        path: 'schemes/:contractId/:number/edit',
        canActivate: [requirePermission('credit.manage')],
        loadComponent: () => import('./edit-scheme-page').then((m) => m.EditSchemePage),
      },
      {
        path: ':statementId',
        canActivate: [requirePermission('credit.read')],
        loadComponent: () => import('./statement-page').then((m) => m.StatementPage),
      },
    ],
  },
];

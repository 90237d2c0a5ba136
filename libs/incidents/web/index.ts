import type { Routes } from '@angular/router';
import { PROBLEM_WORDS, requirePermission } from '@plumbline/ui';
import { incidentProblemWords } from './problem-words';

export const routes: Routes = [
  {
    path: '',
    providers: [{ provide: PROBLEM_WORDS, useValue: incidentProblemWords }],
    children: [
      {
        path: '',
        canActivate: [requirePermission('incident.read')],
        loadComponent: () => import('./register-page').then((m) => m.RegisterPage),
      },
      {
        path: 'report',
        canActivate: [requirePermission('incident.report')],
        loadComponent: () => import('./report-page').then((m) => m.ReportPage),
      },
      {
        path: 'import',
        canActivate: [requirePermission('incident.import')],
        loadComponent: () => import('./import/import-page').then((m) => m.ImportPage),
      },
      {
        path: 'figures',
        canActivate: [requirePermission('incident.read')],
        loadComponent: () => import('./figures-page').then((m) => m.FiguresPage),
      },
      {
        path: 'policies',
        canActivate: [requirePermission('incident.read')],
        loadComponent: () => import('./policies/policies-page').then((m) => m.PoliciesPage),
      },
      {
        path: 'policies/new',
        canActivate: [requirePermission('incident-policy.write')],
        loadComponent: () => import('./policies/policy-form-page').then((m) => m.PolicyFormPage),
      },
      {
        path: 'policies/:policy/edit',
        canActivate: [requirePermission('incident-policy.write')],
        loadComponent: () => import('./policies/policy-form-page').then((m) => m.PolicyFormPage),
      },
      {
        path: 'exercises',
        canActivate: [requirePermission('incident-exercise.read')],
        loadComponent: () => import('./exercises/exercises-page').then((m) => m.ExercisesPage),
      },
      {
        path: 'exercises/scenarios/new',
        canActivate: [requirePermission('incident-exercise.run')],
        loadComponent: () => import('./exercises/new-scenario-page').then((m) => m.NewScenarioPage),
      },
      {
        path: 'exercises/:exerciseId',
        canActivate: [requirePermission('incident-exercise.read')],
        loadComponent: () => import('./exercises/exercise-page').then((m) => m.ExercisePage),
      },
      {
        path: ':incidentId',
        canActivate: [requirePermission('incident.read')],
        loadComponent: () => import('./incident-page').then((m) => m.IncidentPage),
      },
      {
        path: ':incidentId/receipt',
        canActivate: [requirePermission('incident.read')],
        loadComponent: () => import('./receipt-page').then((m) => m.ReceiptPage),
      },
    ],
  },
];

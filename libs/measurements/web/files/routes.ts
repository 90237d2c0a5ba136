import { type Routes } from '@angular/router';
import { PROBLEM_WORDS, requirePermission } from '@plumbline/ui';
import { callProblemSaid } from '../findings-said';

/** Below `/t/<tenant>/kpi-files`. */
export const kpiFileRoutes: Routes = [
  {
    path: '',
    providers: [{ provide: PROBLEM_WORDS, useValue: callProblemSaid }],
    children: [
      {
        path: '',
        canActivate: [requirePermission('kpi-file.read')],
        loadComponent: () => import('./kpi-files-page').then((m) => m.KpiFilesPage),
      },
      {
        path: 'upload',
        canActivate: [requirePermission('kpi-file.upload')],
        loadComponent: () => import('./upload-page').then((m) => m.UploadPage),
      },
      {
        path: ':kpiFileId',
        canActivate: [requirePermission('kpi-file.read')],
        loadComponent: () => import('./kpi-file-page').then((m) => m.KpiFilePage),
      },
      {
        path: ':kpiFileId/receipt',
        canActivate: [requirePermission('kpi-file.read')],
        loadComponent: () => import('./receipt-page').then((m) => m.ReceiptPage),
      },
    ],
  },
];

import { type Routes } from '@angular/router';
import { MessagePage } from '../not-found/message-page';
import { things } from './things';

/** Everything below `/t/<tenant>`: the app's own pages and one line for each thing (`things.ts`). */
export const tenantRoutes: Routes = [
  { path: '', pathMatch: 'full', redirectTo: 'today' },
  { path: 'today', loadComponent: () => import('../today/today-page').then((m) => m.TodayPage) },
  ...things.map(({ path, load }) => ({ path, loadChildren: load })),
  { path: '**', component: MessagePage, data: { message: 'notFound', inShell: true } },
];

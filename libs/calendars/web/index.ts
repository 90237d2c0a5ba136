import type { Routes } from '@angular/router';
import { requirePermission } from '@plumbline/ui';

export const routes: Routes = [
  {
    path: '',
    canActivate: [requirePermission('calendar.read')],
    loadComponent: () => import('./calendars-page').then((m) => m.CalendarsPage),
  },
  {
    path: 'new',
    canActivate: [requirePermission('calendar.write')],
    loadComponent: () => import('./new-calendar-page').then((m) => m.NewCalendarPage),
  },
  {
    path: ':calendarId',
    canActivate: [requirePermission('calendar.read')],
    loadComponent: () => import('./calendar-page').then((m) => m.CalendarPage),
  },
  {
    path: ':calendarId/versions/new',
    canActivate: [requirePermission('calendar.write')],
    loadComponent: () => import('./new-version-page').then((m) => m.NewVersionPage),
  },
];

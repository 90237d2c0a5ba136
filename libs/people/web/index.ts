import type { Routes } from '@angular/router';
import { requirePermission } from '@plumbline/ui';

export const routes: Routes = [
  {
    path: '',
    canActivate: [requirePermission('people.read')],
    loadComponent: () => import('./people-page').then((m) => m.PeoplePage),
  },
  {
    path: 'invite',
    canActivate: [requirePermission('people.invite')],
    loadComponent: () => import('./invite-page').then((m) => m.InvitePage),
  },
  {
    path: 'invitations',
    canActivate: [requirePermission('people.read')],
    loadComponent: () => import('./invitations-page').then((m) => m.InvitationsPage),
  },
  {
    path: 'api-keys',
    canActivate: [requirePermission('api-key.manage')],
    loadComponent: () => import('./api-keys-page').then((m) => m.ApiKeysPage),
  },
  {
    path: 'api-keys/new',
    canActivate: [requirePermission('api-key.manage')],
    loadComponent: () => import('./new-api-key-page').then((m) => m.NewApiKeyPage),
  },
  {
    path: 'sftp-keys',
    canActivate: [requirePermission('sftp-key.manage')],
    loadComponent: () => import('./sftp-keys-page').then((m) => m.SftpKeysPage),
  },
  {
    path: 'sftp-keys/new',
    canActivate: [requirePermission('sftp-key.manage')],
    loadComponent: () => import('./new-sftp-key-page').then((m) => m.NewSftpKeyPage),
  },
  {
    path: ':membershipId',
    canActivate: [requirePermission('people.read')],
    loadComponent: () => import('./member-page').then((m) => m.MemberPage),
  },
];

import { provideHttpClient, withInterceptors, withNoXsrfProtection, withXhr } from '@angular/common/http';
import {
  type ApplicationConfig,
  provideBrowserGlobalErrorListeners,
  provideZonelessChangeDetection,
} from '@angular/core';
import {
  RouteReuseStrategy,
  provideRouter,
  withComponentInputBinding,
  withInMemoryScrolling,
  withNavigationErrorHandler,
  withRouterConfig,
} from '@angular/router';
import { csrfInterceptor, sessionEndInterceptor } from '@plumbline/ui';
import { unavailableAtFault } from './not-found/unavailable-at-fault';
import { routes } from './routes';
import { TenantReuseStrategy } from './tenant/tenant-reuse-strategy';

export const appConfig: ApplicationConfig = {
  providers: [
    provideZonelessChangeDetection(),
    provideBrowserGlobalErrorListeners(),
    // XHR because fetch tells no upload progress; the CSRF header is ours (csrfInterceptor), not Angular's cookie scheme.
    provideHttpClient(
      withXhr(),
      withNoXsrfProtection(),
      withInterceptors([csrfInterceptor, sessionEndInterceptor]),
    ),
    provideRouter(
      routes,
      withComponentInputBinding(),
      withNavigationErrorHandler(unavailableAtFault),
      withInMemoryScrolling({ scrollPositionRestoration: 'enabled', anchorScrolling: 'enabled' }),
      // Eager: a page that is refused or fails keeps the address it was asked for.
      withRouterConfig({ paramsInheritanceStrategy: 'always', urlUpdateStrategy: 'eager' }),
    ),
    { provide: RouteReuseStrategy, useClass: TenantReuseStrategy },
  ],
};

import { HttpErrorResponse, type HttpInterceptorFn } from '@angular/common/http';
import { inject } from '@angular/core';
import { tap } from 'rxjs';
import { SessionStore } from '../session/session-store';

const unsafe = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/** Unsafe calls carry the session's CSRF token; it never leaves our own origin because only relative addresses get it. */
export const csrfInterceptor: HttpInterceptorFn = (request, next) => {
  const token = inject(SessionStore).csrfToken();
  const ours = request.url.startsWith('/api/');
  return next(
    ours && token !== null && unsafe.has(request.method)
      ? request.clone({ setHeaders: { 'X-CSRF-Token': token } })
      : request,
  );
};

/** A session that ended elsewhere (time, sign-out in another tab, a changed role) ends here too, at the first 401. */
export const sessionEndInterceptor: HttpInterceptorFn = (request, next) => {
  const session = inject(SessionStore);
  return next(request).pipe(
    tap({
      error: (error: unknown) => {
        const asksForSession = /\/api\/v1\/session(?:\/|$)/.test(request.url);
        if (error instanceof HttpErrorResponse && error.status === 401 && !asksForSession) session.ended();
      },
    }),
  );
};

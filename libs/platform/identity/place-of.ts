import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import type { Place } from './attempt-limits';
import { cookieOf, DEVICE_COOKIE, SESSION_COOKIE } from './cookies';

export function placeOf(request: Request): Place {
  return {
    ip: request.ip ?? '',
    userAgent: request.header('user-agent') ?? '',
    device: cookieOf(request, DEVICE_COOKIE),
  };
}

/** Where the request comes from. */
export const FromPlace = createParamDecorator((_: unknown, context: ExecutionContext): Place =>
  placeOf(context.switchToHttp().getRequest<Request>()),
);

/** The session token the browser sent, if any; whether it is worth anything is for `Sessions` to say. */
export const PresentedToken = createParamDecorator(
  (_: unknown, context: ExecutionContext): string | undefined =>
    cookieOf(context.switchToHttp().getRequest<Request>(), SESSION_COOKIE),
);

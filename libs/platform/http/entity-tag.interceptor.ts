import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { Request, Response } from 'express';
import { map, type Observable } from 'rxjs';
import { etagOf } from './etag';

/**
 * An answer that is one thing with a `version` carries it as ETag, for If-Match. It says which state of the row a change is
 * based on, not that the whole answer is the same: names of other things, comments and the reader's rights are in the
 * answer too. So nothing is kept by caches, and If-None-Match is not answered 304.
 */
@Injectable()
export class EntityTagInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<Request>();
    const response = context.switchToHttp().getResponse<Response>();
    delete request.headers['if-none-match'];
    if (!response.headersSent) response.setHeader('Cache-Control', 'no-store');
    return next.handle().pipe(
      map((answer: unknown) => {
        const version = (answer as { version?: unknown } | null)?.version;
        if (typeof version === 'number' && !response.headersSent) response.setHeader('ETag', etagOf(version));
        return answer;
      }),
    );
  }
}

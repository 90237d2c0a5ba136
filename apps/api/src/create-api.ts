import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { ProblemDetailsFilter } from '@plumbline/platform/errors';
import { type Clock, SystemClock } from '@plumbline/platform/tenancy';
import helmet from 'helmet';
import { AppModule } from './app.module';
import { serveClient } from './client-files';

/** The whole HTTP process, not yet listening: main starts it, specs call it in place. */
export async function createApi(clock: Clock = new SystemClock()): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.with(clock), {
    bufferLogs: false,
    logger: ['error', 'warn'],
  });
  app.disable('x-powered-by');
  app.set('etag', false);
  app.set('query parser', 'simple');
  app.set('trust proxy', process.env['TRUST_PROXY'] ?? 'loopback');
  app.use(
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: { 'default-src': ["'none'"], 'frame-ancestors': ["'none'"] },
      },
      strictTransportSecurity: { maxAge: 63_072_000, includeSubDomains: true },
      referrerPolicy: { policy: 'same-origin' },
      crossOriginEmbedderPolicy: false,
    }),
  );
  app.useBodyParser('json', { limit: '1mb' });
  app.useGlobalFilters(new ProblemDetailsFilter());
  const web = process.env['WEB_ROOT'];
  if (web) serveClient(app.getHttpAdapter().getInstance(), web);
  return app;
}

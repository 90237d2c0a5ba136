import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { log } from '@plumbline/platform/jobs';
import { SystemClock } from '@plumbline/platform/tenancy';
import { WorkerModule } from './worker.module';

const app = await NestFactory.createApplicationContext(WorkerModule.with(new SystemClock()), {
  logger: ['error', 'warn'],
});
app.enableShutdownHooks();
log.info('ready');

import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { log } from '@plumbline/platform/jobs';
import { WorkerModule } from './worker.module';

const app = await NestFactory.createApplicationContext(WorkerModule, { logger: ['error', 'warn'] });
app.enableShutdownHooks();
log.info('ready');

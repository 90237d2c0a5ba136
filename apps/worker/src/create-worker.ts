import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import { type Clock, SystemClock } from '@plumbline/platform/tenancy';
import { WorkerModule } from './worker.module';

/** The whole job process: main runs it for good, the demo runs it beside the API under a clock that it moves. */
export function createWorker(clock: Clock = new SystemClock()): Promise<INestApplicationContext> {
  return NestFactory.createApplicationContext(WorkerModule.with(clock), { logger: ['error', 'warn'] });
}

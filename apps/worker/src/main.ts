import 'reflect-metadata';
import { log } from '@plumbline/platform/jobs';
import { createWorker } from './create-worker';

const app = await createWorker();
app.enableShutdownHooks();
log.info('ready');

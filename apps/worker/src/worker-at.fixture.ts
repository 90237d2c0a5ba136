import 'reflect-metadata';
import { FixedClock } from '@plumbline/platform/tenancy';
import { createWorker } from './create-worker';

/** The job process of a spec that kills it: what main starts, at the instant that is its argument. */
await createWorker(new FixedClock(Temporal.Instant.from(process.argv[2] ?? '')));

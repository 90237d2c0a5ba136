import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiUnderTest } from './api-under-test';
import { WorkerByHand } from './worker-by-hand';

export interface ProductByHand {
  readonly api: ApiUnderTest;
  readonly worker: WorkerByHand;
  /** Ends both and removes their files. */
  readonly stop: () => Promise<void>;
}

/** An API under test and the jobs beside it, with files of their own, at an instant. */
export async function startByHand(at: string): Promise<ProductByHand> {
  const folder = await mkdtemp(join(tmpdir(), 'plumbline-files-'));
  process.env['PLUMBLINE_FILES'] = folder;
  const api = await ApiUnderTest.start();
  const worker = await WorkerByHand.start(api);
  api.clock.set(at);
  return {
    api,
    worker,
    stop: async () => {
      await worker.stop();
      await api.stop();
      await rm(folder, { recursive: true });
    },
  };
}

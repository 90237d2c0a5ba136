import { Global, Module } from '@nestjs/common';
import { FileStore } from './file-store';

/** Both processes share one folder of stored files. */
@Global()
@Module({
  providers: [{ provide: FileStore, useFactory: () => fileStoreFromEnvironment() }],
  exports: [FileStore],
})
export class FilesModule {}

export function fileStoreFromEnvironment(env: NodeJS.ProcessEnv = process.env): FileStore {
  const folder = env['PLUMBLINE_FILES'];
  const secret = env['PLUMBLINE_SECRET'] ?? '';
  if (!folder)
    throw new Error('PLUMBLINE_FILES is not set: the folder of stored files, see docs/operations.md');
  if (!/^[0-9a-f]{64}$/i.test(secret))
    throw new Error('PLUMBLINE_SECRET must be 32 random bytes as 64 hexadecimal digits');
  return new FileStore(folder, Buffer.from(secret, 'hex'));
}

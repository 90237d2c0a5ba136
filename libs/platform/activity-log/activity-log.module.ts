import { Global, Module } from '@nestjs/common';
import { ActivityLog } from './activity-log';
import { CHECKPOINT_FOLDER, CheckpointWriter } from './checkpoint-writer';
import { CheckpointSigner } from './checkpoint-signer';
import { Checkpoints } from './checkpoints';

/** For both processes: whatever changes something says so in the log. Wants SealModule beside it. */
@Global()
@Module({
  providers: [ActivityLog, Checkpoints, CheckpointSigner],
  exports: [ActivityLog, Checkpoints, CheckpointSigner],
})
export class ActivityLogModule {}

/** For the job process: signed checkpoints into `PLUMBLINE_CHECKPOINTS`. */
@Module({
  providers: [
    CheckpointWriter,
    {
      provide: CHECKPOINT_FOLDER,
      useFactory: () => process.env['PLUMBLINE_CHECKPOINTS'] ?? '.plumbline/checkpoints',
    },
  ],
  exports: [CheckpointWriter],
})
export class ActivityLogWorkerModule {}

import { Injectable } from '@nestjs/common';
import type { TenantTransaction } from '../database/transaction';
import { Clock } from '../tenancy';
import { type Checkpoint, genesisHash } from './chain';
import { CheckpointSigner } from './checkpoint-signer';

/** Where a tenant's log stands, signed. */
@Injectable()
export class Checkpoints {
  constructor(
    private readonly clock: Clock,
    private readonly signer: CheckpointSigner,
  ) {}

  async current(tx: TenantTransaction): Promise<Checkpoint> {
    const [head] = await tx.query<{ sequence: string; hash: Buffer }>(
      'select sequence, hash from activity_log_head where tenant_id = $1',
      [tx.tenantId],
    );
    return this.signer.sign({
      tenantId: tx.tenantId,
      sequence: Number(head?.sequence ?? 0),
      hash: (head?.hash ?? genesisHash(tx.tenantId)).toString('hex'),
      at: this.clock.date().toISOString(),
    });
  }
}

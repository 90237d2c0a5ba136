import { Injectable } from '@nestjs/common';
import type { InputOf } from '@plumbline/api/schema';
import type { addSftpKey, listSftpKeys, SftpKey } from '@plumbline/people/schema';
import { ActivityLog } from '@plumbline/platform/activity-log';
import { Door, isUniqueViolation, newId } from '@plumbline/platform/database';
import { ConflictError, InvalidError, NotFoundError } from '@plumbline/platform/errors';
import { demandVersion, readCursor, toPage } from '@plumbline/platform/http';
import { readPublicKey } from '@plumbline/platform/identity';
import { type Actor, Clock } from '@plumbline/platform/tenancy';
import { type SftpKeyRow, SftpKeysRepository } from './sftp-keys.repository';
import { demandVendorThatWorks } from './vendor-that-works';

@Injectable()
export class SftpKeysService {
  constructor(
    private readonly door: Door,
    private readonly clock: Clock,
    private readonly sftpKeys: SftpKeysRepository,
    private readonly activityLog: ActivityLog,
  ) {}

  list(actor: Actor, query: InputOf<typeof listSftpKeys>['query']) {
    const after = readCursor(query.cursor, 'uuid');
    return this.door.withTenant(actor, async (tx) => {
      const rows = await this.sftpKeys.list(tx, after?.[0] ?? null, query.limit + 1);
      return toPage(rows, query.limit, answer, (row) => [row.id]);
    });
  }

  async add(actor: Actor, wanted: InputOf<typeof addSftpKey>['body']): Promise<SftpKey> {
    const { name, vendorId, confirm } = wanted;
    const key = readPublicKey(wanted.publicKey);
    if (!key)
      throw InvalidError.field(
        'publicKey',
        'not-a-public-key',
        'one line as in id_ed25519.pub: Ed25519, ECDSA, or RSA of 2048 bits and more',
      );
    const id = newId();
    try {
      return await this.door.withTenant(actor, async (tx) => {
        // another vendor's is not seen by a vendor's administrator
        await demandVendorThatWorks(tx, vendorId);
        const { fingerprint, line: publicKey } = key;
        const createdAt = this.clock.date();
        const row = { id, name, vendorId, fingerprint, publicKey, confirm, createdBy: actor.id, createdAt };
        await this.sftpKeys.insert(tx, row);
        await this.activityLog.append(tx, {
          action: 'sftp-key-added',
          thing: 'sftp-key',
          thingId: id,
          vendorId,
          detail: { fingerprint, confirm },
        });
        const added = await this.sftpKeys.find(tx, id);
        if (!added) throw new NotFoundError('SFTP key');
        return answer(added);
      });
    } catch (error) {
      if (isUniqueViolation(error, 'sftp_key_once'))
        throw new ConflictError('sftp-key-taken', 'This key is in use here already: make another.', 409, [
          { path: 'publicKey', code: 'sftp-key-taken', detail: 'this key is in use already' },
        ]);
      throw error;
    }
  }

  revoke(actor: Actor, id: string, version: number): Promise<void> {
    return this.door.withTenant(actor, async (tx) => {
      const row = await this.sftpKeys.find(tx, id);
      if (!row) throw new NotFoundError('SFTP key');
      demandVersion(row.version, version);
      if (row.revoked_at) return;
      await this.sftpKeys.revoke(tx, id, this.clock.date());
      await this.activityLog.append(tx, {
        action: 'sftp-key-revoked',
        thing: 'sftp-key',
        thingId: id,
        vendorId: row.vendor_id,
      });
    });
  }
}

function answer(row: SftpKeyRow): SftpKey {
  return {
    id: row.id,
    name: row.name,
    fingerprint: row.fingerprint,
    vendor: { id: row.vendor_id, name: row.vendor_name },
    confirm: row.confirm,
    createdBy: { id: row.created_by, name: row.creator_name ?? '' },
    createdAt: row.created_at.toISOString(),
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
    state: row.revoked_at ? 'revoked' : 'active',
    version: row.version,
  };
}

import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { NotFoundError, ProductError } from '@plumbline/platform/errors';
import { FileTooLarge } from '@plumbline/platform/files';
import type { SftpCaller } from '@plumbline/platform/identity';
import { log } from '@plumbline/platform/jobs';
import { KpiFileReceipts } from '../files/kpi-file-receipts';
import { KpiFileUploads } from '../files/kpi-file-uploads';
import { fileName } from '../files/receive-upload';
import { receiptNamed, receiptNames, reportAs } from './receipt-report';

/** What one caller may do, in the words of the house; the protocol is `SftpSession`'s. */
export interface SftpMailbox {
  /** Null when the file was received, else why not. */
  receive(name: string, content: Readable): Promise<string | null>;
  receipts(): Promise<readonly { readonly name: string; readonly at: Date }[]>;
  receipt(name: string): Promise<Buffer | null>;
}

/** Opens to each caller what it may hand in and read: files of its vendor by the same way as any, receipts from the rows. */
@Injectable()
export class SftpMailboxes {
  constructor(
    private readonly uploads: KpiFileUploads,
    private readonly files: KpiFileReceipts,
  ) {}

  of({ actor, vendorId, fingerprint, confirm }: SftpCaller, address: string): SftpMailbox {
    const { uploads, files } = this;
    return {
      async receive(name, content) {
        try {
          await uploads.receive(actor, {
            vendor: await uploads.admit(actor, { id: vendorId }),
            name: fileName(name),
            content,
            arrival: { via: 'sftp', address, key: fingerprint },
            whenKnown: confirm === 'automatically' ? 'load' : 'check',
          });
          return null;
        } catch (error) {
          return whyNot(error, content);
        }
      },
      receipts: async () =>
        (await files.recent(actor)).flatMap((file) =>
          receiptNames(file).map((name) => ({ name, at: file.createdAt })),
        ),
      async receipt(name) {
        const asked = receiptNamed(name);
        if (!asked) return null;
        try {
          return reportAs(asked.ending, await files.report(actor, asked.id));
        } catch (error) {
          if (error instanceof NotFoundError) return null;
          throw error;
        }
      },
    };
  }
}

function whyNot(error: unknown, content: Readable): string {
  if (error instanceof ProductError) return `${error.detail} (${error.code})`;
  if (error instanceof FileTooLarge) return `${error.message} (too-large)`;
  // broken off by the other side: nobody is there to be told
  if (!content.errored)
    log.error(
      { error: error instanceof Error ? error.stack : String(error) },
      'a file sent over SFTP was not kept',
    );
  return 'Something broke on our side; nothing of this file was kept. Send it again.';
}

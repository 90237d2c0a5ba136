import { Controller } from '@nestjs/common';
import type { InputOf } from '@plumbline/api/schema';
import { addSftpKey, listSftpKeys, revokeSftpKey } from '@plumbline/people/schema';
import { CurrentActor, Handles, IfMatch, Input } from '@plumbline/platform/http';
import type { Actor } from '@plumbline/platform/tenancy';
import { SftpKeysService } from './sftp-keys.service';

@Controller()
export class SftpKeysController {
  constructor(private readonly sftpKeys: SftpKeysService) {}

  @Handles(listSftpKeys)
  list(@CurrentActor() actor: Actor, @Input() { query }: InputOf<typeof listSftpKeys>) {
    return this.sftpKeys.list(actor, query);
  }

  @Handles(addSftpKey)
  add(@CurrentActor() actor: Actor, @Input() { body }: InputOf<typeof addSftpKey>) {
    return this.sftpKeys.add(actor, body);
  }

  @Handles(revokeSftpKey)
  revoke(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof revokeSftpKey>,
    @IfMatch() version: number,
  ): Promise<void> {
    return this.sftpKeys.revoke(actor, params.sftpKeyId, version);
  }
}

import { Module } from '@nestjs/common';
import { StoredFileEntity } from '@plumbline/platform/files';
import { DocumentDirectory } from './document-directory';
import { DocumentEntity } from './document.entity';
import { DocumentsController } from './documents.controller';
import { DocumentsRepository } from './documents.repository';
import { DocumentsService } from './documents.service';

export const documentEntities = [DocumentEntity, StoredFileEntity] as const;

/** What other things read of documents, in both processes. */
@Module({
  providers: [DocumentDirectory, DocumentsRepository],
  exports: [DocumentDirectory, DocumentsRepository],
})
export class DocumentReadModule {}

/** For things of the API that hand documents on. */
@Module({ imports: [DocumentReadModule], providers: [DocumentsService], exports: [DocumentsService] })
export class DocumentCopyModule {}

@Module({
  imports: [DocumentCopyModule],
  controllers: [DocumentsController],
})
export class DocumentsModule {}

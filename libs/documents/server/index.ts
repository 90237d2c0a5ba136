export { DocumentDirectory } from './document-directory';
export {
  DocumentCopyModule,
  documentEntities,
  DocumentReadModule,
  DocumentsModule,
} from './documents.module';
export { DocumentsService } from './documents.service';

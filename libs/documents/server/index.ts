export { DocumentDirectory } from './document-directory';
export { documentEntities, DocumentReadModule, DocumentsModule } from './documents.module';

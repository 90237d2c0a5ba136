export * from './file-store';
export * from './files.module';
export * from './stored-file.entity';
export * from './to-stored-file';
export { FileTooLarge, MeasureBytes } from './measure-bytes';

export * from './file-store';
export * from './files.module';
export { FileTooLarge, MeasureBytes } from './measure-bytes';

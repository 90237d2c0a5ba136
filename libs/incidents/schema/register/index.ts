export * from './operations';
export * from './veris-record';

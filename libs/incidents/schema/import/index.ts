export * from './incident-import';

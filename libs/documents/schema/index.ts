export * from './document';
export * from './document-kinds';
export * from './operations';

export * from './vendor-codes';
export * from './vendors.module';

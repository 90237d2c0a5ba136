export * from './contract-entities';
export * from './contracts.module';

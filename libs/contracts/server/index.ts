export * from './contract-entities';
export * from './contracts.module';
export * from './dates/contract-dates.sweep';
export * from './dates/remind-of-contract.processor';

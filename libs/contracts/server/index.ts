export * from './agreed-notices';
export * from './contract-entities';
export * from './contracts.module';
export * from './dates/calendar-sources';
export * from './dates/contract-dates.sweep';
export * from './dates/remind-of-contract.processor';
export { ParityWorkerModule } from './parity/parity.module';
export { CompareParityProcessor, ParitySweep } from './parity/parity.processor';

export { sessionSchema } from '../session/session.schema';
export * from './data-table.harness';
export * from './field.harness';
export * from './figure.harness';
export * from './page-state.harness';
export * from './tenant-testing';

export * from './csv';
export * from './workbook';
export * from './zipped';

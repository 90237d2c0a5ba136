export * from './build-credits.processor';
export * from './credit-entities';
export * from './credits.module';
export * from './credits.sweep';
export * from './letters/credit-letters.sweep';
export * from './letters/write-credit-letter.processor';

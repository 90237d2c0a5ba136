export * from './exercise';
export * from './operations';
export * from './shipped-scenarios';

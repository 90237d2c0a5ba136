export * from './internal-target';
export * from './operations';
export * from './parity-finding';
export * from './parity-matrix';
export * from './regulatory-floor';
export * from './shipped-floors';

export * from './calendar';
export * from './calendar-problems';
export * from './engine-calendar';
export * from './holiday-proposal';
export * from './hours-text';
export * from './operations';
export * from './provenance';
export * from './work-countries';

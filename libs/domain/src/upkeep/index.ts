export * from './check-dates.js';
export * from './check-kinds.js';
export * from './check-lifecycle.js';
export * from './check-list.js';
export * from './check-rules.js';
export * from './check-states.js';
export * from './check-words.js';

export * from './half-days.js';
export * from './loan-kinds.js';
export * from './loan-lifecycle.js';
export * from './loan-list.js';
export * from './loan-rules.js';
export * from './loan-states.js';
export * from './loan-words.js';

export * from './remedy-fields.js';
export * from './remedy-kinds.js';
export * from './remedy-lifecycle.js';
export * from './remedy-list.js';
export * from './remedy-rules.js';
export * from './remedy-states.js';
export * from './remedy-words.js';

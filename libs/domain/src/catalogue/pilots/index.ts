export * from './pilot-fields.js';
export * from './pilot-kinds.js';
export * from './pilot-list.js';
export * from './pilot-refusals.js';
export * from './pilot-words.js';

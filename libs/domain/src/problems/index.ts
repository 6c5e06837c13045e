export * from './problem-fields.js';
export * from './problem-kinds.js';
export * from './problem-lifecycle.js';
export * from './problem-list.js';
export * from './problem-rules.js';
export * from './problem-states.js';
export * from './problem-words.js';

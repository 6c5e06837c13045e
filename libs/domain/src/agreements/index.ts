export * from './convention-states.js';
export * from './convention-fields.js';
export * from './convention-kinds.js';
export * from './convention-lifecycle.js';
export * from './convention-list.js';
export * from './convention-rules.js';
export * from './convention-warnings.js';
export * from './convention-words.js';

export * from './dotation-lifecycle.js';
export * from './dotation-list.js';
export * from './dotation-rules.js';
export * from './dotation-states.js';
export * from './dotation-words.js';
export * from './sharing.js';

export * from './campaign-list.js';
export * from './findings.js';
export * from './part-lifecycle.js';
export * from './part-rules.js';
export * from './part-states.js';
export * from './part-words.js';

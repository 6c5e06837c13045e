export * from './return-lifecycle.js';
export * from './return-list.js';
export * from './return-rules.js';
export * from './return-states.js';
export * from './return-words.js';

export * from './judging.js';
export * from './lifecycle.js';
export * from './notice-words.js';
export * from './states.js';

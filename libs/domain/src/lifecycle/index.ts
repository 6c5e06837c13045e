export * from './judging.js';
export * from './lifecycle.js';
export * from './states.js';

export * from './usage-columns.js';
export * from './usage-coverage.js';
export * from './usage-kinds.js';
export * from './usage-line.js';
export * from './usage-sharing.js';
export * from './usage-week.js';

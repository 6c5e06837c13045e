export * from './fleet-columns.js';
export * from './fleet-judging.js';
export * from './fleet-kinds.js';
export * from './fleet-places.js';
export * from './fleet-rows.js';
export * from './fleet-states.js';

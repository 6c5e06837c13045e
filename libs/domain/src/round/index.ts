export * from './access-window.js';
export * from './round-order.js';
export * from './round-terms.js';
export * from './travel.js';

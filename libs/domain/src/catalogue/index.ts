export * from './item-fields.js';
export * from './item-kinds.js';
export * from './item-lifecycle.js';
export * from './item-list.js';
export * from './item-page-terms.js';
export * from './item-states.js';
export * from './item-words.js';
export * from './prerequisites.js';

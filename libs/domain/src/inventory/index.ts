export * from './equipment-fields.js';
export * from './equipment-labels.js';
export * from './equipment-lifecycle.js';
export * from './equipment-list.js';
export * from './equipment-rules.js';
export * from './equipment-states.js';
export * from './equipment-tag.js';
export * from './equipment-words.js';

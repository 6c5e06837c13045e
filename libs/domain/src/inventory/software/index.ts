export * from './software-fields.js';
export * from './software-kinds.js';
export * from './software-list.js';
export * from './software-rules.js';

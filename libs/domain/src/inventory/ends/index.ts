export * from './carbon-factors.js';
export * from './depreciation.js';
export * from './disposal-list.js';
export * from './disposal-rules.js';
export * from './end-kinds.js';
export * from './equipment-families.js';
export * from './fleet-settings.js';
export * from './reuse-shares.js';

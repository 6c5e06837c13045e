export * from './plain-date.js';
export * from './paris-time.js';
export * from './school-year.js';
export * from './working-days.js';
export * from './opening-hours.js';
export * from './in-force.js';
export * from './slots.js';

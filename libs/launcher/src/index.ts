export { startApi, waitForHealth } from './api-process.ts';
export { findBrowser } from './browser.ts';
export { prepareDemonstration } from './demonstration.ts';
export { freePort } from './ports.ts';
export { startThrowawayPostgres } from './throwaway-postgres.ts';

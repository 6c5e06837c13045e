export * from './label-report-lifecycle.js';

export * from './deposit-kinds.js';

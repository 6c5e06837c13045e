export * from './summers.js';

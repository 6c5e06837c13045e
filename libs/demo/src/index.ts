export { generateDemonstration } from './generate.js';
export { isEmpty, loadDemonstration } from './load.js';

export { generateDemonstration } from './generate.js';
export { isEmpty, loadDemonstration } from './load.js';
export { knowCauses } from './problems-at-large.js';
export { personaEmail } from './personas.js';

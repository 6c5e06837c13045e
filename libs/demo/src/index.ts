export { generateDemonstration } from './generate.js';
export type { DemonstrationOptions } from './generate.js';
export { DEMONSTRATION_ACTOR, isEmpty, loadDemonstration } from './load.js';
export type { LoadClient, LoadOptions } from './load.js';
export { DEMONSTRATION_DOMAIN, DEMONSTRATION_PERSONAS, personaEmail } from './personas.js';
export type { DemonstrationPersona } from './personas.js';
export type { DemonstrationPlan, DemonstrationRows, DemonstrationTable } from './rows.js';

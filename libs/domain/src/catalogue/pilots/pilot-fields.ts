import type { Role } from '../../roles/roles.js';

/** Groups of a trial's fields that not everybody reads (rules.md 2). */
export interface PilotFields {
  /** What people wrote of it, without their names: for who prepares the decision. */
  texts: boolean;
}

/** What a role reads of a trial that it reaches; whoever has said something reads their own words. */
export const pilotFields = (role: Role): PilotFields => ({ texts: role === 'plan-manager' });

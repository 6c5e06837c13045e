import type { Need } from '../shell/need';

/** Who works in a school reads what is open to it; the others plan what is held. */
export const IN_SCHOOL: Need = { all: ['training-sessions.read'], without: 'training-sessions.propose' };

/** The diocese reads no session: it says which hours count in its own schools. */
export const HOURS_ALONE: Need = { all: ['training-hours.mark'], without: 'training-sessions.read' };

import type { Need } from '../shell/need';

/** Who works in a school reads what is open to it; the others plan what is held. */
export const IN_SCHOOL: Need = { all: ['training-sessions.read'], without: 'training-sessions.propose' };

import type { Need } from '../shell/need';

/** The page of the school one works in. */
export const OWN_SCHOOL: Need = { all: ['directory.read', 'home.school'] };

/** The list of schools: who works inside one has its page, and no list. */
export const SCHOOLS: Need = { all: ['directory.read'], without: 'home.school' };

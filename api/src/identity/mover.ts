import type { ActorRole } from '@parc/domain';
import type { Actor } from './actor.js';

/** Nobody's account: the system acts, and says why in the thread. */
export const SYSTEM = 'system';
export type Mover = Actor | typeof SYSTEM;

/** How a history names who made a move. */
export function signatureOf(mover: Mover): { accountId: string | null; role: ActorRole; deputy: boolean } {
  return mover === SYSTEM
    ? { accountId: null, role: SYSTEM, deputy: false }
    : { accountId: mover.accountId, role: mover.role, deputy: mover.deputy };
}

/** A role as the tables ask for it. */
export function roleOf(mover: Mover): ActorRole {
  return mover === SYSTEM ? SYSTEM : mover.role;
}

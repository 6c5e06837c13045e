import type { ActorRole } from '../roles/roles.js';

/** Who holds a session, as it is proposed: a trainer of the circonscription, or somebody of the maker, who has no account. */
export interface TrainerTold {
  trainerId: string | null;
  outsideTrainer: string | null;
  outsideFirm: string | null;
}

/** Is one of the two told, whole, and nothing of the other? */
export const isTrainerWhole = ({ trainerId, outsideTrainer, outsideFirm }: TrainerTold): boolean =>
  [outsideTrainer, outsideFirm].every((told) => Boolean(told?.trim()) === (trainerId === null));

/**
 * Does this actor act for who holds the session? Its own trainer does; for somebody of the maker, who has no account, each digital
 * trainer who reaches the session (rules.md 18).
 *
 * @param session `trainerId`: null for somebody of the maker
 */
export const actsAsTrainer = (
  actor: { accountId: string; role: ActorRole },
  { trainerId }: { readonly trainerId: string | null },
): boolean => (trainerId === null ? actor.role === 'digital-trainer' : trainerId === actor.accountId);

import type { TransferRequest } from '@parc/api-client';
import type { EnvelopeKind } from '@parc/domain';
import { money, parseMoney } from '@parc/ui';

/** One side as it is being chosen. `schoolId` null is the plan's reserve; undefined, no school chosen yet. */
export interface SideChoice {
  readonly schoolId: string | null | undefined;
  readonly name: string;
  readonly kind: EnvelopeKind;
}

/** What a side has now; null while nobody knows. */
export interface SideStanding {
  /** False: this year's envelope does not exist yet. */
  readonly opened: boolean;
  readonly availableCents: number;
}

export interface TransferTyped {
  readonly year: number;
  readonly from: SideChoice;
  readonly to: SideChoice;
  readonly amount: string;
  readonly reason: string;
}

export interface Standings {
  readonly from: SideStanding | null;
  readonly to: SideStanding | null;
}

export type TransferField = 'from' | 'to' | 'amount' | 'reason';

export const RESERVE_NAME = 'la réserve du plan';
const SHORTEST_REASON = 3;

/** What is still wrong, beside its field; the ledger judges again. */
export function transferErrors(
  typed: TransferTyped,
  { from: giver }: Standings,
): Partial<Record<TransferField, string>> {
  const { from, to } = typed;
  const errors: Partial<Record<TransferField, string>> = {};
  if (from.schoolId === undefined) errors.from = 'Choisissez l’école qui donne, ou la réserve.';
  else if (giver?.opened === false) errors.from = 'Ce budget n’est pas ouvert : il n’a rien à donner.';
  if (to.schoolId === undefined) errors.to = 'Choisissez l’école qui reçoit, ou la réserve.';
  else if (to.schoolId === from.schoolId && to.kind === from.kind) errors.to = 'Un virement va d’un budget à un autre.';
  const cents = parseMoney(typed.amount);
  if (cents === null) errors.amount = 'Écrivez un montant, par exemple 200 ou 62,50.';
  else if (cents <= 0) errors.amount = 'Le montant est au-dessus de zéro.';
  else if (giver?.opened && cents > giver.availableCents)
    errors.amount = `Il manque ${money(cents - giver.availableCents)} : il reste ${money(giver.availableCents)} du côté qui donne.`;
  if (typed.reason.trim().length < SHORTEST_REASON) errors.reason = 'Dites pourquoi : les deux côtés le lisent.';
  return errors;
}

/** @throws RangeError when something is still missing: `transferErrors` says what */
export function transferRequest({ year, from, to, amount, reason }: TransferTyped): TransferRequest {
  const amountCents = parseMoney(amount);
  if (amountCents === null || from.schoolId === undefined || to.schoolId === undefined)
    throw new RangeError('Incomplete transfer');
  return {
    year,
    from: { schoolId: from.schoolId, kind: from.kind },
    to: { schoolId: to.schoolId, kind: to.kind },
    amountCents,
    reason: reason.trim(),
  };
}

export interface BeforeAfter {
  readonly name: string;
  readonly kind: EnvelopeKind;
  readonly beforeCents: number;
  /** Below zero when the side cannot give that much. */
  readonly afterCents: number;
}

/** What is free on both sides, before and after; a side that is not chosen or not read yet is left out. */
export function beforeAndAfter({ from, to, amount }: TransferTyped, standings: Standings): readonly BeforeAfter[] {
  const cents = parseMoney(amount) ?? 0;
  return [
    { side: from, standing: standings.from, change: -cents },
    { side: to, standing: standings.to, change: cents },
  ].flatMap(({ side: { schoolId, name, kind }, standing, change }) => {
    if (schoolId === undefined || standing === null) return [];
    const beforeCents = standing.availableCents;
    return [{ name, kind, beforeCents, afterCents: beforeCents + change }];
  });
}

import type { RefusalRegister } from '../refusals/register.js';

/** Every way a movement of money is refused. */
// prettier-ignore
export const BUDGET_REFUSALS = {
  'budget.not-enough':           { status: 422, sentence: 'Il manque {missing}. Retirez un poste ou demandez un virement.' },
  'budget.envelope-missing':     { status: 422, sentence: 'Le budget de cette année n’est pas encore ouvert pour l’école.' },
  'budget.envelope-closed':      { status: 409, sentence: 'Ce budget est clos : plus aucun mouvement n’y est possible.' },
  'budget.same-envelope':        { status: 422, sentence: 'Un virement va d’un budget à un autre.' },
  'budget.amount-too-large':     { status: 422, sentence: 'Ce montant porterait le budget au-delà de ce que le plan peut compter. Vérifiez-le.' },
  'budget.already-opened':       { status: 409, sentence: 'Les budgets de cette année sont déjà répartis.' },
  'allocation.fixed-above-vote': { status: 422, sentence: 'Les montants fixés à la main dépassent la somme votée.' },
  'allocation.nothing-to-share': { status: 422, sentence: 'La règle ne donne rien à aucune école : vérifiez ses montants.' },
  'allocation.school-unknown':   { status: 422, sentence: 'Une école fixée à la main n’existe pas.' },
  'allocation.preview-stale':    { status: 412, sentence: 'Des chiffres ont changé depuis l’aperçu. Regardez-le de nouveau avant d’appliquer.' },
  'hold.already-resolved':       { status: 409, sentence: 'Quelqu’un vient de décider de cette somme. Relisez la commande.' },
} as const satisfies RefusalRegister;

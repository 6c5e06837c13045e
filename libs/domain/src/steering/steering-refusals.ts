import type { RefusalRegister } from '../refusals/register.js';

/** Every way a figure is refused. */
// prettier-ignore
export const STEERING_REFUSALS = {
  'figure.axis':          { status: 422, sentence: 'Ce chiffre ne se détaille pas ainsi.' },
  'figure.no-target':     { status: 422, sentence: 'Ce chiffre n’a pas de sens à atteindre : il n’a pas de cible.' },
  'figure.not-worked-out': { status: 409, sentence: 'Ce chiffre n’est pas encore calculé. Revenez dans une minute.' },
  'edition.no-figures':   { status: 409, sentence: 'Un chiffre n’est pas encore calculé. Revenez dans une minute.' },
  'edition.moving':       { status: 409, sentence: 'Des données ont changé pendant le gel : rien n’est gardé. Recommencez dans un instant.' },
  'edition.other-meeting': { status: 422, sentence: 'Une édition corrigée garde la date de sa réunion.' },
  'edition.corrected':    { status: 409, sentence: 'Cette édition est déjà corrigée : corrigez la dernière.' },
  'edition.reason-missing': { status: 422, sentence: 'Dites pourquoi cette édition en remplace une autre, et laquelle.' },
} as const satisfies RefusalRegister;

import { isScientificNotation, padLostZeros } from './spreadsheet-damage.js';

/** La Poste's offices have numbers that fail the usual check: their figures add up to a multiple of five instead. */
const LA_POSTE = '356000000';

export type SiretRefusal = 'siret-scientific' | 'siret-wrong';

export type SiretReading =
  | {
      readonly valid: true;
      /** 14 figures, or 9 when only the legal person's SIREN was given */
      readonly siret: string;
      readonly zerosRestored: boolean;
    }
  | { readonly valid: false; readonly code: SiretRefusal };

/**
 * Reads a SIRET (14 figures) or a SIREN (9), spaces allowed, checked by Luhn's sum.
 * A number shown as `2,17003E+13` has lost its last figures: it is refused and cannot be restored. Zeros lost in front
 * are put back (one for a SIREN, two at most for a SIRET): they do not count in the sum.
 */
export function readSiret(text: string): SiretReading {
  const typed = text.replace(/\s/g, '');
  if (isScientificNotation(typed)) return { valid: false, code: 'siret-scientific' };
  if (!/^\d{8,14}$/.test(typed) || typed.length === 10 || typed.length === 11)
    return { valid: false, code: 'siret-wrong' };
  const siret = padLostZeros(typed, typed.length > 9 ? 14 : 9);
  if (!holds(siret)) return { valid: false, code: 'siret-wrong' };
  return { valid: true, siret, zerosRestored: siret !== typed };
}

/** The legal person behind an establishment: the commune of a public school, the managing body of a private one. */
export function sirenOf(siret: string): string {
  return siret.slice(0, 9);
}

function holds(siret: string): boolean {
  if (/^0+$/.test(siret)) return false;
  if (luhnSum(siret) % 10 === 0) return true;
  return siret.length === 14 && sirenOf(siret) === LA_POSTE && figureSum(siret) % 5 === 0;
}

/** Every second figure from the right counts double, less nine above nine. */
function luhnSum(figures: string): number {
  let sum = 0;
  for (let place = 1; place <= figures.length; place += 1) {
    const figure = Number(figures.charAt(figures.length - place));
    const counted = place % 2 === 0 ? figure * 2 : figure;
    sum += counted > 9 ? counted - 9 : counted;
  }
  return sum;
}

function figureSum(figures: string): number {
  return [...figures].reduce((sum, figure) => sum + Number(figure), 0);
}

import { decimals, euros } from '@parc/domain';
import { NARROW_SPACE, wholeNumber } from './typography.js';

/**
 * "1 234,50 €", with narrow no-break spaces and a real minus sign.
 * @param amountCents integer cents
 * @throws RangeError when it is not an integer: half a cent means that a rule was broken before
 */
export function money(amountCents: number): string {
  return euros(integer(amountCents));
}

/** "1 234,50", for a column whose head says the unit. @param amountCents integer cents */
export function amount(amountCents: number): string {
  return decimals(integer(amountCents));
}

/** "1 054 €" when there are no cents to say, else as money(). For narrow places. @param amountCents integer cents */
export function shortMoney(amountCents: number): string {
  return amountCents % 100 === 0 ? `${wholeNumber(amountCents / 100)}${NARROW_SPACE}€` : money(amountCents);
}

/** "+ 51,00 €", "− 431,00 €", "0,00 €": what a movement gives or takes. @param amountCents integer cents */
export function signedMoney(amountCents: number): string {
  if (amountCents === 0) return money(0);
  return `${amountCents > 0 ? '+' : '−'}${NARROW_SPACE}${money(Math.abs(amountCents))}`;
}

/**
 * Integer cents from what a person typed: "1 234,5", "1234.50 €", "12". Null when it is not an amount.
 * The text is read digit by digit: a float would lose cents.
 */
export function parseMoney(text: string): number | null {
  const plain = text.replace(/[\s€\u00a0\u202f]/g, '').replace('.', ',');
  const match = /^([-−])?(\d{1,12})(?:,(\d{1,2}))?$/.exec(plain);
  if (match === null) return null;
  const cents = Number(match[2]) * 100 + Number((match[3] ?? '').padEnd(2, '0'));
  return match[1] === undefined || cents === 0 ? cents : -cents;
}

function integer(amountCents: number): number {
  if (!Number.isSafeInteger(amountCents)) throw new RangeError(`Not integer cents: ${amountCents}`);
  return amountCents;
}

import { padLostZeros } from './spreadsheet-damage.js';

const EMAIL_SHAPE = /^[^\s@<>"',;:()[\]\\]{1,64}@[\p{L}\p{N}](?:[\p{L}\p{N}.-]{0,250})\.\p{L}{2,24}$/u;
const WEBSITE_SHAPE = /^(?:https?:\/\/)?[\p{L}\p{N}][\p{L}\p{N}.-]{0,250}\.\p{L}{2,24}(?::\d{2,5})?(?:[/?#]\S*)?$/iu;
const WEBSITE_MAX_LENGTH = 300;

export interface TelephoneReading {
  /** ten figures without spaces: `0477530000` */
  readonly telephone: string;
  /** a spreadsheet had taken the first zero */
  readonly zeroRestored: boolean;
}

/** Reads a French telephone number, with or without spaces, dots or +33. Null when it is none. */
export function readTelephone(text: string): TelephoneReading | null {
  const figures = text.replace(/[\s.\-/()]/g, '').replace(/^(?:\+33|0033)0?/, '0');
  const telephone = figures.length === 9 ? padLostZeros(figures, 10) : figures;
  return /^0[1-9]\d{8}$/.test(telephone) ? { telephone, zeroRestored: telephone !== figures } : null;
}

/**
 * Reads an e-mail address; null when it cannot be written to. Letter case is kept: the national file writes the UAI in
 * capitals, and addresses are compared without case elsewhere.
 */
export function readEmail(text: string): string | null {
  const email = text.trim();
  return email.length <= 254 && EMAIL_SHAPE.test(email) ? email : null;
}

/** Reads a web address, http and https only: it becomes a link on the school's page. Null for anything else. */
export function readWebsite(text: string): string | null {
  const website = text.trim();
  return website.length <= WEBSITE_MAX_LENGTH && WEBSITE_SHAPE.test(website) ? website : null;
}

import { createHash } from 'node:crypto';

/** The next number of a year's certificates: A-2026-00142. @param year a word of SQL */
export const NEXT_CERTIFICATE_NUMBER = (year: string) =>
  `'A-' || ${year}::int || '-' || to_char(nextval('training_certificate_number_' || ${year}::int), 'FM9999999999900000')`;

/** By which a certificate is found among all: a code that is nearly one lies as far off as any other. */
export const digestOf = (code: string): Buffer => createHash('sha256').update(code).digest();

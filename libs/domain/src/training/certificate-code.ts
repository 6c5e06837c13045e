/** Crockford's: no letter that is read as a digit or as another. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CHARACTERS = 20;
const GROUP = 5;
const WHOLE = /^[0-9A-HJKMNP-TV-Z]{20}$/;

/** The code by which a certificate is asked about. @param drawn 20 random bytes */
export const certificateCode = (drawn: Uint8Array): string =>
  Array.from(drawn.slice(0, CHARACTERS), (byte) => ALPHABET[byte % ALPHABET.length]).join('');

/** As it stands on the certificate: 7K3QX-9M2RD-… */
export const certificateCodeShown = (code: string): string =>
  (code.match(new RegExp(`.{1,${GROUP}}`, 'g')) ?? []).join('-');

/** What somebody typed or scanned, as it is kept; null: no certificate has such a code. O is read as 0, I and L as 1. */
export function readCertificateCode(typed: string): string | null {
  const read = typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  return WHOLE.test(read) ? read : null;
}

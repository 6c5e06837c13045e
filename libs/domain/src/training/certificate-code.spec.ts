import { describe, expect, it } from '@jest/globals';
import { certificateCode, certificateCodeShown, readCertificateCode } from './certificate-code.js';

const CODE = certificateCode(Uint8Array.from({ length: 20 }, (_, place) => place * 13));

describe('the code of a certificate', () => {
  it('has twenty characters of which none is read as another, and is shown in four groups', () => {
    expect(CODE).toMatch(/^[0-9A-HJKMNP-TV-Z]{20}$/);
    expect(certificateCodeShown(CODE)).toMatch(/^.{5}-.{5}-.{5}-.{5}$/);
    expect(certificateCode(new Uint8Array(20).fill(255))).toBe('Z'.repeat(20));
  });

  it('is read as it is shown, in small letters, and with the letters that one takes for digits', () => {
    expect(readCertificateCode(certificateCodeShown(CODE).toLowerCase())).toBe(CODE);
    expect(readCertificateCode(`O${'I'.repeat(10)}${'l'.repeat(9)}`)).toBe(`0${'1'.repeat(19)}`);
  });

  it.each(['', 'ABC', `${'A'.repeat(19)}U`, 'A'.repeat(21)])('is not %j', (typed) => {
    expect(readCertificateCode(typed)).toBeNull();
  });
});

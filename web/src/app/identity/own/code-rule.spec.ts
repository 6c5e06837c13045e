import { describe, expect, it } from '@jest/globals';
import { codeError } from './code-rule';

describe('a confirmation code', () => {
  it.each(['281947', '281947305512'])('may be %s', (code) => {
    expect(codeError(code)).toBe('');
  });

  it.each(['28194', '2819473055126', '28 19 47', 'douze4'])('may not be %s', (code) => {
    expect(codeError(code)).toContain('6 à 12 chiffres');
  });

  it('is asked for', () => {
    expect(codeError('')).toBe('Choisissez un code.');
  });
});

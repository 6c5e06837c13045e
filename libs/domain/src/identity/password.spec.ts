import { describe, expect, it } from '@jest/globals';
import { isPasswordStrong, missingCharacterCount } from './password.js';

const EMAIL = 'claire.morel@ecole.example';

describe('a password', () => {
  it('has twelve characters, a drawn letter counting once', () => {
    expect(missingCharacterCount('craie')).toBe(7);
    expect(missingCharacterCount('🌳'.repeat(9))).toBe(3);
    expect(missingCharacterCount('un tableau vert ardoise')).toBe(0);
    expect(isPasswordStrong('craie blanc', EMAIL)).toBe(false);
    expect(isPasswordStrong('craie blanch', EMAIL)).toBe(true);
  });

  it('is not the address of its owner, nor the mailbox with little more', () => {
    expect(isPasswordStrong(EMAIL, EMAIL)).toBe(false);
    expect(isPasswordStrong('Claire.Morel2026', EMAIL)).toBe(false);
    expect(isPasswordStrong(`  ${EMAIL} `, EMAIL)).toBe(false);
    expect(isPasswordStrong('claire.morel-craie', EMAIL)).toBe(true);
    expect(isPasswordStrong('claire.morel-crai', EMAIL)).toBe(false);
    expect(isPasswordStrong('claire.morel aime la craie', EMAIL)).toBe(true);
  });

  it('is not three letters over and over', () => {
    expect(isPasswordStrong('abcabcabcabc', EMAIL)).toBe(false);
    expect(isPasswordStrong('abcdabcdabcd', EMAIL)).toBe(true);
  });
});

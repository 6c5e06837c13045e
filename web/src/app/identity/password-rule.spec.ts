import { describe, expect, it } from '@jest/globals';
import { passwordAdvice, passwordError } from './password-rule';

describe('the length of a password', () => {
  it('is told while one types, and no longer once it is enough', () => {
    expect(passwordAdvice('')).toBe('');
    expect(passwordAdvice('craie')).toBe('Encore 7 caractères.');
    expect(passwordAdvice('craie blanch')).toBe('');
    expect(passwordAdvice('craie blanc')).toBe('Encore 1 caractère.');
  });

  it('counts a drawn letter once, whatever it weighs in memory', () => {
    expect(passwordAdvice('🌳'.repeat(9))).toBe('Encore 3 caractères.');
  });

  it('is judged before anything is sent', () => {
    expect(passwordError('')).toBe('Choisissez un mot de passe.');
    expect(passwordError('trop court')).toContain('trop court');
    expect(passwordError('un tableau vert ardoise')).toBe('');
  });
});

import { describe, expect, it } from '@jest/globals';
import type { Role } from '../roles/roles.js';
import { CONVENTION_STATE_NAMES } from './convention-states.js';
import { conventionMissing, conventionNext } from './convention-words.js';

const party = 'la commune de Firminy';

describe('what a missing convention is told as', () => {
  it.each(['teacher', 'school-head'] as Role[])('is the refusal’s own sentence to the school (%s)', (reader) =>
    expect(conventionMissing(reader, { party, state: 'sent', next: '' })).toBeNull(),
  );

  it('names the convention, its state and what to do, to whoever prepares it', () => {
    const next = conventionNext('plan-manager').approved;
    expect(conventionMissing('plan-manager', { party, state: 'approved', next })).toBe(
      'La convention avec la commune de Firminy est « Approuvée » et ne couvre pas l’école aujourd’hui. Il reste à la signer.',
    );
    expect(conventionMissing('plan-manager', { party, state: null, next: conventionNext('plan-manager').none })).toBe(
      'Aucune convention avec la commune de Firminy ne couvre l’école. Préparez-la, puis transmettez-la au signataire.',
    );
  });

  it('says to others what the metropole does, and gives them nothing to do', () => {
    const next = conventionNext('technician').expired;
    expect(next).toBe(conventionNext('school-head').expired);
    expect(conventionMissing('technician', { party, state: 'expired', next })).toContain('« Échue »');
  });

  it('says something of every state, to each', () => {
    for (const state of ['none', ...CONVENTION_STATE_NAMES] as const) {
      expect(conventionNext('school-head')[state]).toMatch(/\.$/);
      expect(conventionNext('plan-manager')[state]).toMatch(/\.$/);
      expect(conventionNext('plan-manager')[state]).not.toBe(conventionNext('school-head')[state]);
    }
  });
});

import { describe, expect, it } from '@jest/globals';
import { audienceSaid } from './training-audience.js';

describe('the audience of a session', () => {
  it('is said by its cycles, in their order, and by none of them where it is everybody', () => {
    expect(audienceSaid([])).toBe('Tous les cycles');
    expect(audienceSaid(['cycle-2'])).toBe('Cycle 2');
    expect(audienceSaid(['cycle-3', 'cycle-2'])).toBe('Cycles 2 et 3');
    expect(audienceSaid(['cycle-1', 'cycle-2', 'cycle-3'])).toBe('Tous les cycles');
  });
});

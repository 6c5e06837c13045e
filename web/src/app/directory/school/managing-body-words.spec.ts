import type { ManagingBodyAnswer } from '@parc/api-client';
import { describe, expect, it } from '@jest/globals';
import { bodyKindsFor } from '@parc/domain';
import { bodyOptions } from './managing-body-words';

const plain = (text: string): string => text.replace(/[\u202f\u00a0]/g, ' ');
const body = (name: string, given: Partial<ManagingBodyAnswer> = {}): ManagingBodyAnswer => ({
  id: name,
  kind: 'ogec',
  name,
  schools: 1,
  ...given,
});

describe('who may run a school', () => {
  it('is no body for a commune’s school, and a medico-social one for a teaching unit', () => {
    expect(bodyKindsFor({ sector: 'public', kind: 'primary' })).toEqual([]);
    expect(bodyKindsFor({ sector: 'private', kind: 'primary' })).toEqual(['ogec', 'diocese']);
    expect(bodyKindsFor({ sector: 'public', kind: 'teaching-unit' })).toEqual(['medico-social']);
  });

  it('is found by words of its name, accents and apostrophes aside', () => {
    const bodies = [
      body('OGEC des Églantines'),
      body('OGEC de l’Écluse', { schools: 0 }),
      body('Fondation des Églantines', { kind: 'medico-social' }),
    ];
    expect(bodyOptions(bodies, ['ogec'], 'eglantines ogec').map(({ label }) => label)).toEqual(['OGEC des Églantines']);
    expect(bodyOptions(bodies, ['ogec'], "l'ecluse").map(({ detail }) => plain(detail!))).toEqual(['aucune école']);
    expect(bodyOptions(bodies, ['ogec'], '')).toHaveLength(2);
  });
});

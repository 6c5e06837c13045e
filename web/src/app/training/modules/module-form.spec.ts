import { describe, expect, it } from '@jest/globals';
import type { TrainingModuleSheet } from '@parc/api-client';
import { initialValues } from '../../shell/forms/fields';
import { materialsOf, materialsProblem, moduleForm, moduleRequest } from './module-form';

const models = [
  { id: 'm1', name: 'Écran', reference: 'MAT-12' },
  { id: 'm2', name: 'Robot', reference: 'MAT-05' },
];
const standing: TrainingModuleSheet = {
  ...{ id: 'a', version: 3, title: 'Prendre en main', kind: 'functional', minutes: 90, counts: true, active: true },
  ...{ currentId: 'a', competences: ['teaching'], models: [models[1]!], held: 4, survey: null },
  materials: [{ label: 'Livret du stagiaire', address: 'https://exemple.fr/livret' }],
  files: [],
};

describe('the form of a module', () => {
  it('begins with what stands, and sent unchanged says the same again', () => {
    const { title, kind, minutes, counts, competences, materials } = standing;
    expect(moduleRequest(initialValues(moduleForm(models, standing)), models)).toEqual({
      ...{ title, kind, minutes, counts, competences, materials, modelIds: ['m2'] },
    });
  });

  it('reads a link a line, a name before its address', () => {
    expect(materialsOf('Livret  https://exemple.fr/a\n\n Fiche élève https://exemple.fr/b ')).toEqual([
      { label: 'Livret', address: 'https://exemple.fr/a' },
      { label: 'Fiche élève', address: 'https://exemple.fr/b' },
    ]);
  });

  it('says which line is not one', () => {
    expect(materialsProblem('Livret https://exemple.fr/a\nFiche http://exemple.fr')).toMatch(/^Ligne 2/);
    expect(materialsProblem('https://exemple.fr/a')).toMatch(/^Ligne 1/);
    expect(materialsProblem(Array.from({ length: 11 }, () => 'L https://exemple.fr').join('\n'))).toBe(
      '10 liens au plus.',
    );
    expect(materialsProblem('')).toBe('');
  });
});

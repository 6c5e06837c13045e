import { describe, expect, it } from '@jest/globals';
import { PREREQUISITES, PROMISERS } from '../catalogue/prerequisites.js';
import { kindsOf } from '../kinds/kinds.js';
import { BODY_KINDS } from './body-kinds.js';
import {
  bodyKindsFor,
  CONTRACTS_LEFT_OUT,
  isEligible,
  PRIORITIES,
  promiserFor,
  SCHOOL_KINDS,
  SECTORS,
} from './school-kinds.js';

describe('a public school', () => {
  it('is run by its commune, which provides what an order needs first; the inspector names a deputy where it has no head', () => {
    expect(bodyKindsFor({ sector: 'public', kind: 'primary' })).toEqual([]);
    expect(PROMISERS[promiserFor({ sector: 'public', kind: 'primary' })].word).toBe('la commune');
    expect(SECTORS.public.vacancyRole).toBe('inspector');
  });
});

describe('a private school', () => {
  it('is run by a body, which provides what an order needs first and names the deputy', () => {
    expect(bodyKindsFor({ sector: 'private', kind: 'nursery' })).toEqual(['ogec', 'diocese']);
    expect(PROMISERS[promiserFor({ sector: 'private', kind: 'nursery' })].word).toBe('l’organisme de gestion');
    expect(SECTORS.private.vacancyRole).toBe('private-body-officer');
    expect(SECTORS.private.runners?.word).toBe('son organisme de gestion');
  });

  it('is equipped under a contract with the State alone', () => {
    expect(CONTRACTS_LEFT_OUT).toEqual(['none']);
    expect([isEligible(null), isEligible('association'), isEligible('simple'), isEligible('none')]).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });
});

describe('a teaching unit', () => {
  it('is run by a medico-social body, whatever its sector; the plan manager names a deputy', () => {
    expect(bodyKindsFor({ sector: 'public', kind: 'teaching-unit' })).toEqual(['medico-social']);
    for (const sector of kindsOf(SECTORS))
      expect(PROMISERS[promiserFor({ sector, kind: 'teaching-unit' })].word).toBe('l’organisme médico-social');
    expect(SCHOOL_KINDS['teaching-unit'].runners?.word).toBe('son organisme médico-social');
    expect(BODY_KINDS['medico-social'].vacancyRole).toBe('plan-manager');
    expect([BODY_KINDS.ogec.vacancyRole, BODY_KINDS.diocese.vacancyRole]).toEqual([null, null]);
  });

  it('is counted by its own name', () => {
    expect(SCHOOL_KINDS['teaching-unit'].counted).toEqual(['unité d’enseignement', 'unités d’enseignement']);
    expect(SCHOOL_KINDS['teaching-unit'].saidByCount).toBe(true);
  });
});

describe('priority education', () => {
  it('is said of a network, and not of its absence', () => {
    expect([PRIORITIES.none.short, PRIORITIES.REP.short, PRIORITIES['REP+'].short]).toEqual([null, 'REP', 'REP+']);
  });
});

it('an order may need power, a network or furniture first', () => {
  expect(Object.keys(PREREQUISITES)).toEqual(['power', 'network', 'furniture']);
});

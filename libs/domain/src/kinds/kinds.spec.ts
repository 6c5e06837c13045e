import { describe, expect, it } from '@jest/globals';
import {
  CONVENTION_KINDS,
  conventionKindOfBody,
  KINDS_OPENING_NOTHING,
  KINDS_WITH_PARTNER,
  PARTNERS,
  partnerReferences,
} from '../agreements/convention-kinds.js';
import { BODY_KINDS } from '../directory/body-kinds.js';
import { bodyKindsFor, isEligible, needsStateContract, SCHOOL_KINDS, SECTORS } from '../directory/school-kinds.js';
import { isKind, kindChoices, kindsOf, kindsWhere, kindWords } from './kinds.js';

describe('a vocabulary', () => {
  it('gives its words in the order of its rows, those that hold something, and what a select offers', () => {
    expect(kindsOf(SECTORS)).toEqual(['public', 'private']);
    expect(kindsWhere(SECTORS, ({ hasStateContract }) => hasStateContract)).toEqual(['private']);
    expect(kindChoices(SECTORS)).toEqual([
      { value: 'public', label: 'public' },
      { value: 'private', label: 'privé' },
    ]);
    expect(kindWords(SECTORS)).toEqual({ public: 'public', private: 'privé' });
    expect(kindWords(SECTORS, ({ ofSchool }) => ofSchool)).toEqual({ public: 'publique', private: 'privée' });
  });

  it('knows its own words, and nothing that every object has', () => {
    expect([isKind(SECTORS, 'private'), isKind(SECTORS, 'toString'), isKind(SECTORS, null)]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe('the kinds of convention', () => {
  it('are signed by each kind of body once', () => {
    for (const body of kindsOf(BODY_KINDS))
      expect([body, kindsWhere(CONVENTION_KINDS, ({ bodies }) => bodies.includes(body))]).toEqual([
        body,
        [conventionKindOfBody(body)],
      ]);
  });

  it('name bodies where a body faces the metropole, and only there', () => {
    for (const kind of kindsOf(CONVENTION_KINDS)) {
      const { partner, bodies } = CONVENTION_KINDS[kind];
      expect([kind, bodies.length > 0]).toEqual([kind, PARTNERS[partner].reference === 'managingBodyId']);
    }
  });

  it('open orders but for the framework, which has no partner to choose', () => {
    expect(KINDS_OPENING_NOTHING).toEqual(['framework']);
    expect(KINDS_WITH_PARTNER).toEqual(['commune', 'private-body', 'medico-social-body']);
    expect(partnerReferences('framework', 'x')).toEqual({ communeId: null, managingBodyId: null });
    expect(partnerReferences('commune', 'x')).toEqual({ communeId: 'x', managingBodyId: null });
    expect(partnerReferences('private-body', 'x')).toEqual({ communeId: null, managingBodyId: 'x' });
  });

  it('take a title and a place in a sentence from their partner', () => {
    expect(CONVENTION_KINDS.commune.title('Unieux')).toBe('Convention de partenariat avec Unieux');
    expect(CONVENTION_KINDS['private-body'].title('l’OGEC')).toBe('Convention avec l’OGEC');
    expect(CONVENTION_KINDS.framework.title('')).toBe('Convention-cadre entre la métropole et l’Éducation nationale');
    expect(CONVENTION_KINDS.framework.inSentence('Éducation nationale')).toBe('l’Éducation nationale');
  });
});

describe('who runs a school', () => {
  it('is the commune where its sector and its kind name no body', () => {
    expect(bodyKindsFor({ sector: 'public', kind: 'primary' })).toEqual([]);
    expect(bodyKindsFor({ sector: 'private', kind: 'nursery' })).toEqual(['ogec', 'diocese']);
    for (const sector of kindsOf(SECTORS))
      expect(bodyKindsFor({ sector, kind: 'teaching-unit' })).toEqual(['medico-social']);
  });

  it('must tell the contract of a private school, not of a teaching unit', () => {
    const needing = kindsOf(SECTORS).flatMap((sector) =>
      kindsOf(SCHOOL_KINDS).flatMap((kind) => (needsStateContract({ sector, kind }) ? `${sector} ${kind}` : [])),
    );
    expect(needing).toEqual(['private nursery', 'private elementary', 'private primary']);
  });

  it('is left out without any contract, not where there is none to tell', () => {
    expect([isEligible('none'), isEligible('simple'), isEligible('association'), isEligible(null)]).toEqual([
      false,
      true,
      true,
      true,
    ]);
  });
});

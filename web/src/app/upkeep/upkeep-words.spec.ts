import { describe, expect, it } from '@jest/globals';
import {
  aboutWords,
  checkName,
  checkState,
  foundWords,
  leftWords,
  listTitle,
  partDone,
  ruleWords,
} from './upkeep-words';

/** Spaces of typography are not what is looked at here. */
const plain = (words: string): string => words.replaceAll(/\s/g, ' ');
const none = { weekday: null, everyMonths: null, month: null, dayOfMonth: null, onDay: null };

describe('a plan of upkeep', () => {
  it('says its rule as a person would', () => {
    expect(ruleWords({ ...none, rule: 'term', weekday: 'mon' })).toBe('Premier lundi de chaque période');
    expect(ruleWords({ ...none, rule: 'in-service', everyMonths: 12 })).toBe('Tous les 12 mois en service');
    expect(ruleWords({ ...none, rule: 'in-service', everyMonths: 1 })).toBe('Tous les mois en service');
    expect(ruleWords({ ...none, rule: 'yearly', month: 9, dayOfMonth: 1 })).toBe('Chaque 1er septembre');
    expect(plain(ruleWords({ ...none, rule: 'once', onDay: '2026-11-30' }))).toContain(
      'Campagne, jusqu’au 30 nov. 2026',
    );
  });

  it('says of what it is, and where', () => {
    expect(aboutWords({ modelName: 'Tablette X', family: null, placeName: null })).toBe(
      'Tablette X, toutes les écoles',
    );
    expect(aboutWords({ modelName: null, family: 'projector', placeName: 'Firminy' })).toBe(
      'Famille « Vidéoprojecteur », Firminy',
    );
  });

  it('tells the parts of a check apart', () => {
    expect(checkName({ planName: 'Tablettes', part: 1 })).toBe('Tablettes');
    expect(checkName({ planName: 'Tablettes', part: 2 })).toBe('Tablettes, partie 2');
  });

  it('says what is left, and how far it is', () => {
    expect(plain(leftWords({ checks: 8, open: 3, late: 1, done: 5 }))).toBe('3 contrôles à faire, 1 en retard');
    expect(leftWords({ checks: 8, open: 0, late: 0, done: 8 })).toBe('Rien à faire');
    expect(leftWords({ checks: 0, open: 0, late: 0, done: 0 })).toBe('Aucun contrôle depuis la rentrée');
    expect([partDone({ checks: 8, open: 3 }), partDone({ checks: 0, open: 0 })]).toEqual([62, 0]);
    const counts = { checks: 2, open: 1, late: 0, done: 1, devices: 9, checked: 5, watch: 2, broken: 1, notFound: 1 };
    expect(plain(foundWords(counts))).toBe('5 appareils contrôlés sur 9 : 2 à surveiller, 1 en panne, 1 introuvable');
  });
});

describe('checks', () => {
  it('are late past their day, which is no state', () => {
    expect(checkState({ state: 'planned', late: true }).word).toBe('En retard');
    expect(checkState({ state: 'planned', late: false }).word).toBe('À faire');
  });

  it('are counted by their list', () => {
    expect(['a-faire', 'en-retard', 'a-moi', 'tous'].map((view) => plain(listTitle(view, 0)))).toEqual([
      ...['Aucun contrôle à faire', 'Aucun contrôle en retard', 'Aucun contrôle à vous', 'Aucun contrôle'],
    ]);
    expect(plain(listTitle('a-faire', 2))).toBe('2 contrôles à faire');
  });
});

import { describe, expect, it } from '@jest/globals';
import { lineAbout, type EntryOrigin } from './statement-words.js';
import type { StatementLine } from './statement.js';

const ORIGIN: EntryOrigin = {
  kind: 'allocation',
  incoming: true,
  counterpart: null,
  orderTitle: null,
  action: null,
  bySystem: false,
  reason: null,
  corrects: false,
};
const ORDER: EntryOrigin = { ...ORIGIN, incoming: false, orderTitle: 'Deux écrans en salles 3 et 5' };

type Row = [said: string, line: Pick<StatementLine, 'kind' | 'effect'>, origin: EntryOrigin];

describe('what a line concerns', () => {
  it.each<Row>([
    [
      'Deux écrans en salles 3 et 5',
      { kind: 'reservation', effect: 'takes' },
      { ...ORDER, kind: 'reservation', action: 'submit' },
    ],
    [
      'Deux écrans en salles 3 et 5',
      { kind: 'commitment', effect: 'moves' },
      { ...ORDER, kind: 'commitment', action: 'approve' },
    ],
    [
      'd’office, sous le seuil',
      { kind: 'commitment', effect: 'moves' },
      { ...ORDER, kind: 'commitment', bySystem: true },
    ],
    ['accordée en partie', { kind: 'release', effect: 'gives' }, { ...ORDER, kind: 'commitment', action: 'approve' }],
    ['complément, plus cher que prévu', { kind: 'commitment', effect: 'takes' }, { ...ORDER, kind: 'commitment' }],
    ['moins cher que prévu', { kind: 'release', effect: 'gives' }, { ...ORDER, kind: 'expense', action: 'certify' }],
    ['au service fait', { kind: 'rounding', effect: 'takes' }, { ...ORDER, kind: 'rounding', action: 'certify' }],
    ['reprise par l’école', { kind: 'release', effect: 'gives' }, { ...ORDER, kind: 'release', action: 'withdraw' }],
    ['annulée', { kind: 'release', effect: 'gives' }, { ...ORDER, kind: 'release', action: 'cancel' }],
    ['selon la règle votée', { kind: 'allocation', effect: 'gives' }, ORIGIN],
    [
      'une classe ouverte à la rentrée',
      { kind: 'allocation', effect: 'gives' },
      { ...ORIGIN, reason: 'une classe ouverte à la rentrée' },
    ],
    [
      'reçu de la réserve du plan, tempête',
      { kind: 'transfer', effect: 'gives' },
      { ...ORIGIN, kind: 'transfer', counterpart: { side: 'reserve' }, reason: 'tempête' },
    ],
    [
      'versé à une autre école',
      { kind: 'transfer', effect: 'takes' },
      { ...ORIGIN, kind: 'transfer', incoming: false, counterpart: { side: 'other-school' } },
    ],
    [
      'versé à l’école du Mollard',
      { kind: 'transfer', effect: 'takes' },
      { ...ORIGIN, kind: 'transfer', incoming: false, counterpart: { side: 'school', name: 'École du Mollard' } },
    ],
    [
      'reçu de l’enveloppe maintenance',
      { kind: 'transfer', effect: 'gives' },
      { ...ORIGIN, kind: 'transfer', counterpart: { side: 'own', kind: 'maintenance', year: 2026 } },
    ],
    [
      'Deux écrans en salles 3 et 5, reporté sur 2027',
      { kind: 'carry-over', effect: 'moves' },
      { ...ORDER, kind: 'carry-over', counterpart: { side: 'own', kind: 'installation', year: 2027 } },
    ],
    [
      'correction : saisie deux fois',
      { kind: 'allocation', effect: 'takes' },
      { ...ORIGIN, corrects: true, reason: 'saisie deux fois' },
    ],
    ['renvoyée à l’école', { kind: 'release', effect: 'gives' }, { ...ORDER, kind: 'release', action: 'return' }],
    ['refusée', { kind: 'release', effect: 'gives' }, { ...ORDER, kind: 'release', action: 'reject' }],
    [
      'rendue en fin d’année',
      { kind: 'release', effect: 'gives' },
      { ...ORDER, kind: 'release', action: 'lapse', bySystem: true },
    ],
    ['Deux écrans en salles 3 et 5', { kind: 'release', effect: 'gives' }, { ...ORDER, kind: 'release', action: null }],
    [
      'Deux écrans en salles 3 et 5',
      { kind: 'expense', effect: 'moves' },
      { ...ORDER, kind: 'expense', action: 'certify' },
    ],
    [
      'complément, plus cher que prévu',
      { kind: 'commitment', effect: 'takes' },
      { ...ORDER, kind: 'commitment', bySystem: true },
    ],
    ['non utilisé en fin d’année', { kind: 'lapse', effect: 'takes' }, { ...ORIGIN, kind: 'lapse' }],
    ['école fermée', { kind: 'lapse', effect: 'takes' }, { ...ORIGIN, kind: 'lapse', reason: 'école fermée' }],
    ['intervention de maintenance', { kind: 'expense', effect: 'takes' }, { ...ORIGIN, kind: 'expense' }],
    ['serrure', { kind: 'expense', effect: 'takes' }, { ...ORIGIN, kind: 'expense', reason: 'serrure' }],
    [
      'en attendant le vote',
      { kind: 'provisional-allocation', effect: 'gives' },
      { ...ORIGIN, kind: 'provisional-allocation' },
    ],
    [
      'un quart du vote passé',
      { kind: 'provisional-allocation', effect: 'gives' },
      { ...ORIGIN, kind: 'provisional-allocation', reason: 'un quart du vote passé' },
    ],
    [
      'versé à la réserve du plan',
      { kind: 'transfer', effect: 'takes' },
      { ...ORIGIN, kind: 'transfer', incoming: false, counterpart: { side: 'reserve' } },
    ],
    [
      'reçu de Groupe scolaire Mimosa',
      { kind: 'transfer', effect: 'gives' },
      { ...ORIGIN, kind: 'transfer', counterpart: { side: 'school', name: 'Groupe scolaire Mimosa' } },
    ],
    [
      'reçu d’une autre école',
      { kind: 'transfer', effect: 'gives' },
      { ...ORIGIN, kind: 'transfer', counterpart: { side: 'other-school' } },
    ],
    [
      'versé à une autre école',
      { kind: 'transfer', effect: 'takes' },
      { ...ORIGIN, kind: 'transfer', incoming: false },
    ],
    [
      'reporté de 2026',
      { kind: 'carry-over', effect: 'moves' },
      { ...ORIGIN, kind: 'carry-over', counterpart: { side: 'own', kind: 'installation', year: 2026 } },
    ],
    [
      'reporté sur 2027',
      { kind: 'carry-over', effect: 'moves' },
      {
        ...ORIGIN,
        kind: 'carry-over',
        incoming: false,
        counterpart: { side: 'own', kind: 'installation', year: 2027 },
      },
    ],
    ['reçu en report', { kind: 'carry-over', effect: 'moves' }, { ...ORIGIN, kind: 'carry-over' }],
    ['reporté', { kind: 'carry-over', effect: 'moves' }, { ...ORIGIN, kind: 'carry-over', incoming: false }],
    [
      'reçu en report',
      { kind: 'carry-over', effect: 'moves' },
      { ...ORIGIN, kind: 'carry-over', counterpart: { side: 'reserve' } },
    ],
    [
      'correction : doublon',
      { kind: 'carry-over', effect: 'moves' },
      { ...ORDER, kind: 'carry-over', corrects: true, reason: 'doublon' },
    ],
  ])('%s', (said, line, origin) => {
    expect(lineAbout(line, origin)).toBe(said);
  });
});

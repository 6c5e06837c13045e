import { describe, expect, it } from '@jest/globals';
import { guessFleetColumns, isOfPeople, missingFleetColumns, type FleetColumn } from './fleet-columns.js';
import { fleetSource, recogniseFleet } from './fleet-kinds.js';
import { fleetState } from './fleet-states.js';

const GLPI = [
  'Nom',
  'Entité',
  'Statut',
  'Fabricant',
  'Numéro de série',
  'Type',
  'Modèle',
  'Lieu',
  'Dernière modification',
];
const SNIPE = [
  ...['Company', 'Name', 'Asset Tag', 'Category', 'Supplier', 'Manufacturer', 'Location', 'Order Number', 'Model'],
  ...[
    'Model Number',
    'Purchase Date',
    'Purchase Cost',
    'Checkout Type',
    'Checked Out To: Username',
    'Checked Out To: Location',
  ],
];

describe('a list', () => {
  it.each([
    ['GLPI’s computers', [...GLPI, 'Système d’exploitation - Nom'], [], 'glpi-computers'],
    [
      'GLPI’s computers in English',
      ['Name', 'Entity', 'Status', 'Manufacturer', 'Serial number', 'Operating System - Name', 'Model'],
      [],
      'glpi-computers',
    ],
    ['GLPI’s screens', GLPI, [['', '', '', '', '', 'Écran LCD']], 'glpi-monitors'],
    ['GLPI’s peripherals, in any order', [...GLPI].reverse(), [['', '', '', 'Clavier']], 'glpi-peripherals'],
    ['Snipe-IT’s assets', SNIPE, [], 'snipe-it'],
    [
      'Snipe-IT’s assets in French',
      ['Société', 'Nom', 'Étiquette de l’actif', 'Catégorie', 'Modèle', 'Statut'],
      [],
      'snipe-it',
    ],
    ['somebody’s own', ['Ecole', 'Salle', 'Matériel', 'N° série'], [], 'list'],
    ['somebody’s own, with a few words of GLPI', ['Nom', 'Modèle', 'Lieu', 'Statut', 'Type', 'Fabricant'], [], 'list'],
  ])('is recognised by its headings: %s', (_, header, rows, kind) => {
    expect(recogniseFleet(header, rows)).toBe(kind);
  });

  it('has its columns by their headings, whatever their order', () => {
    const at = (header: readonly string[]) =>
      Object.fromEntries(Object.entries(guessFleetColumns(header)).map(([column, place]) => [column, header[place]]));
    const glpi: Partial<Record<FleetColumn, string>> = {
      ...{
        serial: 'Numéro de série',
        state: 'Statut',
        site: 'Entité',
        place: 'Lieu',
        maker: 'Fabricant',
        model: 'Modèle',
      },
    };
    expect(at(GLPI)).toEqual(glpi);
    expect(at([...GLPI].reverse())).toEqual(glpi);
    expect(at(SNIPE)).toEqual({
      ...{ tag: 'Asset Tag', site: 'Company', place: 'Location', maker: 'Manufacturer', model: 'Model' },
      ...{ purchasedOn: 'Purchase Date', netPrice: 'Purchase Cost' },
    });
  });

  it('must say what a device is known by, where it is, and what it is', () => {
    expect(missingFleetColumns({})).toEqual(['serial', 'place', 'model']);
    expect(missingFleetColumns({ tag: 0, site: 1, model: 2 })).toEqual([]);
  });

  it('loses what it says of people, and keeps where a device was lent to', () => {
    const people = [
      'Checked Out To: Username',
      'Usager',
      'Numéro d’usager',
      'Courriel',
      'Prénom',
      'Affecté à',
      'Asset Notes',
    ];
    expect(people.filter((heading) => !isOfPeople(heading))).toEqual([]);
    expect([...GLPI, 'Checked Out To: Location', 'Checkout Type'].filter(isOfPeople)).toEqual([]);
  });

  it('speaks the words of its source: GLPI’s three as one, another’s when its headings are the same', () => {
    expect(fleetSource('glpi-computers', GLPI)).toBe(fleetSource('glpi-monitors', []));
    expect(fleetSource('list', ['École', 'Salle'])).toBe(fleetSource('list', ['salle', 'ECOLE']));
    expect(fleetSource('list', ['École', 'Salle'])).not.toBe(fleetSource('list', ['École', 'Pièce']));
  });
});

describe('a state', () => {
  it.each([
    ['en service', 'in-service'],
    ['deployed', 'in-service'],
    ['en panne', 'under-repair'],
    ['ready to deploy', 'in-stock'],
    ['reforme', 'retired'],
    ['vole', 'stolen'],
    ['pending', null],
    ['pret', null],
  ])('is known by its usual words: %s', (word, state) => {
    expect(fleetState(word)).toBe(state);
  });
});

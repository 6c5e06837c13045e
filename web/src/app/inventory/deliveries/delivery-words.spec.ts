import { describe, expect, it } from '@jest/globals';
import type { DeliveryEntry, DeliveryListPage, DeliveryReceipt } from '@parc/api-client';
import { fieldErrors } from '../../shell/forms/fields';
import { deliveryForm, deliveryRequest, handReceived } from './delivery-forms';
import {
  deliveredWords,
  deliveriesTitle,
  deliveryTitle,
  entryModelWords,
  entryShares,
  entryTitle,
  modelWords,
  noteWords,
  receiptWords,
  tagsWords,
  totalWarning,
} from './delivery-words';
import { leaveOut, mapColumn, mendCell, nameModel, takeBackIn } from './list-said';

const plain = (text: string): string => text.replace(/[\u202f\u00a0]/g, ' ');

describe('deliveries in words', () => {
  it('say how many there are, and what is missing', () => {
    expect(deliveriesTitle(0, false)).toBe('Aucune livraison');
    expect(plain(deliveriesTitle(3, true))).toBe('3 livraisons sont incomplètes');
    expect(deliveriesTitle(0, true)).toBe('Rien ne manque');
    expect(plain(deliveredWords({ received: 90, awaited: 6 }))).toBe('90 reçus, il en manque 6');
    expect(deliveredWords({ received: 0, awaited: 0 })).toBe('rien de reçu');
    expect(plain(deliveryTitle({ received: 1, missing: 3 }))).toBe('1 appareil est entré, il en manque 3');
    expect(deliveryTitle({ received: 0, missing: 0 })).toBe('Rien n’est entré encore');
    expect(plain(modelWords({ quantity: 96, received: 90 }))).toBe('90 sur 96 commandés');
    expect(plain(modelWords({ quantity: null, received: 1 }))).toBe('1 reçu');
  });

  it('name their papers and their labels', () => {
    const words = noteWords({ noteNumber: 'BL-118', orderReference: null, deliveredOn: '2026-11-23' });
    expect(plain(words)).toBe('bon de livraison BL-118 · livré le 23 nov. 2026');
    expect(tagsWords('PE-1', 'PE-9')).toBe('PE-1 à PE-9');
    expect(tagsWords('PE-1', 'PE-1')).toBe('PE-1');
    expect(tagsWords(null, null)).toBe('');
    const receipt = { devices: 3, firstTag: 'PE-000007', lastTag: 'PE-000009', netCents: 0 } as DeliveryReceipt;
    expect(plain(receiptWords(receipt))).toBe('3 appareils · PE-000007 à PE-000009');
    expect(plain(receiptWords({ ...receipt, lastTag: 'PE-000058', netCents: 100 }))).toBe('3 appareils · 1,00 € HT');
  });
});

const ENTRY = {
  ready: 3,
  faulty: 0,
  received: 0,
  unpriced: 0,
  readyNetCents: 74_700,
  announcedNetCents: 74_700,
} as DeliveryEntry;

describe('what a list would bring in', () => {
  it('is said in the title', () => {
    expect(plain(entryTitle({ ready: 121, faulty: 4, received: 0 }))).toBe(
      '121 appareils sont prêts à entrer, 4 lignes sont à corriger',
    );
    expect(plain(entryTitle({ ready: 1, faulty: 0, received: 0 }))).toBe('1 appareil est prêt à entrer');
    expect(entryTitle({ ready: 0, faulty: 1, received: 0 })).toBe('Une ligne est à corriger');
    expect(entryTitle({ ready: 0, faulty: 0, received: 9 })).toBe('Toutes les lignes sont déjà entrées');
    expect(entryTitle({ ready: 0, faulty: 0, received: 0 })).toBe('Toutes les lignes sont laissées de côté');
  });

  it('is compared with what the note says', () => {
    expect(totalWarning(ENTRY)).toBe('');
    expect(totalWarning({ ...ENTRY, announcedNetCents: null })).toBe('');
    expect(plain(totalWarning({ ...ENTRY, announcedNetCents: 99_600, faulty: 1 }))).toBe(
      'Le bon dit 996,00 € HT, les lignes prêtes font 747,00 € HT. Il reste 1 ligne à corriger.',
    );
    expect(plain(totalWarning({ ...ENTRY, announcedNetCents: 99_600, unpriced: 2 }))).toContain(
      '2 lignes n’ont pas de prix',
    );
  });

  it('is counted model by model', () => {
    const model = { modelId: 'm', modelName: 'Tablette', quantity: 96, received: 90, missing: 6, ready: 90, faulty: 3 };
    expect(entryModelWords(model)).toBe('3 à corriger · 3 pas dans le fichier');
    expect(entryModelWords({ ...model, missing: 0, faulty: 0 })).toBe('complet');
    expect(entryShares(model)).toEqual({ come: 93.75, faulty: 3.125 });
    expect(entryShares({ ...model, quantity: null, received: 0, faulty: 0 })).toEqual({ come: 0, faulty: 0 });
  });
});

describe('what is said of a list', () => {
  const list = {
    columns: [
      { column: 'serial', place: 0 },
      { column: 'model', place: 1 },
    ],
    ...{
      models: [{ word: 'a', modelId: '1' }],
      mended: [{ line: 2, column: 'serial', value: 'X' }],
      aside: [{ line: 4 }],
    },
  } as unknown as DeliveryListPage;

  it('holds each word over one column, each word of a model once, each cell once', () => {
    expect(mapColumn(list, 2, 'serial').columns).toEqual([
      { column: 'model', place: 1 },
      { column: 'serial', place: 2 },
    ]);
    expect(mapColumn(list, 0, null).columns).toEqual([{ column: 'model', place: 1 }]);
    expect(nameModel(list, 'a', '2').models).toEqual([{ word: 'a', modelId: '2' }]);
    expect(mendCell(list, 2, 'serial', 'Y').mended).toEqual([{ line: 2, column: 'serial', value: 'Y' }]);
    expect(leaveOut(list, 5).aside).toEqual([{ line: 4 }, { line: 5 }]);
    expect(takeBackIn(list).aside).toEqual([]);
  });
});

describe('the form of a delivery', () => {
  const suppliers = [{ id: 'h', name: 'Petit Poste', contracts: [{ id: 'k', number: 'M-1', title: 'Portables' }] }];

  it('asks for the note, proposes the supplier’s contracts, and sends nothing empty', () => {
    const form = deliveryForm(suppliers, [{ id: 'p', name: 'Réserve' }], 'h', '2026-11-24');
    const contracts = form.sections[1]!.fields.find(({ name }) => name === 'contractId')!.options!;
    expect(contracts.map(({ label }) => label)).toEqual(['Aucun', 'M-1, Portables']);
    expect(Object.keys(fieldErrors(form, {})).sort()).toEqual([
      'deliveredOn',
      'holderId',
      'noteNumber',
      'stockPlaceId',
    ]);
    const values = {
      holderId: 'h',
      noteNumber: 'BL',
      deliveredOn: '2026-11-24',
      stockPlaceId: 'p',
      announcedNetCents: '1 234,50',
    };
    expect(deliveryRequest(values, [{ modelId: 'm', name: 'Tablette', quantity: 2 }])).toEqual({
      ...{ ...values, announcedNetCents: 123_450, orderReference: null, contractId: null, commitmentNumber: null },
      ...{ funding: null, awaited: [{ modelId: 'm', quantity: 2 }] },
    });
  });

  it('by hand is one device a line', () => {
    expect(handReceived({ serials: ' A1 \n\nB2', netCents: '10' }, 'm')).toEqual([
      { modelId: 'm', serial: 'A1', netCents: 1000 },
      { modelId: 'm', serial: 'B2', netCents: 1000 },
    ]);
  });
});

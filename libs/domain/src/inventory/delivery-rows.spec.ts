import { describe, expect, it } from '@jest/globals';
import { deliveryHeadings, guessDeliveryColumns, missingDeliveryColumns, supplierWord } from './delivery-columns.js';
import { judgeDeliveryRows, type DeliveryKnowledge } from './delivery-judging.js';
import { DELIVERY_FAULTS, deliveryFaultSaid, readDeliveryRow, type DeliveryFaultCode } from './delivery-rows.js';
import { basisPointsOf, centsOf, dayOf, isBrokenSerial, monthsLater, monthsOf } from './delivery-values.js';

describe('the columns of a supplier’s list', () => {
  it.each([
    [['N° de série', 'Désignation', 'PU HT', 'Taux de TVA'], { serial: 0, model: 1, netPrice: 2, vatRate: 3 }],
    [['SERIAL NUMBER', 'Model', 'Asset Tag', 'Warranty (months)'], { serial: 0, model: 1, tag: 2, warrantyMonths: 3 }],
    [
      ['Cde client', 'Serial_No', 'Gar. (mois)', 'Dt liv'],
      { orderReference: 0, serial: 1, warrantyMonths: 2, deliveredOn: 3 },
    ],
    [['Libelle', 'numero de serie', 'Date fin garantie'], { model: 0, serial: 1, warrantyUntil: 2 }],
    [['A', 'B'], {}],
    // Of two that say the same the first stands.
    [['Série', 'Serial'], { serial: 0 }],
  ])('%j are these', (header, mapping) => expect(guessDeliveryColumns(header)).toEqual(mapping));

  it('are remembered by their headings, wherever they stand the next time', () => {
    const remembered = deliveryHeadings(['Ref usine', 'Objet'], { serial: 0, model: 1 });
    expect(remembered).toEqual({ serial: 'Ref usine', model: 'Objet' });
    expect(guessDeliveryColumns(['OBJET', 'Prix', 'ref. usine'], remembered)).toEqual({
      model: 0,
      netPrice: 1,
      serial: 2,
    });
  });

  it('lack what nothing can be received without', () => {
    expect(missingDeliveryColumns({ model: 0 })).toEqual(['serial']);
    expect(missingDeliveryColumns({ serial: 0 })).toEqual([]);
  });
});

describe('a cell', () => {
  it.each([
    ['1 249,00 €', 124_900],
    ['1249.5', 124_950],
    ['1.249,00', 124_900],
    ['1,249.00', 124_900],
    ['0', 0],
    ['sur devis', null],
    ['-3', null],
  ])('« %s » is so many cents: %p', (text, cents) => expect(centsOf(text)).toBe(cents));

  it.each([
    ['20', 2000],
    ['5,5 %', 550],
    ['0.2', 2000],
    ['0', 0],
    ['200', null],
    ['exonéré', null],
  ])('« %s » is a rate of %p', (text, rate) => expect(basisPointsOf(text)).toBe(rate));

  it.each([
    ['23/11/2026', '2026-11-23'],
    ['1/9/26', '2026-09-01'],
    ['2026-11-23T00:00:00', '2026-11-23'],
    ['29/02/2028', '2028-02-29'],
    ['29/02/2027', null],
    ['11/23/2026', null],
    ['01/01/1926', null],
    ['bientôt', null],
  ])('« %s » is the day %p', (text, day) => expect(dayOf(text)).toBe(day));

  it.each([
    ['24', 24],
    ['24 mois', 24],
    ['3 ans', 36],
    ['1000', null],
    ['à vie', null],
  ])('« %s » is so many months: %p', (text, months) => expect(monthsOf(text)).toBe(months));

  it('of a serial number says when a spreadsheet has shortened it', () => {
    expect(['2,17E+13', '3.5e+11', '1.2e-7'].map(isBrokenSerial)).toEqual([true, true, true]);
    expect(['12E45', 'HA1VN6K4', '350123456789', 'E+1'].map(isBrokenSerial)).toEqual([false, false, false, false]);
  });

  it('of months leads to the last day of a shorter one', () => {
    expect(monthsLater('2024-01-31', 1)).toBe('2024-02-29');
    expect(monthsLater('2026-11-23', 24)).toBe('2028-11-23');
  });
});

const MAPPING = { serial: 0, model: 1, netPrice: 2, deliveredOn: 3 };
const KNOWN: DeliveryKnowledge = {
  serials: new Map(),
  tags: new Set(),
  models: new Map([['tablette', 'tablet']]),
  orderReference: null,
  aside: new Set(),
};
const rowsOf = (...rows: string[][]) => rows.map((cells, index) => readDeliveryRow(cells, index + 2, MAPPING));
const faultsOf = (rows: ReturnType<typeof judgeDeliveryRows>) =>
  rows.map(({ standing, faults }) => [
    standing,
    ...faults.map(({ code, other }) => [code, other ?? ''].join(' ').trim()),
  ]);

describe('a row', () => {
  it('is read as a person would have typed it; what is mended stands in the place of the cell', () => {
    const { row, faults } = readDeliveryRow([' sn1 ', 'Tablette  10″', '12,5', '31/02/2026'], 4, MAPPING, {
      deliveredOn: '28/02/2026',
    });
    expect(faults).toEqual([]);
    expect(row).toMatchObject({
      line: 4,
      serial: 'sn1',
      modelWord: 'tablette 10',
      netCents: 1250,
      deliveredOn: '2026-02-28',
    });
    expect(supplierWord('TABLETTE 10″')).toBe(row.modelWord);
  });

  it('tells each of its faults, in its column', () => {
    const { faults } = readDeliveryRow(['2,17E+13', 'x\uFFFDy', 'gratuit', 'demain'], 2, MAPPING);
    expect(faults.map(({ code, column }) => [code, column])).toEqual([
      ['serial-broken', 'serial'],
      ['text-damaged', 'model'],
      ['price-bad', 'netPrice'],
      ['date-bad', 'deliveredOn'],
    ]);
  });

  it('has a sentence for each of its faults, with what the cell holds', () => {
    for (const code of Object.keys(DELIVERY_FAULTS) as DeliveryFaultCode[]) {
      const said = deliveryFaultSaid({ code, column: 'serial', value: 'X1', other: '57' });
      expect(said).toMatch(/^[A-Z«].+[.)]$/s);
    }
    expect(deliveryFaultSaid({ code: 'serial-repeated', column: 'serial', value: 'X', other: '57' })).toContain(
      'ligne 57',
    );
  });
});

describe('rows together', () => {
  it('are ready, held back by each other or by what is known, received already, or left out', () => {
    const serials: DeliveryKnowledge['serials'] = new Map([
      ['K', { tag: 'PE-1', ours: null }],
      ['R', { tag: 'PE-2', ours: 'received' }],
      ['W', { tag: 'PE-3', ours: 'awaited' }],
    ]);
    const rows = rowsOf(
      ['A', 'Tablette'],
      ['A', 'Tablette'],
      ['K', 'Tablette'],
      ['R', 'Tablette'],
      ['R', 'Tablette'],
      ['W', 'Tablette'],
      ['B', 'Autre'],
      ['', ''],
    );
    expect(faultsOf(judgeDeliveryRows(rows, { ...KNOWN, serials, aside: new Set([9]) }))).toEqual([
      ['ready'],
      ['faulty', 'serial-repeated 2'],
      ['faulty', 'serial-known PE-1'],
      ['received'],
      ['faulty', 'serial-repeated 5'],
      ['ready'],
      ['faulty', 'model-unknown'],
      ['aside'],
    ]);
  });

  it('bear each label once, and one that nobody else bears', () => {
    const mapping = { serial: 0, model: 1, tag: 2 };
    const rows = [
      ['A', 'Tablette', 'pe-9'],
      ['B', 'Tablette', 'PE-9'],
      ['C', 'Tablette', 'PE-1'],
      ['D', 'Tablette', 'é 1'],
    ].map((cells, index) => readDeliveryRow(cells, index + 2, mapping));
    expect(faultsOf(judgeDeliveryRows(rows, { ...KNOWN, tags: new Set(['PE-1']) }))).toEqual([
      ['ready'],
      ['faulty', 'tag-repeated 2'],
      ['faulty', 'tag-known'],
      ['faulty', 'tag-shape'],
    ]);
  });
});

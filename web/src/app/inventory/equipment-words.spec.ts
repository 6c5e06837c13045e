import { describe, expect, it, jest } from '@jest/globals';
import type { Api, EquipmentMoveAnswer } from '@parc/api-client';
import { EQUIPMENT, EQUIPMENT_STATE_NAMES, ROLES } from '@parc/domain';
import { fieldErrors, fieldsOf } from '../shell/forms/fields';
import { equipmentPageOf } from './equipment.fixture';
import { ageWords, placeWords, schoolWords } from './equipment-words';
import {
  askedEquipment,
  equipmentChips,
  equipmentTitle,
  isEquipmentNarrowed,
  readEquipmentFilters,
  readsEquipmentPrices,
  STATE_SLUGS,
} from './list/equipment-filters';
import { equipmentPath, equipmentThread, stateSentence, warrantyWords } from './page/equipment-history';
import { sendStep } from './page/equipment-send';
import { equipmentButtons, equipmentStepForm, OFFERED } from './page/equipment-steps';
import { lookWords, modelsWords, schoolEquipmentTitle } from './school/school-equipment-words';

type Told = EquipmentMoveAnswer;
const plain = (text: string): string => text.replace(/[\u202f\u00a0]/g, ' ');

describe('where a device is', () => {
  it('is its room, its shelf, or the case it lies in', () => {
    const nowhere = { roomName: null, stockPlaceName: null, containerTag: null };
    expect(placeWords({ ...nowhere, roomName: 'Salle 3' })).toBe('Salle 3');
    expect(placeWords({ ...nowhere, stockPlaceName: 'Réserve', containerTag: 'PE-1' })).toBe('dans PE-1, Réserve');
    expect(placeWords({ ...nowhere, containerTag: 'PE-1' })).toBe('dans PE-1');
    expect(schoolWords({ schoolName: 'Les Tilleuls', communeName: 'Sorbiers' })).toBe('Les Tilleuls, Sorbiers');
    expect(schoolWords({ schoolName: null, communeName: null })).toBe('Métropole');
  });

  it('has an age in whole years', () => {
    expect(ageWords('2023-11-25', '2026-11-24')).toBe('2 ans');
    expect(ageWords('2025-11-24', '2026-11-24')).toBe('1 an');
    expect(ageWords('2026-01-01', '2026-11-24')).toBe('moins d’un an');
    expect(ageWords(null, '2026-11-24')).toBe('');
  });
});

describe('the list of devices, from its address', () => {
  it('asks the API for what the address says, and takes words it does not know for none', () => {
    const words = {
      etat: 'en-stock',
      secteur: 'private',
      recherche: 'PE-12',
      tri: 'seen',
      sens: 'decroissant',
      page: '2',
    };
    expect(askedEquipment(readEquipmentFilters(words))).toEqual({
      ...{
        page: 2,
        size: 50,
        state: ['in-stock'],
        sector: 'private',
        search: 'PE-12',
        sort: 'seen',
        direction: 'desc',
      },
    });
    const unknown = readEquipmentFilters({ etat: 'x', secteur: 'x', tri: 'prix' });
    expect(askedEquipment(unknown)).toEqual({ page: 1, size: 50, sort: 'tag', direction: 'asc' });
    expect([isEquipmentNarrowed(unknown), isEquipmentNarrowed(readEquipmentFilters({ salle: 'r1' }))]).toEqual([
      false,
      true,
    ]);
  });

  it('says each state in a word of its own', () => {
    expect(new Set(Object.values(STATE_SLUGS)).size).toBe(EQUIPMENT_STATE_NAMES.length);
    expect(plain(equipmentTitle(readEquipmentFilters({ etat: 'a-former' }), 2))).toBe(
      '2 appareils attendent une formation',
    );
    expect(equipmentTitle(readEquipmentFilters({}), 0)).toBe('Aucun appareil');
  });

  it('offers a choice where there is one, and prices to those who read them', () => {
    const chips = (communes: { id: string; name: string }[], stock: { id: string; name: string }[]) =>
      equipmentChips(readEquipmentFilters({}), communes, stock).map(({ id }) => id);
    const [one, other] = [
      { id: 'a', name: 'A' },
      { id: 'b', name: 'B' },
    ];
    expect(chips([one], [])).toEqual([]);
    expect(chips([one, other], [one])).toEqual(['commune', 'secteur', 'stock']);
    expect(ROLES.filter(readsEquipmentPrices)).not.toContain('inspector');
    expect(readsEquipmentPrices(null)).toBe(false);
  });
});

describe('the page of a device', () => {
  const at = (day: string) => `2026-${day}T09:00:00Z`;
  const move: Pick<Told, 'roleLabel' | 'role' | 'name' | 'reason' | 'place' | 'actNumber'> = {
    roleLabel: 'Technicien de proximité',
    role: 'technician',
    name: 'Léa',
    reason: null,
    place: null,
    actNumber: null,
  };
  const history: Told[] = [
    {
      ...move,
      action: 'release',
      fromState: 'awaiting-training',
      toState: 'in-service',
      at: at('10-02'),
      role: 'system',
      roleLabel: 'Parc École',
      name: null,
    },
    {
      ...move,
      action: 'place',
      fromState: 'in-stock',
      toState: 'awaiting-training',
      at: at('10-02'),
      place: 'Salle 4, Les Tilleuls',
    },
    { ...move, action: 'receive', fromState: 'ordered', toState: 'in-stock', at: at('09-12'), place: 'Réserve' },
  ];

  it('tells who did what, the application’s acts as its own', () => {
    const thread = equipmentThread({ history });
    expect(thread.map(({ title, actor, kind }) => [title, actor, kind])).toEqual([
      ['Mis en service', 'Parc École', 'system'],
      ['Posé', 'Léa, technicien de proximité', 'done'],
      ['Reçu', 'Léa, technicien de proximité', 'done'],
    ]);
    expect(thread[1]!.detail).toBe('Salle 4, Les Tilleuls');
  });

  it('shows the path of its life without what took no time, and what it waits for', () => {
    const path = equipmentPath({ history, state: 'in-service', stateSince: at('10-02') });
    expect(path.map(({ label, state }) => [label, state])).toEqual([
      ['En stock', 'past'],
      ['En service', 'present'],
    ]);
    const waiting = equipmentPath({ history: history.slice(1), state: 'awaiting-training', stateSince: at('10-02') });
    expect(waiting.at(-1)).toEqual({ label: 'En service', state: 'future' });
    expect(equipmentPath({ history: [], state: 'lost', stateSince: at('10-02') })).toHaveLength(1);
  });

  it('says each state as a sentence, and until when it is covered', () => {
    const sentences = EQUIPMENT_STATE_NAMES.map((state) => stateSentence(equipmentPageOf({ state })));
    expect(new Set(sentences).size).toBe(EQUIPMENT_STATE_NAMES.length);
    expect(plain(warrantyWords('2028-09-12', '2026-11-24'))).toContain('jusqu’au');
    expect(plain(warrantyWords('2025-09-12', '2026-11-24'))).toContain('finie depuis');
    expect(warrantyWords(null, '2026-11-24')).toBe('');
  });

  it('offers what is possible, what ends it in the colour of trouble', () => {
    const buttons = equipmentButtons(equipmentPageOf({ possible: ['lose', 'move', 'withdraw'] }));
    expect(buttons.map(({ label, look }) => [label, look])).toEqual([
      ['Changer de salle…', 'primary'],
      ['Rentrer en stock…', 'plain'],
      ['Déclarer perdu…', 'trouble'],
    ]);
    expect(buttons.map(({ rare }) => rare)).toEqual([false, false, false]);
  });

  it('shows two of many, and the rest with what ends it behind one word', () => {
    const { possible } = equipmentPageOf({ possible: ['lose', 'steal', 'move', 'withdraw', 'send-to-repair'] });
    expect(equipmentButtons({ possible }).map(({ step, rare }) => [step, rare])).toEqual([
      ['move', false],
      ['withdraw', false],
      ['send-to-repair', true],
      ['lose', true],
      ['steal', true],
    ]);
  });

  it.each(OFFERED)('asks for %s what its row needs', (step) => {
    const choices = { stockPlaces: [{ id: 'p1', name: 'Réserve' }], rooms: [{ id: 'r2', name: 'Salle 2' }] };
    const form = equipmentStepForm(step, equipmentPageOf(), choices);
    const asked = Object.keys(fieldErrors(form, {}));
    const row = EQUIPMENT.moves.find(({ action }) => action === step)!;
    expect(asked.includes('reason')).toBe(row.reason === true);
    expect(asked.includes('stockPlaceId')).toBe(row.guards.includes('stock-named'));
    expect(asked.includes('roomId')).toBe(row.guards.includes('room-named'));
    expect(asked.includes('decisionNumber')).toBe(row.guards.includes('retirement-number'));
    expect(asked.includes('complaintNumber')).toBe(row.guards.includes('complaint-number'));
  });

  it.each(['store', 'place'] as const)(
    'offers for %s the cases that stand there, and sends the one chosen',
    async (step) => {
      const cases = [{ id: 'c1', name: 'PE-000015, Salle 6' }];
      const form = equipmentStepForm(step, equipmentPageOf(), { stockPlaces: [], rooms: [], cases });
      const [field] = fieldsOf(form);
      const option = field!.options!.find(({ label }) => label === 'Dans la valise PE-000015, Salle 6')!;
      const invoke = jest.fn((_function: unknown, _asked: { body: object }) => Promise.resolve());
      const what = { id: 'e1', 'Idempotency-Key': 'k', 'If-Match': '"1"' };
      await sendStep({ invoke } as unknown as Api, step, what, { [field!.name]: option.value });
      expect(invoke.mock.calls[0]![1].body).toEqual({ containerId: 'c1' });
    },
  );

  it('offers whatever a person may ask for by its name', () => {
    const byPeople = EQUIPMENT.moves
      .filter(({ who }) => who.some((role) => role !== 'system'))
      .map(({ action }) => action);
    expect([...new Set(byPeople)].filter((action) => !(OFFERED as readonly string[]).includes(action))).toEqual([
      'receive',
      'undo-receipt',
    ]);
  });
});

describe('what a school has', () => {
  it('is counted, named and looked at room by room', () => {
    expect(plain(schoolEquipmentTitle(62))).toBe('62 appareils dans l’école');
    expect(schoolEquipmentTitle(0)).toBe('Aucun appareil dans l’école');
    expect(
      plain(
        modelsWords({
          models: [
            { name: 'Portable', count: 7 },
            { name: 'Visualiseur', count: 1 },
          ],
        }),
      ),
    ).toBe('7 × portable, visualiseur');
    expect(plain(lookWords({ state: 'under-repair', count: 1 }))).toBe('1 : en réparation');
  });
});

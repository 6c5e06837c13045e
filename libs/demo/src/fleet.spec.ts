import { describe, expect, it } from '@jest/globals';
import { EQUIPMENT, type EQUIPMENT_STATES } from '@parc/domain';
import { generateDemonstration } from './generate.js';

describe.each(['2024-03-01', '2026-11-24', '2027-02-10'])('The devices of the demonstration opened on %s', (today) => {
  const { rows } = generateDemonstration({ seed: 1, today, orders: 600 });
  const movesOf = (id: string) => rows.equipment_move.filter(({ equipment_id }) => equipment_id === id);

  it('are what their history says, move for move of the table, none of it to come', () => {
    for (const device of rows.equipment) {
      const moves = movesOf(device.id);
      let state: keyof typeof EQUIPMENT_STATES = EQUIPMENT.initial;
      for (const move of moves) {
        expect([device.tag, move.from_state]).toEqual([device.tag, state]);
        expect(EQUIPMENT.find(state, move.action as 'place')?.next).toBe(move.to_state);
        expect((move.account_id === null) === (move.role === 'system')).toBe(true);
        expect(move.at < `${today}T06:00`).toBe(true);
        state = move.to_state;
      }
      const last = moves.at(-1)!;
      expect([device.state, device.room_id, device.stock_place_id]).toEqual([state, last.room_id, last.stock_place_id]);
    }
  });
});

describe('The devices of the demonstration', () => {
  const { rows } = generateDemonstration({ seed: 1, today: '2026-11-24' });

  it('are those of the first days and those of past orders, in schools, in stock, in a case, missing and retired', () => {
    expect(rows.equipment.length).toBeGreaterThanOrEqual(55);
    const states = new Set(rows.equipment.map(({ state }) => state));
    expect([...states].sort()).toEqual([
      'awaiting-training',
      'disposed',
      'in-service',
      'in-stock',
      'lost',
      'retired',
      'stolen',
    ]);
    expect(rows.equipment.filter(({ container_id }) => container_id !== null)).toHaveLength(9);
    expect(rows.equipment.filter(({ order_id }) => order_id !== null).length).toBeGreaterThan(1_000);
  });

  it('are known by the order that put them there, a line of it for each, and know it', () => {
    const devices = new Map(rows.equipment.map((device) => [device.id, device]));
    const lines = new Map(rows.order_line.map((line) => [line.id, line]));
    const named = rows.order_device.map((one) => ({
      ...one,
      device: devices.get(one.equipment_id)!,
      line: lines.get(one.line_id)!,
    }));
    expect(new Set(named.map(({ deed }) => deed))).toEqual(new Set(['placed', 'moved']));
    expect(named.filter(({ line, order_id }) => line.order_id !== order_id)).toEqual([]);
    expect(
      named.filter(({ deed, device, order_id }) => (deed === 'placed') !== (device.order_id === order_id)),
    ).toEqual([]);
    const placed = new Set(named.filter(({ deed }) => deed === 'placed').map(({ equipment_id }) => equipment_id));
    expect(rows.equipment.filter(({ id, order_id }) => (order_id !== null) !== placed.has(id))).toEqual([]);
    expect(new Set(rows.equipment.map(({ tag }) => tag)).size).toBe(rows.equipment.length);
  });

  it('came with three deliveries, one of which is not whole: as many as each says', () => {
    expect(rows.delivery.map(({ missing }) => missing)).toEqual([0, 0, 3]);
    for (const { id, received, missing } of rows.delivery) {
      const receipts = rows.delivery_receipt.filter(({ delivery_id }) => delivery_id === id).map((each) => each.id);
      const devices = rows.equipment.filter(({ receipt_id }) => receipt_id !== null && receipts.includes(receipt_id));
      expect(devices).toHaveLength(received);
      const ordered = rows.delivery_awaited.filter(({ delivery_id }) => delivery_id === id);
      expect(ordered.reduce((sum, { quantity }) => sum + quantity, 0)).toBe(received + missing);
    }
  });
});

describe('The campaigns of inventory of the demonstration', () => {
  it.each(['2024-03-01', '2026-11-24', '2026-11-29', '2027-02-10'])(
    'opened on %s are one that is closed and one that goes on, none of it to come',
    (today) => {
      const { rows } = generateDemonstration({ seed: 1, today, orders: 600 });
      expect(rows.campaign.map(({ closed_at }) => closed_at !== null)).toEqual([true, false]);
      const states = Object.groupBy(rows.campaign_part, ({ state }) => state);
      expect(states.settled!.length).toBeGreaterThan(0);
      expect(states.open).toHaveLength(1);
      const instants = [
        ...rows.campaign_move.map(({ at }) => at),
        ...rows.campaign_item.map(({ seen_at }) => seen_at ?? ''),
      ];
      expect(instants.filter((at) => at >= `${today}T06:00`)).toEqual([]);
      const findings = new Set(rows.campaign_item.map(({ finding }) => finding));
      expect([...findings].sort()).toEqual(['awaited', 'found', 'misplaced', 'missing', 'unknown']);
      const devices = new Map(rows.equipment.map((device) => [device.id, device]));
      for (const { equipment_id, part_id } of rows.campaign_item) {
        const part = rows.campaign_part.find(({ id }) => id === part_id)!;
        if (equipment_id !== null) expect(devices.get(equipment_id)!.school_id).toBe(part.school_id);
      }
    },
  );
});

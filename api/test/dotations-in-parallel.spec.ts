import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { addCalendarDays } from '@parc/domain';
import { DotationNights } from '../src/inventory/dotations/dotation-nights.js';
import { said } from './harness/answers.js';
import { type DotationGround, dotationGround } from './harness/dotation-ground.js';
import { aDevice, deviceRow, movesOf } from './harness/equipment-builders.js';
import { Held, isFree, waits } from './harness/held.js';
import { House } from './harness/house.js';

/** Several people at once in one dotation: each thing happens once, and the sum holds. */
let house: House;
let { manager, technician, poor, rich, poorHead, today, prepare, move, partOf, ask, planned } = {} as DotationGround;

beforeAll(async () => {
  house = await House.open();
});
afterAll(() => house.close());
beforeEach(async () => {
  ({ manager, technician, poor, rich, poorHead, today, prepare, move, partOf, ask, planned } =
    await dotationGround(house));
});

describe('at the same moment', () => {
  it('one device is made ready for two schools: one has it', async () => {
    const [one, other] = [await planned(), await planned()];
    const { tag } = await deviceRow(house, await aDevice(house, poor, 'in-stock'));
    const answers = await Promise.all(
      [one, other].map(({ partId }) => move(technician, 'dotation-parts', partId, 'prepare', { tags: [tag] })),
    );
    expect(answers.map(said).sort()).toEqual(['200 planned', '409 dotation-part.device-taken']);
  });

  it('a head answers and the delay ends: one of the two has happened', async () => {
    const { id, poorPart } = await ask();
    await house.arrange('update dotation_part set answer_by = $2 where id = $1', [poorPart, today()]);
    const tomorrow = addCalendarDays(today(), 1);
    const [answer] = await Promise.all([
      move(poorHead, 'dotation-parts', poorPart, 'opine', { answer: 'yes' }),
      house.application.get(DotationNights).fallSilent(tomorrow),
    ]);
    const { state } = await partOf(id, poor);
    expect([
      ['200 answered', 'answered'],
      ['409 dotation-part.state', 'silent'],
      ['412 version.stale', 'silent'],
    ]).toContainEqual([said(answer).split(' ').slice(0, 2).join(' '), state]);
  });

  it('two people receive: it is received once', async () => {
    const { partId, devices } = await planned();
    const came = devices.map((equipmentId) => ({ equipmentId, roomId: poor.roomId }));
    const answers = await Promise.all(
      [poorHead, technician, manager].map((person) =>
        move(person, 'dotation-parts', partId, 'receive', { devices: came }),
      ),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect((await movesOf(house, devices[0]!)).filter(({ action }) => action === 'place')).toHaveLength(1);
  });

  it.each(['adjust', 'drop'])(
    'a part is held after its dotation, as the dotation’s own acts do: %s',
    async (action) => {
      const id = await prepare();
      const { id: partId } = await partOf(id, poor);
      const cancelling = await Held.row(house, 'dotation', id);
      const body = { adjust: { quantity: 1 }, drop: { reason: 'Autre école' } }[action]!;
      const answer = move(manager, 'dotation-parts', partId, action, body);
      const seen = [await waits(house, answer), await isFree(house, 'dotation_part', partId)];
      await cancelling.letGo('rollback');
      expect(seen).toEqual([true, true]);
      expect(said(await answer)).toMatch(/^200/);
    },
  );

  it('several parts are written: the sum never passes the quantity', async () => {
    const id = await prepare();
    const parts = [(await partOf(id, poor)).id, (await partOf(id, rich)).id];
    const answers = await Promise.all(
      parts.map((partId) => move(manager, 'dotation-parts', partId, 'adjust', { quantity: 3 })),
    );
    expect(answers.map(said).filter((one) => one.startsWith('200'))).toHaveLength(1);
    const [row] = await house.sql<{ allotted: number; sum: number }>(
      `select d.allotted, (select sum(p.quantity)::int from dotation_part p where p.dotation_id = d.id) as sum from dotation d where d.id = $1`,
      [id],
    );
    expect(row!.allotted).toBe(row!.sum);
  });
});

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { WorkingOutService } from '../src/steering/figures/working-out.service.js';
import { Held } from './harness/held.js';
import { House } from './harness/house.js';

let house: House;

const MONDAY = '2026-09-14';
const NEW_PERIOD = `insert into indicator_period (id, key, version, from_day, to_day, over, in_curve, is_figure, is_beside, worked_out_at)
  values ($1, 'served', 1, $2, $2::date + 6, true, true, false, false, now())`;
const isStale = async (id: string): Promise<boolean | undefined> =>
  (await house.sql<{ stale: boolean }>('select stale from indicator_period where id = $1', [id]))[0]?.stale;
const changed = (): Promise<void> => house.arrange('insert into usage_changed_week (week) values ($1)', [MONDAY]);

beforeAll(async () => {
  house = await House.open();
});
afterAll(() => house.close());

describe('a week of use that comes late', () => {
  it('makes the figures of its period stale, and no other', async () => {
    const [ofWeek, later] = [randomUUID(), randomUUID()];
    await house.arrange(NEW_PERIOD, [ofWeek, MONDAY]);
    await house.arrange(NEW_PERIOD, [later, '2026-09-21']);
    await changed();
    await house.application.get(WorkingOutService).markChanged();
    expect([await isStale(ofWeek), await isStale(later)]).toEqual([true, false]);
    await house.arrange('delete from indicator_period');
  });

  it('is not forgotten by whoever is working the figure out at that instant', async () => {
    const [before, after] = [randomUUID(), randomUUID()];
    await house.arrange(NEW_PERIOD, [before, MONDAY]);
    const worker = await Held.row(house, 'indicator_period', before);
    await worker.run(`select pg_advisory_xact_lock(hashtext('indicator'), hashtext('served'))`);
    await worker.run('delete from indicator_period where id = $1', [before]);
    await worker.run(NEW_PERIOD, [after, MONDAY]);
    await changed();
    const marking = house.application.get(WorkingOutService).markChanged();
    await new Promise((resolve) => setTimeout(resolve, 200));
    await worker.letGo('commit');
    await marking;
    expect(await isStale(after)).toBe(true);
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { House } from './harness/house.js';
import { aSource, aUsageGround, deliver, HEAD, rollUp, type UsageGround } from './harness/usage-ground.js';

/** What the plan manager sees of what arrived: coverage, weeks by source, what was refused. */
let house: House;
let ground: UsageGround;

beforeAll(async () => {
  house = await House.open();
  ground = await aUsageGround(house, { schools: 2, devices: 6 });
  await house.build.insert('school_holiday', { zone: 'A', name: 'Été', from_day: '2026-07-04', to_day: '2026-08-31' });
});
afterAll(() => house.close());

const file = (...lines: string[]) => [HEAD, ...lines].join('\n');
const read = async () => (await ground.manager.get('/api/v1/usage/coverage')).body;

describe('the coverage of use', () => {
  it('says that nothing is measured before anything came', async () => {
    expect(await read()).toMatchObject({
      week: null,
      devices: 0,
      measured: 0,
      refused: [],
      refusedFile: null,
      waiting: 0,
    });
  });

  it('counts of the last week what is measured, what was only seen and what is too little to show', async () => {
    const [many, few] = ground.tags as [string[], string[]];
    const lines = [
      ...many.map((tag) => `${tag};2026-W40;90;2;8;3;`),
      `${few[0]};2026-W40;90;2;2;3;`,
      `${few[1]};2026-W40;;;;;`,
    ];
    await deliver(ground.manager, ground.source, file(...lines));
    await rollUp(house);
    expect(await read()).toMatchObject({ week: '2026-09-28', devices: 12, measured: 7, seen: 1, hidden: 1 });
  });

  it('shows of each source the weeks that came, that are missing, that were refused, and holidays', async () => {
    const projectors = await aSource(house, 'Projecteurs', ['projector']);
    // Refused on Tuesday, of the week before.
    await deliver(ground.manager, projectors, 'appareil;semaine;utilisateur\nX;2026-W40;Léa');
    const { weeks, sources, refusedFile } = await read();
    expect([weeks[0], weeks.at(-1), weeks.length]).toEqual(['2026-07-13', '2026-09-28', 12]);
    const cells = (slug: string) => sources.find((source: { slug: string }) => source.slug === slug).cells.slice(-6);
    expect(cells(ground.source)).toEqual(['holiday', 'missing', 'missing', 'missing', 'missing', 'received']);
    expect(cells(projectors)).toEqual(['holiday', 'missing', 'missing', 'missing', 'missing', 'refused']);
    expect(refusedFile).toMatchObject({ sourceName: 'Projecteurs', refusal: 'persons-named' });
    const [own] = sources.filter((source: { slug: string }) => source.slug === ground.source);
    expect(own).toMatchObject({ devices: 12, measured: 7 });
  });

  it('adds up why lines of the week were refused, one file that came twice once', async () => {
    const text = file(
      ...ground.tags.flat().map((tag) => `${tag};2026-W39;10;;;;`),
      'INCONNU;2026-W39;10;;;;',
      `${ground.tags[0]![0]};2026-W50;10;;;;`,
    );
    await deliver(ground.manager, ground.source, text);
    await deliver(ground.manager, ground.source, text);
    expect((await read()).refused).toMatchObject([
      { reason: 'device-unknown', count: 1 },
      { reason: 'week-ahead', count: 1 },
    ]);
  });

  it('tells how many files wait for a decision', async () => {
    await deliver(ground.manager, ground.source, file('INCONNU;2026-W38;10;;;;'));
    expect((await read()).waiting).toBe(1);
  });
});

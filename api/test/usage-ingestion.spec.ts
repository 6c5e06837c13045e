import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aDevice, aModel } from './harness/equipment-builders.js';
import { House } from './harness/house.js';
import { aUsageGround, deliver, HEAD, tagsOf, type UsageGround } from './harness/usage-ground.js';

/** Files of use: which lines are kept, which are refused and why, and what changes when a file comes again. */
let house: House;
let ground: UsageGround;

beforeAll(async () => {
  house = await House.open();
});
afterAll(() => house.close());
beforeEach(async () => {
  ground = await aUsageGround(house);
});

const file = (...lines: string[]) => [HEAD, ...lines, ''].join('\n');
const line = (tag: string, week = '2026-W39', minutes: number | string = 90) => `${tag};${week};${minutes};3;6;4;`;
const facts = (source: string) =>
  house.sql<{ tag: string; week: string; minutes: number | null; version: string }>(
    `select e.tag, u.week::text, u.minutes, u.version from usage_week u join equipment e on e.id = u.device_id
      join usage_source o on o.number = u.source where o.slug = $1 order by u.week, e.tag`,
    [source],
  );
const minutesOf = async (source: string) =>
  Object.fromEntries((await facts(source)).map(({ tag, minutes }) => [tag, minutes]));
/** Enough good lines that a few refused ones are few. */
const good = () =>
  ground.tags.flat().flatMap((tag) => ['2026-W36', '2026-W37', '2026-W38'].map((week) => line(tag, week)));

describe('a file of use', () => {
  it('is taken line by line, with counts that add up', async () => {
    const [[first, second]] = ground.tags as [[string, string]];
    const { status, body } = await deliver(ground.manager, ground.source, file(line(first), `${second};2026-W39;;;;;`));
    expect(status).toBe(201);
    expect(body).toMatchObject({
      outcome: 'taken',
      lines: 2,
      added: 2,
      changed: 0,
      unchanged: 0,
      refused: 0,
      refusals: [],
    });
    expect(body).toMatchObject({
      firstWeek: '2026-09-21',
      lastWeek: '2026-09-21',
      receivedBefore: false,
      byToken: false,
    });
    expect(await minutesOf(ground.source)).toEqual({ [first]: 90, [second]: null });
  });

  it('says a device by its label, one of before too, or its serial number, in any case', async () => {
    const [[first, second, third]] = ground.tags as [[string, string, string]];
    await house.arrange(
      `insert into equipment_label (code, equipment_id, since) select 'VIEUX-' || right(tag, 4), id, now() from equipment where tag = $1`,
      [second],
    );
    const [device] = await house.sql<{ serial: string }>('select serial from equipment where tag = $1', [third]);
    const { serial } = device!;
    const lines = file(line(first.toLowerCase()), line(`VIEUX-${second.slice(-4)}`), line(serial.toLowerCase()));
    expect((await deliver(ground.manager, ground.source, lines)).body).toMatchObject({ added: 3, refused: 0 });
    expect(Object.keys(await minutesOf(ground.source)).sort()).toEqual([first, second, third].sort());
  });

  it('may come as one object a line, or with its cells between quotes', async () => {
    const [[first, second]] = ground.tags as [[string, string]];
    const objects = [
      { appareil: first, semaine: '2026-W39', minutes: 75 },
      { appareil: second, semaine: '2026W39', utilisateurs: 7 },
    ];
    const text = objects.map((row) => JSON.stringify(row)).join('\n');
    expect((await deliver(ground.manager, ground.source, text, { type: 'application/x-ndjson' })).body).toMatchObject({
      added: 2,
    });
    const quoted = `"appareil";"semaine";"minutes"\r\n"${first}";"2026-W39";"80"\r\n`;
    expect((await deliver(ground.manager, ground.source, quoted)).body).toMatchObject({ lines: 1, changed: 1 });
    expect(await minutesOf(ground.source)).toEqual({ [first]: 80, [second]: null });
  });

  it('keeps its good lines and says of each other its number and why', async () => {
    const [[first, second]] = ground.tags as [[string, string]];
    const phones = await aModel(house);
    await house.build.insert('equipment_model', { model_id: phones, family: 'smartphone', stores_data: true });
    const [phone, shelved, twice, other] = await tagsOf(house, [
      await aDevice(house, ground.fleets[0]!, 'in-service', { model_id: phones }),
      await aDevice(house, ground.fleets[0]!, 'in-stock'),
      await aDevice(house, ground.fleets[0]!, 'in-service'),
      await aDevice(house, ground.fleets[0]!, 'in-service'),
    ]);
    await house.arrange('update equipment set serial = $1 where tag = $2', [twice, other]);
    await house.arrange(`update equipment_stay set from_at = '2025-09-02T08:00:00Z' where from_at > '2026-09-02'`);
    const many = Array.from({ length: 60 }, (_, n) =>
      line(ground.tags.flat()[n % 6]!, `2026-W${String(10 + Math.floor(n / 6))}`),
    );
    const bad = [
      ...[
        line('INCONNU-1'),
        line(twice!),
        line(phone!),
        line(shelved!),
        line(first, '2026-39'),
        line(first, '2026-W45'),
      ],
      ...[line(first, '2021-W10'), line(second), line(second, '2026-W39', 20), line(first, '2026-W38', 10_081)],
      ...[line(first, '2026-W38', 'beaucoup'), `${first};2026-W37;5;;;8;`, `${first};2026-W37;5;;;4;Poterie`],
    ];
    const { body } = await deliver(ground.manager, ground.source, file(...many, ...bad));
    expect(body).toMatchObject({ outcome: 'taken', lines: 73, added: 61, refused: 12 });
    const told = Object.fromEntries(
      body.refusals.map(({ reason, lines }: { reason: string; lines: number[] }) => [reason, lines]),
    );
    expect(told).toEqual({
      ...{ 'device-unknown': [62], 'device-ambiguous': [63], 'device-personal': [64], 'no-school': [65] },
      ...{ 'week-unreadable': [66], 'week-ahead': [67], 'week-too-old': [68], repeated: [70], 'minutes-wrong': [71] },
      ...{ 'number-wrong': [72, 73], 'subject-unknown': [74] },
    });
    const csv = await ground.manager.get(`/api/v1/usage/batches/${body.id}/refused.csv`);
    expect(csv.text).toContain('62;Appareil inconnu;');
    expect(csv.text.trim().split('\n')).toHaveLength(13);
    // What stood in a refused line is nowhere.
    expect(
      (await house.sql<{ row: string }>(`select b::text as row from usage_batch b`)).some(({ row }) =>
        row.includes('INCONNU'),
      ),
    ).toBe(false);
  });

  it.each([
    ['a column that names somebody', 'appareil;semaine;utilisateur\nX;2026-W39;Léa\n', 'persons-named'],
    ['a column as Google exports it', 'appareil;semaine;recentUsers\nX;2026-W39;1\n', 'persons-named'],
    ['a name where a number is asked', `${HEAD}\nX;2026-W39;5;1;Léa Martin;2;\n`, 'persons-named'],
    ['an address anywhere', `${HEAD}\nlea.martin@ecole.example;2026-W39;5;1;1;2;\n`, 'address-inside'],
    ['a column that nobody expects', 'appareil;semaine;couleur\nX;2026-W39;rouge\n', 'column-unknown'],
    ['a column left out', 'appareil;minutes\nX;5\n', 'columns-missing'],
    ['other separators', 'appareil,semaine,minutes\nX,2026-W39,5\n', 'unreadable'],
    ['nothing but its headings', `${HEAD}\n`, 'empty'],
    ['nothing at all', '', 'empty'],
  ])('with %s is refused whole, and nothing of it is kept', async (_, text, reason) => {
    const [[first]] = ground.tags as [[string]];
    const { status, body } = await deliver(ground.manager, ground.source, text.replaceAll('X;', `${first};`), {
      version: 7,
    });
    expect({ status, code: body.code, reason: body.reason }).toEqual({
      status: 422,
      code: 'usage.file-refused',
      reason,
    });
    expect(await facts(ground.source)).toEqual([]);
    const kept = await house.sql<{ row: string }>(
      `select b::text as row from usage_batch b union all select h::text from history h where h.table_name = 'usage_batch'`,
    );
    expect(kept.filter(({ row }) => /Léa|lea|rouge/.test(row))).toEqual([]);
    const batch = (await ground.manager.get(`/api/v1/usage/batches/${body.batch}`)).body;
    expect(batch).toMatchObject({ outcome: 'refused', refusal: reason, lines: 0 });
    expect(await house.sql('select sha256 from usage_batch where id = $1', [body.batch])).toEqual([{ sha256: null }]);
    // Corrected, it comes under the same version.
    expect((await deliver(ground.manager, ground.source, file(line(first)), { version: 7 })).status).toBe(201);
  });

  it('of an object a line with a name in it is refused whole too', async () => {
    const text = JSON.stringify({ appareil: 'X', semaine: '2026-W39', nom: 'Léa' });
    const { status, body } = await deliver(ground.manager, ground.source, text, { type: 'application/x-ndjson' });
    expect({ status, reason: body.reason, line: body.line }).toEqual({ status: 422, reason: 'persons-named', line: 1 });
  });
});

describe('a file that comes again', () => {
  it('byte for byte changes nothing and answers as the first time, with its version or without', async () => {
    const [[first]] = ground.tags as [[string]];
    const text = file(line(first), line('INCONNU'), ...good());
    const { body: once } = await deliver(ground.manager, ground.source, text, { version: 3 });
    for (const version of [3, undefined]) {
      const { status, body } = await deliver(ground.manager, ground.source, text, version ? { version } : {});
      expect(status).toBe(201);
      expect(body).toMatchObject({
        receivedBefore: true,
        version: 3,
        lines: once.lines,
        added: 0,
        refused: 1,
        refusals: once.refusals,
      });
      expect(body.unchanged + body.refused).toBe(body.lines);
    }
  });

  it('under the same version with other bytes is refused', async () => {
    const [[first]] = ground.tags as [[string]];
    await deliver(ground.manager, ground.source, file(line(first)), { version: 3 });
    const again = await deliver(ground.manager, ground.source, file(line(first, '2026-W39', 91)), { version: 3 });
    expect({ status: again.status, code: again.body.code }).toEqual({ status: 409, code: 'usage.version-taken' });
  });

  it('corrects by a higher version, whatever the order, and keeps what it replaced', async () => {
    const [[first]] = ground.tags as [[string]];
    const say = (minutes: number, version: number) =>
      deliver(ground.manager, ground.source, file(line(first, '2026-W39', minutes)), { version });
    expect((await say(10, 1)).body).toMatchObject({ added: 1 });
    expect((await say(10, 5)).body).toMatchObject({ unchanged: 1, changed: 0 });
    // Between the two: what it says was said otherwise since.
    expect((await say(20, 3)).body).toMatchObject({ outdated: 1, changed: 0 });
    expect((await say(30, 6)).body).toMatchObject({ changed: 1 });
    expect(await minutesOf(ground.source)).toEqual({ [first]: 30 });
    expect(
      await house.sql(
        `select s.minutes, s.withdrawn from usage_superseded s join usage_source o on o.number = s.source where o.slug = $1`,
        [ground.source],
      ),
    ).toEqual([{ minutes: 10, withdrawn: false }]);
  });

  it('whole withdraws what it lacks of its own weeks, and what is older comes back by no delay', async () => {
    const [[first, second, third]] = ground.tags as [[string, string, string]];
    await deliver(ground.manager, ground.source, file(line(first), line(second), line(third, '2026-W38')), {
      version: 1,
    });
    const whole = await deliver(ground.manager, ground.source, file(line(first)), { version: 5, whole: true });
    expect(whole.body).toMatchObject({ whole: true, unchanged: 1, withdrawn: 1 });
    expect(await minutesOf(ground.source)).toEqual({ [first]: 90, [third]: 90 });
    const late = await deliver(ground.manager, ground.source, file(line(second), line(third)), { version: 4 });
    expect(late.body).toMatchObject({ added: 0, outdated: 2 });
    const newer = await deliver(ground.manager, ground.source, file(line(second)), { version: 6 });
    expect(newer.body).toMatchObject({ added: 1 });
    expect(await minutesOf(ground.source)).toEqual({ [first]: 90, [second]: 90, [third]: 90 });
  });
});

describe('a file of which more than a fifth is refused', () => {
  const mostly = () => file(line(ground.tags[0]![0]!), line('INCONNU-1'), line('INCONNU-2'));

  it('waits, changing nothing, until the plan manager takes it', async () => {
    const { body } = await deliver(ground.manager, ground.source, mostly());
    expect(body).toMatchObject({ outcome: 'waiting', lines: 3, refused: 2, added: 0 });
    expect(await facts(ground.source)).toEqual([]);
    const taken = await ground.manager.post(`/api/v1/usage/batches/${body.id}/accept`);
    expect(taken.body).toMatchObject({ outcome: 'taken', added: 1, refused: 2, decidedByName: expect.any(String) });
    expect(Object.keys(await minutesOf(ground.source))).toEqual([ground.tags[0]![0]]);
    expect(await house.sql('select from usage_waiting where batch_id = $1', [body.id])).toEqual([]);
    const again = await ground.manager.post(`/api/v1/usage/batches/${body.id}/decline`);
    expect(again.body.code).toBe('usage.not-waiting');
  });

  it('or leaves it, and then nothing of it stays', async () => {
    const { body } = await deliver(ground.manager, ground.source, mostly());
    const left = await ground.manager.post(`/api/v1/usage/batches/${body.id}/decline`);
    expect(left.body).toMatchObject({ outcome: 'declined', added: 0 });
    expect(await facts(ground.source)).toEqual([]);
    expect(await house.sql('select from usage_waiting where batch_id = $1', [body.id])).toEqual([]);
  });

  it('taken late is as old as its version', async () => {
    const { body } = await deliver(ground.manager, ground.source, mostly(), { version: 2 });
    await deliver(ground.manager, ground.source, file(line(ground.tags[0]![0]!, '2026-W39', 15)), { version: 3 });
    expect((await ground.manager.post(`/api/v1/usage/batches/${body.id}/accept`)).body).toMatchObject({
      outdated: 1,
      added: 0,
    });
    expect(await minutesOf(ground.source)).toEqual({ [ground.tags[0]![0]!]: 15 });
  });
});

describe('files that arrived', () => {
  it('are listed, the latest first, one that came again too', async () => {
    const text = file(line(ground.tags[0]![0]!));
    await deliver(ground.manager, ground.source, text);
    await deliver(ground.manager, ground.source, text);
    const { body } = await ground.manager.get(`/api/v1/usage/batches?source=${ground.source}`);
    expect(body.total).toBe(2);
    expect(body.items.map(({ receivedBefore }: { receivedBefore: boolean }) => receivedBefore)).toEqual([true, false]);
  });

  it('come from a source that was declared', async () => {
    const { body } = await deliver(ground.manager, 'jamais-vue', file(line(ground.tags[0]![0]!)));
    expect(body.code).toBe('usage.source-unknown');
  });

  it('may come as a form, as a browser sends it', async () => {
    const head = '--craie\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\n';
    const text = `${head}${file(line(ground.tags[0]![0]!))}\r\n--craie--\r\n`;
    const answer = await deliver(ground.manager, ground.source, text, { type: 'multipart/form-data; boundary=craie' });
    expect(answer.body).toMatchObject({ outcome: 'taken', added: 1 });
  });
});

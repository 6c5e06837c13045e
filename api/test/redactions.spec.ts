import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FREE_TEXT_WORDS, type FreeTextPlace, REDACTION_REASON_NAMES } from '@parc/domain';
import { FreeTextWriter, type Written } from './harness/free-text-writer.js';
import { House } from './harness/house.js';
import { anOrder } from './harness/order-builders.js';
import { orderWorld, type OrderWorld } from './harness/order-world.js';
import type { Person } from './harness/person.js';

/** A text that names a child by mistake is taken out: of its row, of every copy, for good; all else stays as it was. */

let house: House;
let world: OrderWorld;
let manager: Person;
let texts: FreeTextWriter;

beforeAll(async () => {
  house = await House.open();
  world = await orderWorld(house);
  manager = world.people['plan-manager'];
  texts = new FreeTextWriter(world);
});
afterAll(() => house.close());

const MARK = '[texte retiré le 06/10/2026 par la gestion du plan : nom ou situation d’un élève]';

const PLACES = Object.keys(FREE_TEXT_WORDS) as FreeTextPlace[];

const redact = ({ kind, id, rowId, part = 0 }: Written, place: FreeTextPlace, person = manager, reason = 'pupil') =>
  person.post(`/api/v1/free-texts/${kind}/${id}/redactions`, { place, rowId, part, reason });

/** Every place of the whole database in which these words can be read. */
async function wherever(words: string): Promise<string[]> {
  const columns = await house.sql<{ table: string; column: string }>(
    `select table_name as table, column_name as column from information_schema.columns join information_schema.tables t using (table_schema, table_name)
      where table_schema = 'public' and t.table_type = 'BASE TABLE' and data_type in ('text', 'jsonb', 'json', 'ARRAY', 'character varying')`,
  );
  const found: string[] = [];
  for (const { table, column } of columns) {
    const [row] = await house.sql<{ count: number }>(
      `select count(*)::int from ${table} where position($1 in ${column}::text) > 0`,
      [words],
    );
    if (row!.count > 0) found.push(`${table}.${column}`);
  }
  return found;
}

describe('a text that is taken out', () => {
  it.each(PLACES)('of %s is nowhere in the database any more, and its mark stands in its place', async (place) => {
    const words = `La mère de « Léa ${randomUUID()} » l’a dit`;
    const written = await texts.at[place](words);
    await house.arrange(
      `insert into mail (dedupe, recipient, subject, body, created_at) values ($1, 'a@exemple.fr', 'Commande', $2, now()), ($3, 'a@exemple.fr', $2, 'Bonjour', now())`,
      [`order-move:${written.rowId}:x`, `Bonjour, ${words}. À demain`, `recall:${written.id}:x`],
    );
    await house.arrange(
      `insert into idempotency_key (account_id, route, key, body_hash, status, response) values ($1, 'POST /essai', $2, 'x', 200, $3)`,
      [manager.accountId, randomUUID(), JSON.stringify({ reason: words })],
    );
    expect(await wherever(words.slice(0, 60))).toEqual(expect.arrayContaining(['mail.body', place]));

    const answer = await redact(written, place);
    expect(answer).toMatchObject({ status: 201, body: { mark: MARK } });

    expect(await wherever(words.slice(14, 50))).toEqual([]);
    const [table, column] = place.split('.');
    const [row] = await house.sql<{ text: string }>(`select ${column}::text as text from ${table} where id = $1`, [
      written.rowId,
    ]);
    expect(row!.text).toContain(MARK);
    const [record] = await house.sql('select * from redaction where row_id = $1 and column_name = $2', [
      written.rowId,
      column,
    ]);
    expect(record).toMatchObject({ table_name: table, mark: MARK, reason: 'pupil', account_id: manager.accountId });
    const [mail] = await house.sql<{ body: string }>('select body from mail where dedupe = $1', [
      `order-move:${written.rowId}:x`,
    ]);
    expect(mail!.body).toBe(`Bonjour, ${MARK}. À demain`);
    const kept = await house.sql<{ response: string }>(
      `select response from idempotency_key where route = 'POST /essai'`,
    );
    for (const { response } of kept) expect(JSON.parse(response)).toHaveProperty('reason');
  });

  it('goes with its copies: of a transfer both halves, of a line’s reason what the thread tells of it', async () => {
    const words = `Motif de la famille ${randomUUID()}`;
    const written = await texts.at['ledger_entry.reason'](words);
    await redact(written, 'ledger_entry.reason');
    expect(await house.sql('select 1 from ledger_entry where reason = $1', [MARK])).not.toHaveLength(1);
    expect(await wherever(words)).toEqual([]);

    const order = await texts.at['order_move.detail'](words);
    const lineId = await texts.lineOf(order.id);
    await texts.write('update order_line set decision_reason = $2 where id = $1', [lineId, words]);
    expect((await redact({ ...order, rowId: lineId, part: 0 }, 'order_line.decision_reason')).status).toBe(201);
    expect(await wherever(words)).toEqual([]);
    const [{ detail }] = (await house.sql<{ detail: object }>('select detail from order_move where id = $1', [
      order.rowId,
    ])) as [{ detail: object }];
    expect(detail).toEqual({
      releasedCents: 5,
      less: [
        { name: 'Pose', asked: 2, approved: 1, reason: MARK },
        { name: 'Vis', reason: null },
      ],
    });
  });

  it('leaves the other reasons beside it in the same column, which go by an act of their own', async () => {
    const [one, two] = [`Motif un ${randomUUID()}`, `Motif deux ${randomUUID()}`];
    const less = [
      { name: 'Pose', reason: one },
      { name: 'Vis', reason: two },
    ];
    const written = await texts.onMove(null, { less });
    const reasons = async () =>
      (
        await house.sql<{ reasons: string[] }>(
          `select array(select l ->> 'reason' from jsonb_array_elements(detail -> 'less') l) as reasons from order_move where id = $1`,
          [written.rowId],
        )
      )[0]!.reasons;
    expect((await redact({ ...written, part: 2 }, 'order_move.detail')).status).toBe(201);
    expect(await reasons()).toEqual([one, MARK]);
    expect((await redact({ ...written, part: 2 }, 'order_move.detail')).status).toBe(409);
    expect((await redact({ ...written, part: 1 }, 'order_move.detail')).status).toBe(201);
    expect(await reasons()).toEqual([MARK, MARK]);
  });

  it('leaves whole what only looks like a short one, and finds what a mail has written in French', async () => {
    const written = await texts.at['order_move.reason']('id');
    const dedupe = `order-move:${written.rowId}:court`;
    await house.arrange(
      `insert into mail (dedupe, recipient, subject, body, created_at) values ($1, 'a@exemple.fr', 'Idée', $2, now())`,
      [dedupe, 'Motif\u202f: id\n\nhttp://exemple.fr/commandes/identifiant'],
    );
    const response = JSON.stringify({ id: 'identité', reason: 'id' });
    const key = randomUUID();
    await house.arrange(
      `insert into idempotency_key (account_id, route, key, body_hash, status, response) values ($1, 'POST /court', $2, 'x', 200, $3)`,
      [manager.accountId, key, response],
    );
    await redact(written, 'order_move.reason');
    expect(await house.sql('select subject, body from mail where dedupe = $1', [dedupe])).toEqual([
      { subject: 'Idée', body: `Motif\u202f: ${MARK}\n\nhttp://exemple.fr/commandes/identifiant` },
    ]);
    const [kept] = await house.sql<{ response: string }>('select response from idempotency_key where key = $1', [key]);
    expect(JSON.parse(kept!.response)).toEqual({ id: 'identité', reason: MARK });

    const spoken = await texts.at['order_move.reason']('Que veut la mère ? Elle dit : « non » !');
    const mailed = `order-move:${spoken.rowId}:fr`;
    await house.arrange(
      `insert into mail (dedupe, recipient, subject, body, created_at) values ($1, 'a@exemple.fr', 'Refus', $2, now())`,
      [mailed, 'Motif\u202f: Que veut la mère\u202f? Elle dit\u202f: «\u202fnon\u202f»\u202f!'],
    );
    await redact(spoken, 'order_move.reason');
    const [mail] = await house.sql<{ body: string }>('select body from mail where dedupe = $1', [mailed]);
    expect(mail!.body).toBe(`Motif\u202f: ${MARK}`);
  });

  it('goes from the other orders of its basket, too', async () => {
    const words = `Le frère de ${randomUUID()}`;
    const written = await texts.at['installation_order.note'](words);
    const other = await texts.anOrderSent();
    await texts.write(
      `update installation_order set note = $2, basket_id = (select basket_id from installation_order where id = $3) where id = $1`,
      [other, words, written.id],
    );
    await redact(written, 'installation_order.note');
    expect(await wherever(words)).toEqual([]);
  });

  it('is read as taken out on its list, by who, when and why, and in the thread of its order', async () => {
    const words = `Son frère ${randomUUID()}`;
    const written = await texts.at['order_move.reason'](words);
    const list = () => manager.get(`/api/v1/free-texts/order/${written.id}`);
    expect((await list()).body.items).toContainEqual(
      expect.objectContaining({ text: words, word: 'Motif', removed: false, rowId: written.rowId }),
    );
    await redact(written, 'order_move.reason');
    expect((await list()).body.items).toContainEqual(expect.objectContaining({ text: MARK, removed: true }));
    const page = await world.place.head.get(`/api/v1/orders/${written.id}`);
    expect(page.body.thread.map(({ reason }: { reason: string | null }) => reason)).toContain(MARK);
  });

  it.each(REDACTION_REASON_NAMES)('says why: %s', async (reason) => {
    const written = await texts.at['order_move.reason'](`Parce que ${randomUUID()}`);
    const { body } = await redact(written, 'order_move.reason', manager, reason);
    expect(body.mark).toMatch(/^\[texte retiré le 06\/10\/2026 par la gestion du plan : \S.*\]$/);
  });
});

describe('what is refused', () => {
  let written: Written;
  beforeAll(async () => {
    written = await texts.at['order_move.reason'](`Motif ${randomUUID()}`);
  });

  it('to every other role', async () => {
    for (const person of [world.place.head, world.people.technician, world.people.administrator])
      expect(await redact(written, 'order_move.reason', person)).toMatchObject({ status: 403 });
  });

  it('of an object, a row or a reason that does not exist, and of a row of another object', async () => {
    const nowhere = randomUUID();
    expect(await redact({ ...written, id: nowhere }, 'order_move.reason')).toMatchObject({ status: 404 });
    expect(await redact({ ...written, rowId: nowhere }, 'order_move.reason')).toMatchObject({
      ...{ status: 404, body: { code: 'redaction.no-text' } },
    });
    expect(await redact(written, 'order_move.reason', manager, 'because')).toMatchObject({ status: 400 });
    const another = await texts.at['order_move.reason'](`Motif ${randomUUID()}`);
    expect(await redact({ ...written, rowId: another.rowId }, 'order_move.reason')).toMatchObject({ status: 404 });
  });

  it('of a draft, which is its school’s alone', async () => {
    const { id } = await anOrder(world).in('draft');
    await texts.write(`update installation_order set note = 'Mur du fond' where id = $1`, [id]);
    expect(await manager.get(`/api/v1/free-texts/order/${id}`)).toMatchObject({ status: 404 });
    expect(await redact({ kind: 'order', id, rowId: id }, 'installation_order.note')).toMatchObject({ status: 404 });
  });

  it('a second time, and of five at once all but one', async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => redact(written, 'order_move.reason')));
    const codes = answers.map(({ status, body }) => `${status} ${body.code ?? ''}`).sort();
    expect(codes).toEqual(['201 ', ...Array.from({ length: 4 }, () => '409 redaction.done')]);
    expect(await redact(written, 'order_move.reason')).toMatchObject({ status: 409, body: { code: 'redaction.done' } });
  });
});

describe('the database', () => {
  it('lets nothing else be changed where rows are only ever added, redaction or not', async () => {
    const written = await texts.at['order_move.reason'](`Motif ${randomUUID()}`);
    const change = (assignment: string) =>
      house.arrange(`update order_move set ${assignment} where id = $1`, [written.rowId]);
    await expect(change(`reason = 'autre'`)).rejects.toThrow('only ever added');
    await expect(change(`reason = '${MARK}'`)).rejects.toThrow('only ever added');
    await redact(written, 'order_move.reason');
    for (const assignment of [
      `reason = 'autre'`,
      `reason = reason`,
      `action = 'approve'`,
      `detail = '{"a": "${MARK}"}'`,
    ])
      await expect(change(assignment)).rejects.toThrow('only ever added');
    for (const assignment of [`reason = '${MARK}', role = 'teacher'`, `reason = '${MARK} et la suite'`])
      await expect(change(assignment)).rejects.toThrow('only ever added');
    await expect(house.arrange('delete from redaction')).rejects.toThrow('only ever added');
    await expect(house.arrange(`update history set actor = 'x'`)).rejects.toThrow('only ever added');
  });

  it('keeps no redaction that took nothing out', async () => {
    const written = await texts.at['order_move.reason'](`Motif ${randomUUID()}`);
    await expect(
      house.arrange(
        `insert into redaction (table_name, column_name, row_id, mark, reason, account_id, role, at)
          values ('order_move', 'reason', $1, $2, 'pupil', $3, 'plan-manager', now())`,
        [written.rowId, MARK, manager.accountId],
      ),
    ).rejects.toThrow('still stands');
  });
});

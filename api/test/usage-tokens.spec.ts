import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addCalendarDays } from '@parc/domain';
import { House } from './harness/house.js';
import { aSource, aToken, aUsageGround, deliverByTool, HEAD, type UsageGround } from './harness/usage-ground.js';

/** A token writes use for one source, and opens nothing else. */
let house: House;
let ground: UsageGround;
let text: string;

beforeAll(async () => {
  house = await House.open();
  ground = await aUsageGround(house);
  text = `${HEAD}\n${ground.tags[0]![0]};2026-W39;75;;;;\n`;
});
afterAll(() => house.close());

const send = (secret: string, source = ground.source) => deliverByTool(house, secret, source, text);

describe('a token of device management', () => {
  it('writes use for its source, and what it brings says so', async () => {
    const { secret } = await aToken(ground.manager, ground.source);
    const { status, body } = await send(secret);
    expect({ status, byToken: body['byToken'] }).toEqual({ status: 201, byToken: true });
    const { body: list } = await ground.manager.get('/api/v1/usage/sources');
    const own = list.items.find(({ slug }: { slug: string }) => slug === ground.source);
    expect(own.tokens).toMatchObject([{ lastUsedOn: '2026-10-06', revokedAt: null }]);
  });

  it('for another source is refused', async () => {
    const { secret } = await aToken(ground.manager, ground.source);
    const other = await aSource(house);
    expect(await send(secret, other)).toMatchObject({ status: 403, body: { code: 'usage.token-elsewhere' } });
  });

  it('opens no other door: neither what was delivered, nor sources, nor anything of the plan', async () => {
    const { secret } = await aToken(ground.manager, ground.source);
    const ask = async (method: 'GET' | 'POST', url: string) =>
      (await house.application.inject({ method, url, headers: { authorization: `Bearer ${secret}` } })).statusCode;
    for (const url of ['/api/v1/usage/batches', '/api/v1/usage/sources', '/api/v1/schools', '/api/v1/accounts'])
      expect([url, await ask('GET', url)]).toEqual([url, 401]);
    expect(await ask('POST', '/api/v1/usage/sources')).toBe(401);
  });

  it.each(['', 'Bearer ', 'Bearer parc_usage_'.padEnd(61, 'a'), 'Basic Zm9vOmJhcg=='])(
    'that is none is refused: %s',
    async (given) => {
      const answer = await house.application.inject({
        ...{ method: 'POST', url: `/api/v1/usage/batches?source=${ground.source}`, payload: text },
        headers: { authorization: given, 'content-type': 'text/csv' },
      });
      expect(answer.json()).toMatchObject({ status: 401, code: 'usage.token-unknown' });
    },
  );

  it('beside a session is judged as a token: a page of another site cannot lend it a person', async () => {
    const { cookies } = ground.manager;
    const answer = await house.application.inject({
      ...{ method: 'POST', url: `/api/v1/usage/batches?source=${ground.source}`, payload: text, cookies: cookies! },
      headers: { authorization: 'Bearer none', 'content-type': 'text/csv' },
    });
    expect(answer.statusCode).toBe(401);
    const without = await house.application.inject({
      ...{ method: 'POST', url: `/api/v1/usage/batches?source=${ground.source}`, payload: text, cookies: cookies! },
      headers: { 'content-type': 'text/csv' },
    });
    expect(without.json()).toMatchObject({ status: 403, code: 'session.csrf' });
  });

  it('ends on its day', async () => {
    const { secret } = await aToken(ground.manager, ground.source, '2026-10-07');
    expect((await send(secret)).status).toBe(201);
    house.setNow('2026-10-07T07:00:00Z');
    expect((await send(secret)).status).toBe(401);
    house.setNow(House.START);
  });

  it('ends when it is revoked, once and for good', async () => {
    const { id, secret } = await aToken(ground.manager, ground.source);
    for (let time = 0; time < 2; time++)
      expect((await ground.manager.delete(`/api/v1/usage/tokens/${id}`)).status).toBe(204);
    expect((await send(secret)).status).toBe(401);
    expect((await ground.manager.delete('/api/v1/usage/tokens/018f0000-0000-7000-8000-000000000000')).status).toBe(404);
  });

  it.each([
    ['today', 0],
    ['three years ahead', 1_100],
  ])('that would end %s is not made', async (_, days) => {
    const { body } = await ground.manager.get('/api/v1/usage/sources');
    const { id } = body.items[0];
    const answer = await ground.manager.post(`/api/v1/usage/sources/${id}/tokens`, {
      expiresOn: addCalendarDays('2026-10-06', days),
    });
    expect(answer.body.code).toBe('usage.token-days');
  });

  it('is told once: no table, history or kept answer leads to it', async () => {
    const { secret } = await aToken(ground.manager, ground.source);
    await send(secret);
    const rows = await house.sql<{ row: string }>(
      `select t::text as row from usage_token t union all select h::text from history h union all select k::text from idempotency_key k
       union all select b::text from usage_batch b`,
    );
    expect(rows.filter(({ row }) => row.includes(secret.slice(11)))).toEqual([]);
    const digests = await house.sql(`select from history where table_name = 'usage_token' and after ? 'secret_digest'`);
    expect(digests).toEqual([]);
  });
});

describe('a source', () => {
  const made = (body: object) => ground.manager.post('/api/v1/usage/sources', body);

  it('is declared with what it measures, and keeps its address when it is renamed', async () => {
    const { status, body } = await made({
      name: 'Écrans & projecteurs',
      arrival: 'fichier déposé',
      families: ['projector'],
    });
    expect({ status, slug: body.slug, families: body.families }).toEqual({
      status: 201,
      slug: 'ecrans-projecteurs',
      families: ['projector'],
    });
    const change = { name: 'Écrans', arrival: '', families: ['projector', 'interactive-display'] };
    const changed = await ground.manager.put(`/api/v1/usage/sources/${body.id}`, change, { version: body.version });
    expect(changed.body).toMatchObject({ ...change, slug: 'ecrans-projecteurs', version: 2 });
    const stale = await ground.manager.put(`/api/v1/usage/sources/${body.id}`, change, { version: 1 });
    expect(stale.status).toBe(412);
  });

  it('has a name of its own and measures something', async () => {
    await made({ name: 'Postes', arrival: '', families: ['desktop'] });
    expect((await made({ name: 'Postes', arrival: '', families: ['desktop'] })).body.code).toBe('usage.name-taken');
    expect((await made({ name: 'Rien', arrival: '', families: [] })).body.code).toBe('usage.families-missing');
    expect((await made({ name: 'Imprimantes', arrival: '', families: ['printer'] })).status).toBe(400);
  });
});

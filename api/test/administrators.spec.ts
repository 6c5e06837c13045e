import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '@parc/testing';
import { FirstAdministrator } from '../src/identity/first-administrator.js';
import { House } from './harness/house.js';
import { useLink } from './harness/letters.js';
import type { Person } from './harness/person.js';
import { ApiProcess } from './harness/process.js';

const PASSWORD = 'gomme, équerre et compas';
const TOKEN = /\/mot-de-passe#([\w-]+)$/;

/** Nobody is left who could enter, nor an address that is known. */
const sendAway = (house: House) =>
  house.arrange(`update account set active = false, password_hash = null, email = id || '@parti.fr'`);

describe('the last administrator who can enter, under a role without end', () => {
  let house: House;
  let only: Person;
  beforeAll(async () => {
    house = await House.open();
  });
  // Who remains is what is asked: each begins with nobody of the ones before.
  beforeEach(async () => {
    await sendAway(house);
    only = await house.person('administrator');
  });
  afterAll(() => house.close());

  const rolesOf = (accountId: string) =>
    house.sql<{ id: string }>('select id from assignment where account_id = $1 order by from_day', [accountId]);
  const leave = (accountId: string, version = 1) =>
    only.post(`/api/v1/accounts/${accountId}/deactivate`, undefined, { version });
  const end = async (accountId: string, lastDay?: string) =>
    only.post(`/api/v1/assignments/${(await rolesOf(accountId))[0]!.id}/end`, lastDay ? { lastDay } : {});
  const stays = { status: 409, body: { code: 'account.last-administrator' } };

  it.each<[string, string]>([
    ['has chosen no password yet', 'update account set password_hash = null where id = $1'],
    ['was deactivated', 'update account set active = false where id = $1'],
    ['stops on a day that is set', `update assignment set to_day = '2099-12-31' where account_id = $1`],
    ['has not begun', `update assignment set from_day = '2026-10-07' where account_id = $1`],
  ])('stays when the other one %s', async (_what, turn) => {
    const other = await house.build.account('administrator');
    await house.arrange(turn, [other.id]);
    expect(await leave(only.accountId)).toMatchObject(stays);
    expect(await end(only.accountId)).toMatchObject(stays);
    expect(await end(only.accountId, '2098-08-31')).toMatchObject(stays);
  });

  it('may go when the other one can enter and has no end', async () => {
    await house.build.account('administrator');
    expect((await end(only.accountId, '2098-08-31')).status).toBe(200);
  });

  it('does not keep in place those who could not replace it', async () => {
    const invited = await house.build.account('administrator');
    await house.arrange('update account set password_hash = null where id = $1', [invited.id]);
    expect((await leave(invited.id)).status).toBe(200);
    expect((await leave((await house.build.account('teacher', await school())).id)).status).toBe(200);
  });

  it('is, where all have an end, the last of today', async () => {
    const other = await house.build.account('administrator');
    await house.arrange(`update assignment set to_day = '2099-12-31'`);
    expect((await end(other.id)).status).toBe(200);
    expect(await end(only.accountId)).toMatchObject(stays);
    expect(await leave(only.accountId)).toMatchObject(stays);
  });

  async function school() {
    return { school_id: (await house.build.school()).id };
  }
});

const NOW = new Date();
const daysLater = (days: number) => new Date(NOW.getTime() + days * 86_400_000).toISOString();

describe('the first administrator', () => {
  let house: House;
  beforeAll(async () => {
    house = await House.open();
  });
  beforeEach(async () => {
    await sendAway(house);
    // The database judges a session by its own day.
    house.setNow(NOW.toISOString());
  });
  afterAll(() => house.close());

  const make = (email = 'premiere@ville.fr', name = 'Première Personne') =>
    house.application.get(FirstAdministrator).make(email, name);
  const tokenOf = (link: string) => TOKEN.exec(link)![1]!;
  const refused = { code: 'account.administrator-exists' };

  it('enters by a link that nobody was mailed, invites the others, and is made once', async () => {
    const link = await make();
    expect(await house.sql('select from mail')).toEqual([]);
    expect((await useLink(house, tokenOf(link), PASSWORD)).status).toBe(204);
    const person = await house.signIn('premiere@ville.fr', PASSWORD);
    const invited = {
      email: 'suite@ville.fr',
      name: 'Suite',
      role: 'plan-manager',
      scopeId: null,
      fromDay: '2020-01-01',
    };
    expect((await person.post('/api/v1/accounts', invited)).status).toBe(201);
    await expect(make()).rejects.toMatchObject(refused);
    await expect(make('autre@ville.fr')).rejects.toMatchObject(refused);
  });

  it('may be asked again while nobody has a password: the last link counts', async () => {
    const first = await make('faute@vile.fr');
    const second = await make();
    expect((await useLink(house, tokenOf(first), PASSWORD)).status).toBe(410);
    expect((await useLink(house, tokenOf(second), PASSWORD)).status).toBe(204);
    expect((await house.signIn('premiere@ville.fr', PASSWORD)).session).not.toBeNull();
    await expect(house.signIn('faute@vile.fr', PASSWORD)).rejects.toThrow('401');
  });

  it('has a day to choose a password', async () => {
    const link = await make();
    house.setNow(daysLater(1.01));
    expect((await useLink(house, tokenOf(link), PASSWORD)).status).toBe(410);
  });

  it('is one, however many ask at once', async () => {
    const links = await Promise.all(Array.from({ length: 8 }, (_, each) => make(`personne-${each}@ville.fr`)));
    const used = await Promise.all(links.map((link) => useLink(house, tokenOf(link), PASSWORD)));
    expect(used.filter(({ status }) => status === 204).length).toBe(1);
  });

  it('may be somebody whom the plan knows, and is nobody’s way past an administrator to come', async () => {
    const { id, email } = await house.build.account('plan-manager');
    await useLink(house, tokenOf(await make(email)), PASSWORD);
    const roles = await house.sql<{ role: string }>('select role from assignment where account_id = $1', [id]);
    expect(roles.map(({ role }) => role).sort()).toEqual(['administrator', 'plan-manager']);
    await house.arrange(
      `update assignment set from_day = '2098-11-01' where role = 'administrator' and to_day is null`,
    );
    await expect(make()).rejects.toMatchObject(refused);
  });
});

describe('the command that makes the first administrator', () => {
  let database: TestDatabase;
  let api: ApiProcess;
  beforeAll(async () => {
    database = await createTestDatabase();
    api = await ApiProcess.compiled(database.url);
  }, 60_000);
  afterAll(async () => {
    await api.remove();
    await database.drop();
  });

  const command = (...given: string[]) =>
    api.run(['--first-administrator', ...given], { PUBLIC_URL: 'HTTPS://Parc.Ville.FR' });

  it('begins with an empty database and ends in a session', async () => {
    for (const wrong of [[], ['premiere@ville.fr'], ['pas-une-adresse', 'Une Personne']])
      expect(await command(...wrong)).toMatchObject({
        code: 1,
        output: expect.stringMatching(/^Donnez une adresse[^\n]*\n$/),
      });
    const made = await command('premiere@ville.fr', 'Première', 'Personne');
    expect(made.code).toBe(0);
    const lines = made.output.trim().split('\n');
    expect(lines.length).toBe(3);
    expect(lines[2]).toMatch(/^https:\/\/parc\.ville\.fr\/mot-de-passe#/);

    await api.start();
    const send = (path: string, body: object) =>
      fetch(`${api.origin}/api/v1/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    expect((await send('password-links/use', { token: TOKEN.exec(lines[2]!)![1], password: PASSWORD })).status).toBe(
      204,
    );
    const entered = await send('session', { email: 'premiere@ville.fr', password: PASSWORD });
    expect(entered.status).toBe(201);
    expect(await entered.json()).toMatchObject({
      account: { name: 'Première Personne' },
      assignment: { role: 'administrator' },
    });
    const again = await command('autre@ville.fr', 'Autre');
    expect(again).toMatchObject({
      code: 1,
      output: expect.stringMatching(/^Un compte d’administration existe déjà[^\n]*\n$/),
    });
  }, 60_000);
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { House } from './harness/house.js';

let house: House;

const enter = (role: string) =>
  house.nobody().send('POST', '/api/v1/session/demonstration', { role }, { 'content-type': 'application/json' });

/** The plan that the demonstration loads names somebody for the role. */
async function showPersona(of: House): Promise<void> {
  const { email } = await of.build.account('committee');
  const personas = JSON.stringify([{ role: 'committee', email, description: 'Lit les chiffres du plan.' }]);
  await of.arrange(
    "insert into setting (name, from_day, source, value) values ('demonstration.personas', '2026-01-01', 'Plan de démonstration', $1::jsonb)",
    [personas],
  );
}

describe('the one-click sign-in', () => {
  beforeAll(async () => {
    house = await House.open({ DEMO: 'on' });
    await showPersona(house);
  });
  afterAll(() => house.close());

  it('enters as the role’s persona, in the demonstration', async () => {
    const answer = await enter('committee');
    expect([answer.status, answer.body.assignment.role, answer.body.demonstration]).toEqual([201, 'committee', true]);
  });

  it('offers no role that has nobody', async () => {
    expect((await enter('administrator')).body.code).toBe('session.not-demonstration');
  });
});

describe('out of the demonstration', () => {
  beforeAll(async () => {
    house = await House.open();
    await showPersona(house);
  });
  afterAll(() => house.close());

  it('nobody enters without a password, whatever the database still holds', async () => {
    expect((await enter('committee')).body.code).toBe('session.not-demonstration');
    expect((await house.nobody().get('/api/v1/session/options')).body).toEqual({ demonstration: false, roles: [] });
  });
});

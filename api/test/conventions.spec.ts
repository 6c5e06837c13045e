import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ConventionTermService } from '../src/agreements/convention-term.service.js';
import { House } from './harness/house.js';
import type { Person } from './harness/person.js';

let house: House;
let manager: Person;
let school: { id: string; communeId: string };

beforeAll(async () => {
  house = await House.open();
  manager = await house.person('plan-manager');
  school = await house.build.school();
});
afterAll(() => house.close());

let count = 0;
const PROMISES = [
  { party: 'metropole', text: 'Équiper les écoles' },
  { party: 'partner', text: 'Mettre aux normes les prises' },
];
const body = (more: object = {}) => ({
  number: `CV-${(count += 1)}`,
  title: 'Convention de partenariat',
  kind: 'commune',
  communeId: school.communeId,
  fromDay: '2026-01-01',
  toDay: '2027-12-31',
  promises: PROMISES,
  sites: [{ schoolId: school.id }],
  ...more,
});
const ACT = {
  council: 'Conseil municipal',
  councilOn: '2025-11-12',
  unanimous: true,
  executoryFrom: '2025-11-20',
  visas: [],
};
const SIGNATURE = {
  metropole: { party: 'metropole', on: '2025-12-10', signatory: 'Le président' },
  partner: { party: 'partner', on: '2025-12-01', signatory: 'La maire' },
};

const create = async (more: object = {}) => (await manager.post('/api/v1/conventions', body(more))).body.id as string;
const page = async (id: string, person = manager) => (await person.get(`/api/v1/conventions/${id}`)).body;
const act = async (id: string, action: string, request?: object, person = manager) =>
  person.post(`/api/v1/conventions/${id}/${action}`, request ?? {}, { version: (await page(id)).version });
const recordAct = async (id: string, more: object = {}) =>
  manager.put(`/api/v1/conventions/${id}/deliberation`, { ...ACT, ...more }, { version: (await page(id)).version });
const advance = (day: string) => house.application.get(ConventionTermService).advance(day);

/** A convention brought to a state the way people bring it there. */
async function conventionIn(state: string, more: object = {}): Promise<string> {
  const id = await create(state === 'signed' ? { fromDay: '2026-12-01', ...more } : more);
  if (state === 'drafted') return id;
  await act(id, 'send', { on: '2025-11-01' });
  if (state === 'sent') return id;
  await recordAct(id);
  await act(id, 'approve');
  if (state === 'approved') return id;
  await act(id, 'sign', SIGNATURE.partner);
  await act(id, 'sign', SIGNATURE.metropole);
  if (state === 'ended')
    await act(id, 'end', { on: '2026-09-30', noticeOn: '2026-06-30', reason: 'La commune quitte le plan' });
  if (state === 'expired') {
    await house.arrange(`update convention set to_day = '2026-10-05' where id = $1`, [id]);
    await advance('2026-10-06');
  }
  if (state === 'renewed') await renew(id);
  return id;
}

const EVALUATION = { evaluationAdoptedOn: '2026-06-15', evaluationToldOn: '2026-07-01' };
async function signedSuccessor(id: string, fromDay: string): Promise<string> {
  const successor = (await act(id, 'successor', { number: `CV-${(count += 1)}`, fromDay, toDay: '2032-12-31' })).body
    .id;
  await act(successor, 'send');
  await recordAct(successor);
  await act(successor, 'approve');
  await act(successor, 'sign', SIGNATURE.metropole);
  await act(successor, 'sign', SIGNATURE.partner);
  return successor;
}
async function renew(id: string) {
  await signedSuccessor(id, '2026-10-01');
  return act(id, 'renew', EVALUATION);
}

describe('a convention, from its draft to its end', () => {
  it('goes through its table, day by day as the acts say', async () => {
    const id = await create();
    expect((await act(id, 'send', { on: '2025-11-01' })).body.state).toBe('sent');
    expect(await act(id, 'approve')).toMatchObject({ status: 422, body: { code: 'convention.deliberation-missing' } });
    expect((await recordAct(id)).status).toBe(200);
    expect((await act(id, 'approve')).body).toMatchObject({ state: 'approved', warnings: [] });
    expect((await act(id, 'sign', SIGNATURE.partner)).body.state).toBe('approved');
    expect(await act(id, 'sign', SIGNATURE.partner)).toMatchObject({
      status: 409,
      body: { code: 'convention.already-signed' },
    });
    // The last signature comes after the first day of the term: it enters into force at once.
    expect((await act(id, 'sign', SIGNATURE.metropole)).body.state).toBe('in-force');
    const shown = await page(id);
    expect(shown).toMatchObject({
      sentOn: '2025-11-01',
      approvedOn: '2025-11-12',
      signedOn: '2025-12-10',
      next: null,
      nearTerm: false,
    });
    expect(shown.sites).toEqual([
      expect.objectContaining({ schoolId: school.id, fromDay: '2026-01-01', toDay: '2027-12-31', covered: true }),
    ]);
    expect(
      shown.thread.map((entry: { action: string; to: string; role: string; happenedOn: string }) => [
        entry.action,
        entry.to,
        entry.role,
        entry.happenedOn,
      ]),
    ).toEqual([
      ['enter-into-force', 'in-force', 'system', '2026-01-01'],
      ['sign', 'signed', 'plan-manager', '2025-12-10'],
      ['sign', 'approved', 'plan-manager', '2025-12-01'],
      ['approve', 'approved', 'plan-manager', '2025-11-12'],
      ['send', 'sent', 'plan-manager', '2025-11-01'],
    ]);
    expect((await act(id, 'end', { on: '2026-09-30', reason: 'Accord des parties' })).body.state).toBe('ended');
    expect(await page(id)).toMatchObject({ endedOn: '2026-09-30', actions: [] });
  });

  it('is written by no other role', async () => {
    const id = await conventionIn('sent');
    const scopes = {
      'school-head': { school_id: school.id },
      teacher: { school_id: school.id },
      'commune-officer': { commune_id: school.communeId },
    };
    for (const role of [
      'school-head',
      'teacher',
      'commune-officer',
      'technician',
      'committee',
      'administrator',
    ] as const) {
      const person = await house.person(role, scopes[role as keyof typeof scopes] ?? {});
      expect((await person.post('/api/v1/conventions', body())).status).toBe(403);
      expect((await person.put(`/api/v1/conventions/${id}/deliberation`, ACT, { version: 2 })).status).toBe(403);
    }
    expect((await page(id)).state).toBe('sent');
  });

  it('is sent with sites, a term and a promise of each party', async () => {
    const send = async (more: object) => (await act(await create(more), 'send')).body.code;
    expect(await send({ sites: [] })).toBe('convention.sites-missing');
    expect(await send({ sites: [], fromDay: null, kind: 'framework', communeId: null })).toBe(
      'convention.term-missing',
    );
    expect(await send({ promises: PROMISES.slice(0, 1) })).toBe('convention.promises-missing');
    expect(await send({ sites: [], kind: 'framework', communeId: null })).toBeUndefined();
    const refused = await act(await conventionIn('sent'), 'refuse', { reason: ' ' });
    expect(refused).toMatchObject({ status: 422, body: { code: 'convention.reason-missing' } });
  });

  it('is rewritten only while drafted, by the version that was read', async () => {
    const id = await create();
    const write = (more: object, version: number) => manager.put(`/api/v1/conventions/${id}`, body(more), { version });
    expect(await write({ title: 'Autre titre' }, 1)).toMatchObject({ status: 200, body: { version: 2 } });
    expect(await write({}, 1)).toMatchObject({ status: 412 });
    await act(id, 'send');
    expect(await write({}, 3)).toMatchObject({ status: 409, body: { code: 'convention.state', state: 'Transmise' } });
    await act(id, 'recall');
    expect((await write({ sites: [] }, 4)).status).toBe(200);
    expect(await page(id)).toMatchObject({ state: 'drafted', sentOn: null, sites: [] });
  });

  it('records what has happened, not what is to come', async () => {
    expect(await act(await create(), 'send', { on: '2026-10-07' })).toMatchObject({
      status: 400,
      body: { fields: [{ name: 'on' }] },
    });
    const id = await conventionIn('in-force');
    expect(await act(id, 'end', { on: '2026-10-07', reason: 'Plus tard' })).toMatchObject({
      status: 400,
      body: { fields: [{ name: 'on' }] },
    });
  });

  it('enters into force on its first day and expires after its last, once', async () => {
    const id = await conventionIn('signed');
    expect((await page(id)).state).toBe('signed');
    expect((await advance('2026-11-30')).entered).not.toContain(id);
    expect((await advance('2026-12-01')).entered).toContain(id);
    expect((await advance('2026-12-01')).entered).not.toContain(id);
    expect((await advance('2027-12-31')).expired).not.toContain(id);
    expect((await advance('2028-01-01')).expired).toContain(id);
    expect((await page(id)).thread.slice(0, 2)).toMatchObject([
      { action: 'reach-term', role: 'system', happenedOn: '2027-12-31' },
      { action: 'enter-into-force', role: 'system', happenedOn: '2026-12-01' },
    ]);
  });
});

describe('the renewal of a convention', () => {
  it('is express: an evaluation told to the signatories, then a successor signed', async () => {
    const id = await conventionIn('in-force');
    expect(await act(id, 'renew', EVALUATION)).toMatchObject({
      status: 422,
      body: { code: 'convention.successor-missing' },
    });
    const drafted = await act(id, 'successor', { number: 'SUITE-1', fromDay: '2028-01-01', toDay: '2032-12-31' });
    expect(drafted.status).toBe(201);
    expect(await page(drafted.body.id)).toMatchObject({
      state: 'drafted',
      renews: { id },
      file: { promises: PROMISES },
      sites: [{ schoolId: school.id, fromDay: '2028-01-01' }],
    });
    expect(await act(id, 'successor', { number: 'SUITE-2', fromDay: '2028-01-01', toDay: '2032-12-31' })).toMatchObject(
      { status: 409, body: { code: 'convention.successor-exists' } },
    );
    expect(await act(id, 'renew', EVALUATION)).toMatchObject({
      status: 422,
      body: { code: 'convention.successor-missing' },
    });
  });

  it('waits for the successor’s first day, so that no school is left without', async () => {
    const id = await conventionIn('in-force');
    await signedSuccessor(id, '2026-12-01');
    expect(await act(id, 'renew', EVALUATION)).toMatchObject({
      status: 409,
      body: { code: 'convention.successor-later', from: '2026-12-01' },
    });
  });

  it('brings the successor into force itself when the night has not yet done so', async () => {
    const id = await conventionIn('in-force');
    const successor = await signedSuccessor(id, '2026-10-07');
    house.setNow('2026-10-06T22:30:00Z');
    manager = await house.person('plan-manager');
    expect((await page(successor)).state).toBe('signed');
    expect((await act(id, 'renew', EVALUATION)).body.state).toBe('renewed');
    expect((await page(successor)).state).toBe('in-force');
    house.setNow(House.START);
    manager = await house.person('plan-manager');
  });

  it('hands the schools over in one step', async () => {
    const id = await conventionIn('in-force');
    const successor = await signedSuccessor(id, '2026-10-01');
    expect(await act(id, 'renew', { ...EVALUATION, evaluationToldOn: '2026-06-01' })).toMatchObject({
      status: 400,
      body: { fields: [{ name: 'evaluationToldOn' }] },
    });
    expect((await act(id, 'renew', EVALUATION)).body.state).toBe('renewed');
    expect(await page(id)).toMatchObject({ state: 'renewed', renewedBy: { id: successor, state: 'in-force' } });
  });
});

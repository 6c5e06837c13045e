import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aDevice, aFleet, type Fleet } from './harness/equipment-builders.js';
import { House } from './harness/house.js';
import type { Person } from './harness/person.js';
import { actOnProblem, aProblem, joined, NO_PROBLEM, problemMovesOf } from './harness/problem-builders.js';
import { aTicket, ticketMovesOf, ticketRow } from './harness/ticket-builders.js';

/** One cause that breaks many things: what it joins, what schools read of it, and how its tickets end together. */
let house: House;
let fleet: Fleet;
let technician: Person;
let manager: Person;
let teacher: Person;
let colleague: Person;

beforeAll(async () => {
  house = await House.open();
  fleet = await aFleet(house);
  technician = await house.person('technician');
  manager = await house.person('plan-manager');
  teacher = await house.person('teacher', { school_id: fleet.school.id });
  colleague = await house.person('teacher', { school_id: fleet.school.id });
});
afterAll(() => house.close());

const ground = (schoolId = fleet.school.id) => ({
  ...{ schoolId, reporterId: teacher.accountId, technicianId: technician.accountId },
});
const INTERNET = { subject: 'service', service: 'internet' };
/** Of Internet, unless something else is said. */
const ticket = (state: Parameters<typeof aTicket>[2] = 'new', row = {}, schoolId?: string) =>
  aTicket(house, ground(schoolId), state, { ...INTERNET, symptom: 'outage', ...row });
const open = (given = {}) => technician.post('/api/v1/problems', { ...NO_PROBLEM, ...given });
const add = (problemId: string, ticketIds: string[], by = technician) =>
  by.post(`/api/v1/problems/${problemId}/tickets`, { ticketIds });
const codeOf = ({ status, body }: { status: number; body: { code?: string } }) => `${status} ${body.code ?? ''}`.trim();
const mailsOf = ({ accountId }: Person) =>
  house.sql<{ subject: string }>(
    'select m.subject from mail m join account c on c.email = m.recipient where c.id = $1 order by m.id',
    [accountId],
  );

describe('a problem that is opened', () => {
  it('is numbered, joins its tickets and says what it touches', async () => {
    const other = await house.build.school();
    const ids = [await ticket(), await ticket('assigned'), await ticket('new', { impact: 'school' }, other.id)];
    const { status, body } = await open({ ticketIds: ids });
    expect([status, body.state]).toEqual([201, 'open']);
    expect(body.number).toMatch(/^PB-2026-\d{5}$/);
    const { body: page } = await manager.get(`/api/v1/problems/${body.id}`);
    expect(page).toMatchObject({ tickets: 3, ticketsOpen: 3, schools: 2, classes: 3, title: 'Internet coupé' });
    const { body: tickets } = await technician.get(`/api/v1/problems/${body.id}/tickets?open=true`);
    expect(tickets.items.map(({ id }: { id: string }) => id).sort()).toEqual([...ids].sort());
    const { body: list } = await manager.get('/api/v1/problems?open=true');
    expect(list.items[0]).toMatchObject({ id: body.id, tickets: 3, schools: 2 });
    expect((await problemMovesOf(house, body.id as string))[0]).toMatchObject({ action: 'opening', from_state: null });
  });

  it.each([
    [{ service: null }, 'problem.about-unknown'],
    [{ about: 'model', service: null }, 'problem.about-unknown'],
    [{ about: 'other' }, 'problem.about-unknown'],
    [{ communeId: '01900000-0000-7000-8000-00000000dead' }, 'problem.about-unknown'],
    [{ expectedOn: '2026-10-05' }, 'problem.day-past'],
  ])('is of one thing that is there, until a day to come: %j', async (given, code) => {
    expect(codeOf(await open(given))).toBe(`422 ${code}`);
  });

  it('takes no ticket that is over, and none of another open problem', async () => {
    const id = await ticket();
    const first = await open({ ticketIds: [id] });
    expect(codeOf(await open({ ticketIds: [id] }))).toBe('409 problem.ticket-elsewhere');
    expect(codeOf(await open({ ticketIds: [await ticket('resolved')] }))).toBe('409 problem.ticket-over');
    expect((await add(first.body.id as string, [id])).status).toBe(200);
    expect((await technician.get(`/api/v1/problems/${first.body.id}/tickets`)).body.total).toBe(1);
  });

  it('lets a ticket go, which another may then join', async () => {
    const id = await ticket();
    const { body } = await open({ ticketIds: [id] });
    const out = (ids: string[]) => technician.post(`/api/v1/problems/${body.id}/tickets/take-out`, { ticketIds: ids });
    expect((await out([id])).status).toBe(200);
    expect(codeOf(await out([id]))).toBe('409 problem.ticket-not-there');
    expect((await open({ ticketIds: [id] })).status).toBe(201);
  });

  it('holds back no ticket once it is given up', async () => {
    const id = await ticket();
    const { body } = await open({ ticketIds: [id] });
    await actOnProblem(house, manager, body.id as string, 'give-up', { reason: 'Causes diverses' });
    expect(codeOf(await add(body.id as string, [await ticket()]))).toBe('409 problem.over');
    expect((await open({ ticketIds: [id] })).status).toBe(201);
  });

  it('is the only open one of a ticket, whatever the service says: the database holds it', async () => {
    const by = technician.accountId;
    const id = await ticket();
    await joined(house, await aProblem(house, by, 'open'), id, by);
    const other = await aProblem(house, by, 'open');
    await expect(joined(house, other, id, by)).rejects.toThrow('problem_ticket_in_one_open');
    const over = await aProblem(house, by, 'solved');
    await expect(joined(house, over, await ticket(), by)).rejects.toThrow('problem_ticket_of_problem');
  });
});

describe('a problem that is solved', () => {
  const SOLUTION = { cause: 'network', repair: 'remote', solution: 'La fibre est réparée.', minutes: 60 };
  const resolve = (problemId: string, tickets: object[], by = technician) =>
    by.post(`/api/v1/problems/${problemId}/tickets/resolve`, { tickets });
  const seen = async (id: string) => ({ id, version: (await ticketRow(house, id)).version });

  it('resolves each ticket by its own table, shares the minutes, and tells who reported', async () => {
    const school = await house.build.school();
    const reporter = await house.person('teacher', { school_id: school.id });
    const row = { reported_by: reporter.accountId };
    const ids = [
      await ticket('new', row, school.id),
      await ticket('waiting', row, school.id),
      await ticket('in-progress', row, school.id),
    ];
    const { body } = await open({ ticketIds: ids });
    expect(codeOf(await resolve(body.id as string, [await seen(ids[0]!)]))).toBe('409 problem.not-solved');
    await actOnProblem(house, technician, body.id as string, 'solve', SOLUTION);
    const answer = await resolve(body.id as string, await Promise.all(ids.map(seen)));
    expect([answer.status, answer.body.left]).toEqual([200, 0]);
    expect(answer.body.outcomes.map(({ done }: { done: boolean }) => done)).toEqual([true, true, true]);
    for (const id of ids) {
      expect((await ticketRow(house, id)).state).toBe('resolved');
      const [said] = await house.sql('select * from ticket_resolution where ticket_id = $1', [id]);
      expect(said).toMatchObject({
        cause: 'network',
        repair: 'remote',
        minutes: 20,
        charge: 'free',
        note: SOLUTION.solution,
      });
    }
    expect((await ticketMovesOf(house, ids[0]!)).map(({ action }) => action)).toEqual(['report', 'take', 'resolve']);
    expect((await ticketMovesOf(house, ids[1]!)).map(({ action }) => action).slice(-2)).toEqual(['resume', 'resolve']);
    const mails = await mailsOf(reporter);
    expect(mails.filter(({ subject }) => subject.includes('résolu'))).toHaveLength(3);
  });

  it('says which ticket it could not resolve and why, and goes on with the others', async () => {
    const ids = [await ticket(), await ticket(), await ticket()];
    const { body } = await open({ ticketIds: ids });
    const [first, second, third] = await Promise.all(ids.map(seen));
    await manager.post(
      `/api/v1/tickets/${ids[1]}/cancel`,
      { reason: 'Erreur' },
      { version: second!.version as number },
    );
    await actOnProblem(house, technician, body.id as string, 'solve', SOLUTION);
    const stranger = await seen(await ticket());
    const { body: answer } = await resolve(body.id as string, [first!, second!, { ...third!, version: 7 }, stranger]);
    expect(answer.outcomes.map(({ done, code }: { done: boolean; code: string }) => code ?? done)).toEqual([
      ...[true, 'version.stale', 'version.stale', 'problem.ticket-not-there'],
    ]);
    expect(answer.left).toBe(1);
    const again = await resolve(body.id as string, [third!]);
    expect(again.body).toMatchObject({ left: 0, outcomes: [{ done: true }] });
  });

  it('is no manager’s to resolve with: a ticket is resolved by who repairs', async () => {
    const id = await aProblem(house, technician.accountId, 'solved');
    expect((await resolve(id, [await seen(await ticket())], manager)).status).toBe(403);
  });
});

describe('a known problem', () => {
  const known = (by: Person, query: string) => by.get(`/api/v1/problems/known?${query}`);
  const ofInternet = 'subject=service&service=internet';
  const join = (id: string, by = teacher, body = {}) =>
    by.post('/api/v1/problems/reports', { problemId: id, ...INTERNET, symptom: 'outage', ...body });
  let school: { id: string; communeId: string };
  let people: Person[];

  beforeAll(async () => {
    await house.arrange(`update problem set state = 'given-up', cause = null, repair = null, ticket_minutes = null`);
    school = await house.build.school();
    people = [
      await house.person('teacher', { school_id: school.id }),
      await house.person('school-head', { school_id: school.id }),
    ];
  });

  it('is told before a report of the same service, where it is', async () => {
    const { body } = await open({ communeId: school.communeId, told: 'Fibre coupée.', expectedOn: '2026-10-08' });
    const { body: here } = await known(people[0]!, ofInternet);
    expect(here.items).toMatchObject([{ id: body.id, told: 'Fibre coupée.', expectedOn: '2026-10-08', schools: null }]);
    expect((await known(people[0]!, 'subject=service&service=workspace')).body.items).toEqual([]);
    const elsewhere = await house.person('teacher', { school_id: (await house.build.school()).id });
    expect((await known(elsewhere, ofInternet)).body.items).toEqual([]);
    await actOnProblem(house, manager, body.id as string, 'give-up', { reason: 'Essai' });
    expect((await known(people[0]!, ofInternet)).body.items).toEqual([]);
  });

  it('of a model is told of its devices alone', async () => {
    const deviceId = await aDevice(house, fleet, 'in-service');
    const [device] = await house.sql<{ modelId: string }>('select model_id as "modelId" from equipment where id = $1', [
      deviceId,
    ]);
    const { modelId } = device!;
    const { body } = await open({ about: 'model', service: null, modelId, symptom: 'no-charge' });
    const ids = async (query: string) =>
      (await known(teacher, query)).body.items.map(({ id }: { id: string }) => id) as string[];
    expect(await ids(`subject=device&equipmentId=${deviceId}`)).toEqual([body.id]);
    expect(await ids(`subject=room&roomId=${fleet.roomId}`)).toEqual([]);
    expect(
      (
        await join(body.id as string, teacher, {
          subject: 'device',
          service: undefined,
          equipmentId: deviceId,
          symptom: 'no-charge',
        })
      ).status,
    ).toBe(201);
  });

  it('is joined in one tap: one ticket a school, whoever says so besides is its reporter', async () => {
    const { body } = await open({ communeId: school.communeId });
    const answers = await Promise.all([
      ...people.map((person) => join(body.id as string, person)),
      join(body.id as string, people[0]!),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(new Set(answers.map(({ body: { id } }) => id)).size).toBe(1);
    const { body: page } = await technician.get(`/api/v1/problems/${body.id}`);
    expect(page).toMatchObject({ tickets: 1, schools: 1 });
    const [reports] = await house.sql<{ count: number }>(
      'select count(*)::int from ticket_reporter where ticket_id = $1',
      [answers[0]!.body.id],
    );
    expect(reports!.count).toBe(1);
    const other = await house.person('teacher', { school_id: (await house.build.school()).id });
    expect(codeOf(await join(body.id as string, other))).toBe('409 problem.not-here');
    await actOnProblem(house, manager, body.id as string, 'give-up', { reason: 'Essai' });
    expect(codeOf(await join(body.id as string, people[0]!))).toBe('409 problem.over');
  });

  it('is read beside its ticket by the school that has it, without what technicians note', async () => {
    const id = await ticket();
    const { body } = await open({ ticketIds: [id], told: 'Nous y travaillons.' });
    await actOnProblem(house, technician, body.id as string, 'find', {
      ...{ told: 'Fibre coupée.', expectedOn: null, causeNote: 'Coup de pelle' },
    });
    const url = `/api/v1/problems/of-tickets?ids=${id}`;
    const { body: read, text } = await colleague.get(url);
    expect(read.items).toMatchObject([{ ticketId: id, number: body.number, told: 'Fibre coupée.', schools: null }]);
    expect(text).not.toContain('Coup de pelle');
    expect((await technician.get(url)).body.items[0].schools).toBe(1);
    const stranger = await house.person('teacher', { school_id: (await house.build.school()).id });
    expect((await stranger.get(url)).body.items).toEqual([]);
  });
});

describe('a storm of reports', () => {
  it('of 24 schools at once joins each once, while the problem is being told', async () => {
    const communeId = await house.build.commune();
    const schools = await Promise.all(Array.from({ length: 24 }, () => house.build.school({ commune_id: communeId })));
    const teachers = await Promise.all(schools.map(({ id }) => house.person('teacher', { school_id: id })));
    const { body } = await open({ communeId });
    const answers = await Promise.all([
      ...teachers.map((one) =>
        one.post('/api/v1/problems/reports', { problemId: body.id, ...INTERNET, symptom: 'outage' }),
      ),
      actOnProblem(house, technician, body.id as string, 'tell', { told: 'Fibre coupée.', expectedOn: null }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([...teachers.map(() => 201), 200]);
    expect((await technician.get(`/api/v1/problems/${body.id}`)).body).toMatchObject({ tickets: 24, schools: 24 });
  });

  it('and of ten technicians who join one ticket to ten problems at once, one has it', async () => {
    const id = await ticket();
    const problems = await Promise.all(Array.from({ length: 10 }, () => aProblem(house, technician.accountId, 'open')));
    const answers = await Promise.all(problems.map((problemId) => add(problemId, [id])));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(new Set(answers.filter(({ status }) => status !== 200).map(codeOf))).toEqual(
      new Set(['409 problem.ticket-elsewhere']),
    );
  });
});

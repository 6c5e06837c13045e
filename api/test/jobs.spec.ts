import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { DecisionService } from '../src/orders/decision.service.js';
import { JobsService } from '../src/platform/jobs/jobs.service.js';
import { House } from './harness/house.js';
import { lettersTo } from './harness/letters.js';
import type { Person } from './harness/person.js';
import { certified, draft, installed, smallPlan, submitted, type SmallPlan } from './harness/plan.js';

let house: House;
let administrator: Person;

beforeAll(async () => {
  house = await House.open();
  administrator = await house.person('administrator');
});
afterAll(() => house.close());
beforeEach(() => house.setNow(House.START));

/** As an administrator asks; a session a day old has ended, so each day has its own. */
async function runOn(day: string, job: string): Promise<string> {
  house.setNow(`${day}T07:00:00Z`);
  const { status, body } = await (await house.person('administrator')).post(`/api/v1/jobs/${job}/run`);
  if (status !== 200 || body.failed) throw new Error(`${job} answered ${status}: ${JSON.stringify(body)}`);
  return body.outcome;
}

const emailOf = async (person: Person) =>
  (await house.sql<{ email: string }>('select email from account where id = $1', [person.accountId]))[0]!.email;
const subjectsTo = async (person: Person) =>
  (await lettersTo(house, await emailOf(person))).map(({ subject }) => subject);
const numberOf = async (orderId: string) =>
  (await house.sql<{ number: string }>('select number from installation_order where id = $1', [orderId]))[0]!.number;
const stateOf = async (orderId: string) =>
  (await house.sql<{ state: string }>('select state from installation_order where id = $1', [orderId]))[0]!.state;

describe('a job of a day', () => {
  const jobs = () => house.application.get(JobsService);
  let runs = 0;
  const work = async () => {
    runs++;
    await new Promise((resolve) => setTimeout(resolve, 50));
    return 'Fait.';
  };
  beforeEach(() => {
    runs = 0;
  });

  it('runs once, however many servers try at the same moment', async () => {
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => jobs().runOnce('essai', '2026-10-06', work)));
    expect(runs).toBe(1);
    expect(outcomes.filter((outcome) => outcome !== null)).toEqual([{ failed: false, outcome: 'Fait.' }]);
    expect(await jobs().runOnce('essai', '2026-10-06', work)).toBeNull();
    expect(await jobs().runOnce('essai', '2026-10-07', work)).not.toBeNull();
  });

  it('whose server died is taken again half an hour later, and not before', async () => {
    await house.sql(`insert into job_run (job, due_on, started_at) values ('mort', '2026-10-06', $1)`, [House.START]);
    house.setNow('2026-10-06T07:29:00Z');
    expect(await jobs().runOnce('mort', '2026-10-06', work)).toBeNull();
    house.setNow('2026-10-06T07:31:00Z');
    expect(await jobs().runOnce('mort', '2026-10-06', work)).toMatchObject({ failed: false });
  });

  it('that fails says so, and is taken again', async () => {
    const failing = () => Promise.reject(new Error('no'));
    expect(await jobs().runOnce('raté', '2026-10-06', failing)).toMatchObject({ failed: true });
    expect(await jobs().runOnce('raté', '2026-10-06', work)).toBeNull();
    house.setNow('2026-10-06T07:31:00Z');
    expect(await jobs().runOnce('raté', '2026-10-06', work)).toMatchObject({ failed: false });
  });
});

describe('the page of jobs', () => {
  it('shows each with its last run, and runs it again for an administrator', async () => {
    const before = (await administrator.get('/api/v1/jobs')).body.items;
    expect(before.map(({ name }: { name: string }) => name)).toEqual(
      expect.arrayContaining([
        'order-reminders',
        'verifications-due',
        'conventions-near-term',
        'drafts-past-cut-off',
        'order-closing',
        'automatic-approvals',
        'purge',
      ]),
    );
    for (let time = 0; time < 2; time++) {
      expect(await administrator.post('/api/v1/jobs/purge/run')).toMatchObject({
        status: 200,
        body: { failed: false },
      });
    }
    const purge = (await administrator.get('/api/v1/jobs')).body.items.find(
      ({ name }: { name: string }) => name === 'purge',
    );
    expect(purge).toMatchObject({ state: 'done', lastDay: '2026-10-06', outcome: expect.stringContaining('effacés') });
  });

  it('refuses a job under way, an unknown one, and anybody else', async () => {
    await house.sql(`insert into job_run (job, due_on, started_at) values ('order-recalls', '2026-10-06', $1)`, [
      House.START,
    ]);
    expect(await administrator.post('/api/v1/jobs/order-recalls/run')).toMatchObject({
      status: 409,
      body: { code: 'job.under-way' },
    });
    expect((await administrator.post('/api/v1/jobs/inconnu/run')).status).toBe(404);
    const manager = await house.person('plan-manager');
    expect((await manager.get('/api/v1/jobs')).status).toBe(200);
    expect((await manager.post('/api/v1/jobs/purge/run')).status).toBe(403);
    await house.sql(`delete from job_run where job = 'order-recalls'`);
  });
});

describe('an installation the school does not answer', () => {
  let plan: SmallPlan;
  let orderId: string;
  let toConfirm: string;

  beforeAll(async () => {
    house.setNow(House.START);
    plan = await smallPlan(house);
    // Installed on Tuesday 6 October: day 5 is Sunday 11, day 10 is Friday 16.
    orderId = await installed(plan);
    toConfirm = `Rappel\u202f: commande ${await numberOf(orderId)} à confirmer`;
  });

  it('is recalled to the school on day 5, on the next working day, once', async () => {
    await runOn('2026-10-10', 'order-reminders');
    expect(await runOn('2026-10-11', 'order-reminders')).toBe('Jour non ouvré : rien ne part.');
    expect(await subjectsTo(plan.head)).not.toContain(toConfirm);
    await runOn('2026-10-12', 'order-reminders');
    await runOn('2026-10-13', 'order-reminders');
    expect((await subjectsTo(plan.head)).filter((subject) => subject === toConfirm).length).toBe(1);
    const { body } = (await lettersTo(house, await emailOf(plan.head))).find(({ subject }) => subject === toConfirm)!;
    expect(body).toContain('est terminée depuis le mar. 6 oct. Vérifiez sur place');
    expect(body).toContain('vérifie elle-même à partir du ven. 16 oct.\n');
  });

  it('waits out a public holiday too', async () => {
    await house.arrange(`insert into public_holiday (day, name) values ('2026-10-16', 'Jour férié d’essai')`);
    const toVerify = `Commande ${await numberOf(orderId)} à vérifier`;
    await runOn('2026-10-15', 'verifications-due');
    await runOn('2026-10-16', 'verifications-due');
    expect(await subjectsTo(plan.manager)).not.toContain(toVerify);
    await runOn('2026-10-19', 'verifications-due');
    await runOn('2026-10-20', 'verifications-due');
    expect((await subjectsTo(plan.manager)).filter((subject) => subject === toVerify).length).toBe(1);
    expect((await lettersTo(house, await emailOf(plan.manager))).map(({ body }) => body).join()).not.toContain('..');
  });

  it('is not recalled any more once the school has answered', async () => {
    const answered = await smallPlan(house);
    const id = await installed(answered);
    house.setNow(House.START);
    expect((await answered.head.act(id, 'confirm')).status).toBe(200);
    await runOn('2026-10-13', 'order-reminders');
    expect((await subjectsTo(answered.head)).join()).not.toContain('Rappel');
  });
});

describe('an order nobody answers', () => {
  it('is recalled to every manager on day 5', async () => {
    const plan = await smallPlan(house);
    const recalled = `Commande ${await numberOf(await submitted(plan))} sans réponse`;
    await runOn('2026-10-09', 'order-recalls');
    expect(await subjectsTo(plan.manager)).not.toContain(recalled);
    await runOn('2026-10-12', 'order-recalls');
    for (const who of [plan.manager, plan.certifier]) expect(await subjectsTo(who)).toContain(recalled);
    expect(await subjectsTo(plan.head)).not.toContain(recalled);
  });

  it('is approved by the job when the server died between submission and approval', async () => {
    const plan = await smallPlan(house);
    const { id } = await draft(plan);
    await plan.head.act(id, 'submit');
    expect(await stateOf(id)).toBe('approved');
    // The same, had the approval not followed.
    const approval = jest.spyOn(house.application.get(DecisionService, { strict: false }), 'approveAutomatically');
    approval.mockRejectedValueOnce(new Error('the server died'));
    const { id: left } = await draft(plan);
    await plan.head.act(left, 'submit');
    await runOn('2026-10-06', 'automatic-approvals');
    expect(await stateOf(left)).toBe('submitted');
    house.setNow('2026-10-06T07:02:00Z');
    await administrator.post('/api/v1/jobs/automatic-approvals/run');
    expect(await stateOf(left)).toBe('approved');
  });
});

describe('what the end of a period calls for', () => {
  it('closes a certified order: the metropole’s own at once, a firm’s when its invoice is known', async () => {
    const own = await certified(await smallPlan(house));
    const firms = await certified(await smallPlan(house));
    const { id: contractId } = await house.build.contract();
    await house.arrange(`update installation_order set performer = 'contract', contract_id = $2 where id = $1`, [
      firms,
      contractId,
    ]);
    await runOn('2026-10-06', 'order-closing');
    expect([await stateOf(own), await stateOf(firms)]).toEqual(['closed', 'certified']);
    await house.arrange(`update installation_order set invoice_number = 'F-12' where id = $1`, [firms]);
    await runOn('2026-10-06', 'order-closing');
    expect(await stateOf(firms)).toBe('closed');
  });

  it('tells managers and signatory of a term ninety days away, counted from the current term', async () => {
    const school = await house.build.school();
    const officer = await house.person('commune-officer', { commune_id: school.communeId });
    const stranger = await house.person('commune-officer', { commune_id: (await house.build.school()).communeId });
    const id = await house.build.convention(school, { number: 'CONV-TERME', to_day: '2027-01-05' });
    await runOn('2026-10-06', 'conventions-near-term');
    expect(await subjectsTo(officer)).toEqual([]);
    await runOn('2026-10-07', 'conventions-near-term');
    await runOn('2026-10-08', 'conventions-near-term');
    expect(await subjectsTo(officer)).toEqual(['Convention CONV-TERME\u202f: le terme approche']);
    expect(await subjectsTo(stranger)).toEqual([]);
    // Renewed, and near its new term: that is another one.
    await house.arrange(`update convention set to_day = '2027-01-06' where id = $1`, [id]);
    await runOn('2026-10-09', 'conventions-near-term');
    expect((await subjectsTo(officer)).length).toBe(2);
  });

  it('brings conventions into force and to their term on their days, weekends too, and tells the parties', async () => {
    const school = await house.build.school();
    const officer = await house.person('commune-officer', { commune_id: school.communeId });
    const head = await house.person('school-head', { school_id: school.id });
    const elsewhere = await house.person('school-head', { school_id: (await house.build.school()).id });
    const id = await house.build.convention(school, {
      number: 'CONV-DATES',
      state: 'signed',
      from_day: '2026-10-10',
      to_day: '2026-10-17',
    });
    const state = async () =>
      (await house.sql<{ state: string }>('select state from convention where id = $1', [id]))[0]!.state;
    await runOn('2026-10-09', 'convention-terms');
    expect(await state()).toBe('signed');
    await runOn('2026-10-10', 'convention-terms');
    expect(await state()).toBe('in-force');
    await runOn('2026-10-17', 'convention-terms');
    expect(await state()).toBe('in-force');
    await runOn('2026-10-18', 'convention-terms');
    expect(await state()).toBe('expired');
    expect(await subjectsTo(officer)).toEqual([
      'Convention CONV-DATES en vigueur',
      'Convention CONV-DATES arrivée à son terme',
    ]);
    const letters = await lettersTo(house, await emailOf(head));
    expect(letters.map(({ subject }) => subject)).toEqual(['Convention CONV-DATES en vigueur']);
    expect(letters[0]!.body).toContain('vous pouvez envoyer vos commandes');
    expect(await subjectsTo(elsewhere)).toEqual([]);
  });

  it('tells a school whose drafts are too late for the year, once, and nobody before', async () => {
    const plan = await smallPlan(house);
    await draft(plan);
    await draft(plan);
    expect(await runOn('2026-11-13', 'drafts-past-cut-off')).toBe('Les envois de l’année sont ouverts.');
    await runOn('2026-11-16', 'drafts-past-cut-off');
    await runOn('2026-11-17', 'drafts-past-cut-off');
    const letters = await lettersTo(house, await emailOf(plan.head));
    expect(letters.map(({ subject }) => subject)).toEqual(['Vos brouillons sont gardés pour janvier']);
    expect(letters[0]!.body).toContain('Vos 2 brouillons');
  });

  it('forgets keys after seven days and security events after twelve months, and nothing sooner', async () => {
    await house.sql(
      `insert into security_event (kind, at) values ('old', $1::timestamptz - interval '12 months 1 day'), ('recent', $1::timestamptz - interval '11 months')`,
      [House.START],
    );
    await house.sql(
      `insert into idempotency_key (account_id, route, key, body_hash, status, created_at)
       values ($1, 'POST /x', 'vieille-cle', '', 0, $2::timestamptz - interval '8 days'), ($1, 'POST /x', 'jeune-cle', '', 0, $2::timestamptz - interval '6 days')`,
      [administrator.accountId, House.START],
    );
    await runOn('2026-10-06', 'purge');
    expect(await house.sql(`select kind from security_event where kind in ('old', 'recent')`)).toEqual([
      { kind: 'recent' },
    ]);
    expect(await house.sql(`select key from idempotency_key where route = 'POST /x'`)).toEqual([{ key: 'jeune-cle' }]);
  });
});

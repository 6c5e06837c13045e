import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FOUR_DAY_WEEK, makeUai, type Role } from '@parc/domain';
import { House } from './harness/house.js';
import type { Person } from './harness/person.js';
import { approved, smallPlan, submitted, type SmallPlan } from './harness/plan.js';

let house: House;

beforeAll(async () => {
  house = await House.open();
});
afterAll(() => house.close());

const names = (body: { items: { name: string }[] }) => body.items.map(({ name }) => name);
const CLASS_WEEK = JSON.parse(JSON.stringify(FOUR_DAY_WEEK));

describe('the list of schools', () => {
  let manager: Person;
  let head: Person;
  let etrat: string;

  beforeAll(async () => {
    const { build } = house;
    manager = await house.person('plan-manager');
    etrat = await build.commune({ name: 'L’Étrat' });
    const own = await build.school({ name: 'École des Églantiers', commune_id: etrat, priority: 'REP' });
    await build.school({ name: '=HYPERLINK("x")', commune_id: etrat, kind: 'nursery' });
    await build.school({
      name: 'École privée du Four',
      sector: 'private',
      state_contract: 'association',
      state: 'closed',
    });
    await build.run(
      'insert into school_year_figures (school_id, school_year, pupils, classes) values ($1, 2025, 90, 4), ($1, 2026, 80, 3)',
      [own.id],
    );
    head = await house.person('school-head', { school_id: own.id });
  });

  it('is searched without accents, by name, code or commune', async () => {
    const found = async (search: string) =>
      names((await manager.get(`/api/v1/schools?search=${encodeURIComponent(search)}`)).body);
    expect(await found('eglantiers')).toEqual(['École des Églantiers']);
    expect(await found('EGLANTIERS etrat')).toEqual(['École des Églantiers']);
    expect(await found('eglantiers firminy')).toEqual([]);
    expect(await found('100%')).toEqual([]);
  });

  it('is filtered and sorted, the last figures known beside each', async () => {
    const list = async (query: string) => (await manager.get(`/api/v1/schools?${query}`)).body;
    expect(names(await list(`communeId=${etrat}&sort=name&direction=desc`))).toEqual([
      'École des Églantiers',
      '=HYPERLINK("x")',
    ]);
    expect(names(await list('sector=private&state=closed'))).toEqual(['École privée du Four']);
    expect(names(await list('kind=nursery'))).toEqual(['=HYPERLINK("x")']);
    expect((await list('priority=REP')).items[0]).toMatchObject({
      pupils: 80,
      classes: 3,
      stateContract: null,
      closedToday: false,
    });
    expect((await list('sort=pupils&size=1')).items[0]).toMatchObject({ name: 'École des Églantiers' });
    expect((await manager.get('/api/v1/schools?sort=phone')).status).toBe(400);
  });

  it('holds the reader’s schools alone, and so do its communes', async () => {
    expect(names((await head.get('/api/v1/schools')).body)).toEqual(['École des Églantiers']);
    expect((await head.get('/api/v1/communes')).body.items).toMatchObject([{ name: 'L’Étrat', schools: 1 }]);
    expect(
      (await manager.get('/api/v1/communes')).body.items.find(({ id }: { id: string }) => id === etrat),
    ).toMatchObject({ schools: 2 });
    expect((await (await house.person('administrator')).get('/api/v1/schools')).body.code).toBe('role.may-not');
  });

  it('leaves as a file that runs nothing', async () => {
    const csv = await manager.get(`/api/v1/schools/export.csv?communeId=${etrat}`);
    expect(csv.text.split('\r\n')[0]).toContain('UAI;École;Commune;Secteur');
    expect(csv.text).toContain(`"'=HYPERLINK(""x"")"`);
    expect(csv.text).toContain(';publique;;maternelle;');
    expect((await head.get('/api/v1/schools/export.csv')).text).not.toContain('HYPERLINK');
  });

  describe('however one writes it', () => {
    beforeAll(async () => {
      const { build } = house;
      const chamond = await build.commune({ name: 'Saint-Chamond' });
      await build.school({ name: 'École du Sacré-Cœur', commune_id: chamond });
      await build.school({ name: 'École Ste-Barbe', commune_id: await build.commune({ name: 'La Grand-Croix' }) });
    });

    it.each(['st chamond', 'saint chamond', 'ST-CHAMOND', 'sacré-cœur', 'sacre coeur', 'sacre cœur chamond'])(
      'is found by « %s »',
      async (search) => {
        const answer = await manager.get(`/api/v1/schools?search=${encodeURIComponent(search)}`);
        expect(names(answer.body)).toEqual(['École du Sacré-Cœur']);
      },
    );

    it.each(['la-grand-croix', 'la grand croix', 'La  Grand’Croix'])('lies in « %s »', async (search) => {
      const answer = await manager.get(`/api/v1/schools?search=${encodeURIComponent(search)}`);
      expect(names(answer.body)).toEqual(['École Ste-Barbe']);
    });

    it('is found by « sainte » when it is written « Ste »', async () => {
      expect(names((await manager.get('/api/v1/schools?search=sainte%20barbe')).body)).toEqual(['École Ste-Barbe']);
    });
  });
});

describe('a school’s page', () => {
  let plan: SmallPlan;
  const page = async (person: Person) => (await person.get(`/api/v1/schools/${plan.school.id}`)).body;

  beforeAll(async () => {
    plan = await smallPlan(house);
    await house.arrange(
      `update school set telephone = '0477000000', email = 'ecole@exemple.fr', key_holder = 'Gardienne', alarm = 'Hall', access_note = 'Portail étroit' where id = $1`,
      [plan.school.id],
    );
    await house.build.run(
      'insert into school_year_figures (school_id, school_year, pupils, social_index) values ($1, 2026, 142, 98.3)',
      [plan.school.id],
    );
    await house.build.insert('school_uai', {
      school_id: plan.school.id,
      uai: makeUai('042', 7_001),
      from_day: '1990-09-01',
      to_day: '2020-09-01',
    });
  });

  it('gathers what the school’s head comes for', async () => {
    await submitted(plan);
    const read = await page(plan.head);
    expect(read).toMatchObject({
      uai: plan.school.uai,
      version: 1,
      contacts: { telephone: '0477000000' },
      access: { keyHolder: 'Gardienne', alarm: 'Hall', note: 'Portail étroit' },
      openingHours: CLASS_WEEK,
      ownOpeningHours: false,
      roomCount: 1,
      people: [{ name: plan.head.session!.account.name, deputy: false, until: null }],
      figures: [{ schoolYear: 2026, label: '2026-2027', pupils: 142, classes: null, socialIndex: 98.3 }],
      gate: { open: true, title: 'Convention de partenariat' },
      budgets: [
        { year: 2026, kind: 'installation', openedCents: 151_900, reservedCents: 48_000, availableCents: 103_900 },
      ],
      orders: [{ state: 'submitted', count: 1 }],
      uais: [{ uai: makeUai('042', 7_001), to: '2020-09-01' }],
    });
  });

  it('names a deputy until its last day', async () => {
    const { id } = await house.build.account('teacher', { school_id: plan.school.id });
    const [head] = await house.sql('select id from assignment where account_id = $1', [plan.head.accountId]);
    await house.build.assignment(id, 'school-head', {
      school_id: plan.school.id,
      deputy_of_id: head!.id,
      to_day: '2026-10-20',
    });
    expect((await page(plan.head)).people).toMatchObject([{ deputy: false }, { deputy: true, until: '2026-10-19' }]);
  });

  let lastCode = 7_100;
  // prettier-ignore
  it.each<[Role, string]>([
    ['teacher',         'contacts       people figures gate budgets orders'],
    ['technician',      'contacts access people figures gate budgets'],
    ['committee',       '                      figures gate budgets orders'],
    ['commune-officer', 'contacts       people figures gate budgets orders'],
    ['inspector',       'contacts       people figures gate'],
  ])('shows the role %s what it may read', async (role, expected) => {
    const circonscription_id = await house.build.insert('circonscription', { code: makeUai('042', (lastCode += 1)), name: 'Pilat' });
    await house.arrange('update school set circonscription_id = $2 where id = $1', [plan.school.id, circonscription_id]);
    const scopes: Partial<Record<Role, Record<string, string>>> = {
      teacher: { school_id: plan.school.id },
      'commune-officer': { commune_id: plan.school.communeId },
      inspector: { circonscription_id },
    };
    const read = await page(await house.person(role, scopes[role] ?? {}));
    const told = ['contacts', 'access', 'people', 'figures', 'gate', 'budgets', 'orders'].filter((part) => read[part] !== null && read[part].length !== 0);
    expect(told).toEqual(expected.split(/\s+/).filter(Boolean));
  });

  it('gives an installer the way in from the scheduled date to its report, and no longer', async () => {
    const contract = await house.build.contract();
    const work = await smallPlan(house);
    work.itemId = await house.build.item({ contract_id: contract.id });
    const firm = { contract_holder_id: contract.holderId };
    const installer = await house.person('installer', firm);
    const read = () => installer.get(`/api/v1/schools/${work.school.id}`);
    await house.arrange(`update school set key_holder = 'Gardienne', telephone = '0477000001' where id = $1`, [
      work.school.id,
    ]);
    expect((await read()).status).toBe(404);

    const id = await approved(work);
    expect((await read()).body).toMatchObject({
      contacts: null,
      access: null,
      budgets: [],
      people: [],
      gate: null,
      figures: [],
    });
    await work.manager.act(id, 'schedule', {
      assignedAccountId: installer.accountId,
      day: '2026-12-08',
      from: '16:45',
      to: '17:45',
    });
    expect((await read()).body).toMatchObject({
      contacts: { telephone: '0477000001' },
      access: { keyHolder: 'Gardienne' },
      orders: [{ state: 'scheduled', count: 1 }],
    });

    const other = await house.person('installer', { contract_holder_id: (await house.build.contract()).holderId });
    expect((await other.get(`/api/v1/schools/${work.school.id}`)).body.code).toBe('object.not-found');
    await installer.act(id, 'start');
    const lines = (await installer.get(`/api/v1/orders/${id}`)).body.lines.map(
      (line: { id: string; quantityApproved: number }) => ({ lineId: line.id, quantity: line.quantityApproved }),
    );
    expect((await installer.act(id, 'report', { lines, extraLines: [], note: '' })).status).toBe(200);
    expect((await read()).body).toMatchObject({ contacts: null, access: null });
  });

  it('of another scope is absent, to read and to write', async () => {
    const elsewhere = await smallPlan(house);
    const privateSchool = await house.build.school({
      sector: 'private',
      state_contract: 'simple',
      commune_id: plan.school.communeId,
    });
    const url = `/api/v1/schools/${plan.school.id}`;
    const card = { openingHours: CLASS_WEEK, keyHolder: null, alarm: null, presenceNeeded: true, note: null };
    expect((await elsewhere.head.get(url)).body.code).toBe('object.not-found');
    expect((await elsewhere.head.put(`${url}/access-card`, card, { version: 1 })).body.code).toBe('object.not-found');
    expect((await elsewhere.head.post(`${url}/closed-today`, { closed: true })).body.code).toBe('object.not-found');
    const commune = await house.person('commune-officer', { commune_id: plan.school.communeId });
    expect((await commune.get(`/api/v1/schools/${privateSchool.id}`)).body.code).toBe('object.not-found');
    expect((await plan.head.get('/api/v1/schools/1')).status).toBe(400);
    expect((await house.sql('select version, closed_on from school where id = $1', [plan.school.id]))[0]).toEqual({
      version: 1,
      closed_on: null,
    });
  });
});

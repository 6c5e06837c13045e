import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { makeUai } from '@parc/domain';
// eslint-disable-next-line @nx/enforce-module-boundaries -- a fixture is no part of what the library offers
import {
  directoryCells,
  FIXTURE_HEADER,
  FIXTURE_TERRITORY,
  FIXTURE_UAIS,
  REFUSED_ROWS,
} from '../../libs/domain/src/directory/national-directory.fixture.js';
import { LIMITS } from '../src/platform/limits.js';
import { aDevice, aFleet } from './harness/equipment-builders.js';
import { House } from './harness/house.js';
import type { Person } from './harness/person.js';
import { smallPlan, submitted } from './harness/plan.js';
import { csvFile, upload } from './harness/uploads.js';

let house: House;
let manager: Person;

beforeAll(async () => {
  house = await House.open();
  manager = await house.person('plan-manager');
  for (const insee of FIXTURE_TERRITORY) await house.build.commune({ insee_code: insee, name: `Commune ${insee}` });
});
afterAll(() => house.close());

const uai = (number: number) => makeUai('042', number);
const file = (...rows: (readonly string[])[]) => csvFile([FIXTURE_HEADER, ...rows]);
const look = (...rows: (readonly string[])[]) => upload(manager, 'national-directory', file(...rows));
const apply = (id: string) => manager.post(`/api/v1/imports/${id}/apply`);
const part = async (id: string, name: string) => (await manager.get(`/api/v1/imports/${id}/${name}`)).body.items;

async function schoolOf(code: string) {
  const [school] = await house.sql(
    `select s.*, q.code as circonscription, m.insee_code from school s join commune m on m.id = s.commune_id
       left join circonscription q on q.id = s.circonscription_id where s.uai = $1`,
    [code],
  );
  return school;
}

describe('the national directory, brought in', () => {
  const row = directoryCells({ uai: uai(9101), name: 'École des Platanes', priority: 'REP' });

  it('changes nothing while it is only looked at', async () => {
    const preview = await look(row);
    expect(preview).toMatchObject({
      state: 'ready',
      counts: { rows: 1, created: 1 },
      file: { encoding: 'utf-8', separator: ';' },
    });
    expect(await schoolOf(uai(9101))).toBeUndefined();
    expect(await house.sql('select from circonscription')).toEqual([]);
  });

  it('creates the school with its circonscription and the code it begins with', async () => {
    const preview = await look(row);
    expect(await apply(preview.id)).toMatchObject({ status: 200, body: { state: 'applied', counts: { created: 1 } } });
    const school = await schoolOf(uai(9101));
    expect(school).toMatchObject({
      name: 'École des Platanes',
      priority: 'REP',
      insee_code: '42302',
      circonscription: uai(9900),
      siret: '21900000100012',
      latitude: 45.49,
    });
    expect(await house.sql('select uai, from_day::text from school_uai where school_id = $1', [school!.id])).toEqual([
      { uai: uai(9101), from_day: '1972-09-01' },
    ]);
  });

  it('leaves a code to the school that still carries it', async () => {
    const other = await house.build.school();
    await house.build.insert('school_uai', { school_id: other.id, uai: uai(9182), from_day: '1990-09-01' });
    await apply((await look(directoryCells({ uai: uai(9182), openedOn: '2020-09-01' }))).id);
    expect(await schoolOf(uai(9182))).toBeDefined();
    expect(await house.sql('select school_id as id from school_uai where uai = $1', [uai(9182)])).toEqual([
      { id: other.id },
    ]);
  });

  it('moves a school to another commune and circonscription, which may be a new one', async () => {
    const code = uai(9183);
    await apply((await look(directoryCells({ uai: code }))).id);
    const moved = {
      communeInsee: '42095',
      circonscriptionUai: uai(9901),
      circonscriptionName: 'Circonscription du Gier',
    };
    await apply((await look(directoryCells({ uai: code, ...moved }))).id);
    expect(await schoolOf(code)).toMatchObject({
      insee_code: '42095',
      circonscription: uai(9901),
      name: expect.any(String),
    });
  });

  it('changes nothing when it comes again', async () => {
    const again = await look(row);
    expect(again.counts).toMatchObject({ rows: 1, created: 0, changed: 0, unchanged: 1, refused: 0 });
    const before = await house.sql('select count(*)::int as n from history where table_name in ($1, $2)', [
      'school',
      'circonscription',
    ]);
    await apply(again.id);
    expect(
      await house.sql('select count(*)::int as n from history where table_name in ($1, $2)', [
        'school',
        'circonscription',
      ]),
    ).toEqual(before);
  });

  it('says field by field what changes, and writes those fields alone', async () => {
    await house.arrange(`update school set key_holder = 'Gardienne' where uai = $1`, [uai(9101)]);
    const preview = await look(
      directoryCells({
        uai: uai(9101),
        name: 'École des Platanes',
        priority: 'REP+',
        address1: '5 rue du Four',
        telephone: '',
      }),
    );
    expect(preview.counts).toMatchObject({ changed: 1, changedFields: 3 });
    expect(preview.groups).toContainEqual({ code: 'address', label: 'Adresse', count: 1 });
    const [change] = await part(preview.id, 'changes');
    expect(change).toMatchObject({ name: 'École des Platanes', reaches: ['budget'] });
    expect(change.fields.map(({ field, before, after }: Record<string, string>) => [field, before, after])).toEqual([
      ['priority', 'REP', 'REP+'],
      ['addressLine1', '3 chemin de la Fontaine', '5 rue du Four'],
      ['telephone', '0477000001', 'vide'],
    ]);
    await apply(preview.id);
    expect(await schoolOf(uai(9101))).toMatchObject({
      priority: 'REP+',
      address: '5 rue du Four',
      telephone: null,
      key_holder: 'Gardienne',
      version: 2,
    });
  });

  it('shows first what touches an order, with how many are under way', async () => {
    const plan = await smallPlan(house);
    await submitted(plan);
    const [commune] = await house.sql<{ insee: string }>('select insee_code as insee from commune where id = $1', [
      plan.school.communeId,
    ]);
    const closed = directoryCells({ uai: plan.school.uai, communeInsee: commune!.insee, state: 'FERME' });
    const preview = await look(directoryCells({ uai: uai(9102) }), closed);
    const [first] = await part(preview.id, 'changes');
    expect(first).toMatchObject({ line: 3, key: plan.school.uai, reaches: ['orders', 'budget'], openOrders: 1 });
    expect(first.fields[0]).toMatchObject({ field: 'state', before: 'ouverte', after: 'fermée' });
    expect((await part(preview.id, 'changes?reaches=orders')).length).toBe(1);
    expect((await part(preview.id, 'changes?outcome=created')).map(({ key }: { key: string }) => key)).toEqual([
      uai(9102),
    ]);
  });

  it('closes no school in which devices stand: the row says how many, the school stays as it is', async () => {
    const plan = await smallPlan(house);
    const roomId = await house.build.room(plan.school.id);
    const fleet = { ...(await aFleet(house)), school: plan.school, roomId };
    const device = await aDevice(house, fleet, 'in-service');
    const [commune] = await house.sql<{ insee: string }>('select insee_code as insee from commune where id = $1', [
      plan.school.communeId,
    ]);
    const closed = directoryCells({ uai: plan.school.uai, communeInsee: commune!.insee, state: 'FERME' });
    const refused = await look(closed);
    expect(refused.counts).toMatchObject({ refused: 1 });
    const [why] = await part(refused.id, 'refusals');
    expect(why).toMatchObject({ code: 'devices-standing', reason: expect.stringContaining('1 appareil') });
    await house.arrange(
      `update equipment set state = 'in-stock', room_id = null, school_id = null, stock_place_id = $2 where id = $1`,
      [device, fleet.stockPlaceId],
    );
    expect((await look(closed)).counts).toMatchObject({ changed: 1, refused: 0 });
  });

  it('reports a school that the file does not name, and keeps it', async () => {
    const preview = await look(directoryCells({ uai: uai(9103) }));
    const names = (await part(preview.id, 'missing')).map(({ name }: { name: string }) => name);
    expect(names).toContain('École des Platanes');
    expect(preview.counts.missing).toBe(names.length);
    await apply(preview.id);
    expect(await schoolOf(uai(9101))).toMatchObject({ state: 'open' });
  });

  it('gives a teaching unit the host that comes in the same file', async () => {
    const preview = await look(
      directoryCells({
        uai: uai(9105),
        type: 'Medico-social',
        nature: '240',
        host: uai(9106),
        sector: 'Privé',
        contractCode: '',
        contractLabel: '',
      }),
      directoryCells({ uai: uai(9106) }),
    );
    await apply(preview.id);
    expect(await schoolOf(uai(9105))).toMatchObject({
      kind: 'teaching-unit',
      sector: 'private',
      state_contract: null,
      host_uai: uai(9106),
      host_school_id: (await schoolOf(uai(9106)))!.id,
    });
  });
});

describe('rows of a directory that cannot be taken', () => {
  const kept = directoryCells();

  it('are each refused with their line, value and reason, and none is lost', async () => {
    for (const ours of FIXTURE_UAIS) await house.build.school({ uai: ours });
    const codes = Object.keys(REFUSED_ROWS);
    const preview = await look(
      kept,
      ...Object.values(REFUSED_ROWS),
      directoryCells({ uai: uai(9200), type: 'Collège' }),
      directoryCells({ uai: uai(9201), communeInsee: '75056' }),
    );
    const { rows, created, refused, ignored } = preview.counts;
    expect([rows, created, refused, ignored]).toEqual([codes.length + 3, 1, codes.length, 2]);
    expect(preview.ignored).toEqual([
      { code: 'middle-school', label: 'collèges', count: 1 },
      { code: 'outside-territory', label: 'hors des communes de la métropole', count: 1 },
    ]);

    const items = await part(preview.id, 'refusals?size=200');
    expect(items.map(({ code }: { code: string }) => code)).toEqual(codes);
    expect(items.map(({ line }: { line: number }) => line)).toEqual(codes.map((_, position) => position + 3));
    for (const { reason, fate } of items)
      expect([reason, fate]).toEqual([expect.stringMatching(/\S/), expect.stringMatching(/\S/)]);
    expect(items.find(({ code }: { code: string }) => code === 'siret-scientific')).toMatchObject({
      column: 'SIREN_SIRET',
      value: '2,19000E+13',
      uai: uai(9032),
    });
    expect(items.find(({ code }: { code: string }) => code === 'uai-repeated')).toMatchObject({
      value: uai(9001),
      reason: expect.stringContaining('ligne 2'),
    });
    expect(await part(preview.id, 'refusals?code=name-missing')).toHaveLength(1);
  });

  it('can be taken away as a file in which no cell runs', async () => {
    const preview = await look(
      directoryCells({ uai: uai(9210), name: '', address1: 'x' }),
      directoryCells({ uai: '=1+1' }),
    );
    const csv = await manager.get(`/api/v1/imports/${preview.id}/refusals.csv`);
    expect(csv.text).toContain('Ligne;Colonne;Valeur;Motif');
    expect(csv.text).toContain(";'=1+1;");
    const changes = await manager.get(`/api/v1/imports/${(await look(kept)).id}/changes.csv`);
    expect(changes.text).toContain('à créer;Adresse;;3 chemin de la Fontaine');
  });

  it('are taken away a batch at a time, every line once and in the order of the file', async () => {
    const count = LIMITS.exportBatchRows * 2 + 7;
    const rows = Array.from({ length: count }, (_, n) =>
      directoryCells({ uai: uai(3_000 + n), name: n % 2 ? '' : 'É' }),
    );
    const preview = await look(...rows);
    for (const [part, lines] of [
      ['changes', Math.ceil(count / 2)],
      ['refusals', Math.floor(count / 2)],
    ] as const) {
      house.statements.take();
      const { text } = await manager.get(`/api/v1/imports/${preview.id}/${part}.csv`);
      const read = house.statements.take().filter((statement) => statement.includes('c.line = any('));
      expect(read).toHaveLength(Math.ceil(lines / LIMITS.exportBatchRows));
      const told = text.trimEnd().split('\r\n').slice(1);
      const numbers = [...new Set(told.map((line) => Number(line.split(';')[0])))];
      expect(numbers).toEqual(Array.from({ length: lines }, (_, n) => 2 * n + (part === 'changes' ? 2 : 3)));
    }
  });

  it('include a private school of which no file has said the contract', async () => {
    const without = FIXTURE_HEADER.flatMap((name, position) => (name.includes('contrat_prive') ? [] : [position]));
    const cut = (cells: readonly string[]) => without.map((position) => cells[position]!);
    const preview = await upload(
      manager,
      'national-directory',
      csvFile([cut(FIXTURE_HEADER), cut(directoryCells({ uai: uai(9220), sector: 'Privé' }))]),
    );
    expect(await part(preview.id, 'refusals')).toMatchObject([{ code: 'contract-missing', uai: uai(9220) }]);
  });
});

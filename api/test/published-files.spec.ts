import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { House } from './harness/house.js';
import type { Person } from './harness/person.js';
import { upload } from './harness/uploads.js';

/** A folder with files as their publishers give them; without it these tests are skipped, and reported so. */
const folder = process.env.PARC_TRIAL_DATA;
const whenGiven = folder ? describe : describe.skip;

const names = folder ? readdirSync(folder).sort() : [];
const files = (pattern: RegExp) => names.filter((name) => pattern.test(name)).map((name) => [name] as const);
const content = (name: string) => readFileSync(join(folder!, name));

let house: House;
let manager: Person;

whenGiven('files as published', () => {
  beforeAll(async () => {
    house = await House.open();
    manager = await house.person('plan-manager');
    const insee = new Set(files(/^annuaire.*\.csv$/).flatMap(([name]) => communesOf(content(name))));
    for (const code of insee) await house.build.commune({ insee_code: code, name: `Commune ${code}` });
  });
  afterAll(() => house.close());

  const bringInTwice = async (kind: string, name: string) => {
    const first = await upload(manager, kind, content(name), name);
    expect(first).toMatchObject({ state: 'ready', problem: null });
    const { rows, created, changed, unchanged, refused, ignored } = first.counts;
    expect(created + changed + unchanged + refused + ignored).toBe(rows);
    expect((await manager.get(`/api/v1/imports/${first.id}/refusals`)).body.total).toBe(refused);
    expect((await manager.post(`/api/v1/imports/${first.id}/apply`)).status).toBe(200);
    const { counts } = await upload(manager, kind, content(name), name);
    expect(counts).toMatchObject({
      rows,
      created: 0,
      changed: 0,
      unchanged: created + changed + unchanged,
      refused,
      ignored,
    });
    return first;
  };

  it.each(files(/^annuaire(?!.*abime).*\.csv$/))('the national directory: %s', async (name) => {
    const preview = await bringInTwice('national-directory', name);
    expect(preview.counts.created).toBeGreaterThan(0);
  });

  it.each(files(/^annuaire.*abime.*\.csv$/))(
    'a national directory that a spreadsheet has damaged: %s',
    async (name) => {
      const { counts } = await bringInTwice('national-directory', name);
      expect(counts).toMatchObject({ created: 0, refused: counts.rows });
    },
  );

  /** Schools that the file speaks of: the other ones are ignored. */
  const known = async (name: string, column: string) => {
    const uais = new Set(rowsOf(content(name)).map((row) => row[column]!));
    for (const uai of uais) {
      const [there] = await house.sql('select id from school where uai = $1', [uai]);
      if (!there) await house.build.school({ uai });
    }
  };

  it.each(files(/^effectifs.*\.csv$/))('pupils and classes: %s', async (name) => {
    await known(name, "Numéro de l'école");
    expect((await bringInTwice('pupils', name)).counts.created).toBeGreaterThan(0);
  });

  it.each(files(/^ips.*\.csv$/))('the social index: %s', async (name) => {
    await known(name, 'UAI');
    expect((await bringInTwice('social-index', name)).counts.created).toBeGreaterThan(0);
  });

  it.each(files(/^jours_feries.*\.csv$/))('public holidays: %s', (name) => bringInTwice('public-holidays', name));
  it.each(files(/^vacances.*\.csv$/))('school holidays: %s', (name) => bringInTwice('school-holidays', name));
});

function rowsOf(file: Buffer): Record<string, string>[] {
  return parse(file, { bom: true, delimiter: ';', columns: true, relax_column_count: true }) as Record<
    string,
    string
  >[];
}

function communesOf(file: Buffer): string[] {
  return rowsOf(file)
    .map((row) => (row.Code_commune ?? '').padStart(5, '0'))
    .filter((code) => /^[0-9AB]{5}$/.test(code));
}

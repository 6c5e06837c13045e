import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { House } from './harness/house.js';

let house: House;

beforeAll(async () => {
  house = await House.open();
});
afterAll(() => house.close());

/** As an administrator asks; a session a day old has ended, so each day has its own. */
async function runOn(day: string, job: string): Promise<string> {
  house.setNow(`${day}T07:00:00Z`);
  const { status, body } = await (await house.person('administrator')).post(`/api/v1/jobs/${job}/run`);
  if (status !== 200 || body.failed) throw new Error(`${job} answered ${status}: ${JSON.stringify(body)}`);
  return body.outcome;
}

describe('the end of an import’s lines', () => {
  it('removes the lines of imports applied or left ninety days ago, keeps their counts, and none can be applied any more', async () => {
    const manager = await house.person('plan-manager');
    const importOf = async (uploadedAt: string, applied: boolean) => {
      const id = await house.build.insert('directory_import', {
        ...{
          kind: 'public-holidays',
          file_name: 'feries.csv',
          sha256: '',
          byte_count: 1,
          encoding: 'utf-8',
          separator: ';',
        },
        ...{
          column_count: 1,
          used_column_count: 1,
          state: applied ? 'applied' : 'ready',
          uploaded_by: manager.accountId,
        },
        ...{ uploaded_at: uploadedAt, progress_at: uploadedAt, directory_mark: 'mark', row_count: 1, created_count: 1 },
        ...(applied ? { applied_by: manager.accountId, applied_at: '2026-07-08T08:00:00Z' } : {}),
      });
      await house.arrange(
        `insert into directory_import_change (import_id, line, outcome, key, name, reaches_orders, reaches_budget, applied_values, fields, warnings)
         values ($1, 2, 'created', 'k', 'n', false, false, '{}', '[]', '[]')`,
        [id],
      );
      return id;
    };
    const linesOf = async (id: string) =>
      (await house.sql('select from directory_import_change where import_id = $1', [id])).length;
    const applied = await importOf('2026-07-01T08:00:00Z', true);
    const left = await importOf('2026-07-07T06:00:00Z', false);
    const recent = await importOf('2026-07-09T08:00:00Z', false);
    expect(await runOn('2026-10-06', 'import-details')).toBe('1 import dont le détail est effacé.');
    expect([await linesOf(applied), await linesOf(left), await linesOf(recent)]).toEqual([1, 0, 1]);
    expect(await runOn('2026-10-07', 'import-details')).toBe('1 import dont le détail est effacé.');
    expect([await linesOf(applied), await linesOf(recent)]).toEqual([0, 1]);
    expect(await runOn('2026-10-07', 'import-details')).toBe('Rien à faire.');
    const reader = await house.person('plan-manager');
    expect((await reader.get(`/api/v1/imports/${left}`)).body.counts).toMatchObject({ rows: 1, created: 1 });
    expect((await reader.post(`/api/v1/imports/${left}/apply`)).body.code).toBe('import.changed-since');
    const { items } = (await (await house.person('administrator')).get('/api/v1/jobs')).body;
    expect(items).toContainEqual(expect.objectContaining({ name: 'import-details', state: 'done' }));
  });
});

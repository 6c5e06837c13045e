import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { NOT_PERSONAL, PERSONAL_DATA } from '@parc/domain';
import { House } from './harness/house.js';

let house: House;

beforeAll(async () => {
  house = await House.open();
});
afterAll(() => house.close());

/** Whatever can hold a name, a sentence or a picture: all but numbers, days, yes and no, and identifiers. */
const TEXT_COLUMNS = `
  select c.table_name || '.' || c.column_name as place
    from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name)
   where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
     and c.udt_name not in ('uuid', '_uuid', 'bool', 'int2', 'int4', 'int8', '_int4', 'numeric', 'float8', 'date', 'timestamptz', '_timestamptz', 'daterange')
   order by 1`;

const runPurge = async (): Promise<string> => {
  const { status, body } = await (await house.person('administrator')).post('/api/v1/jobs/purge/run');
  if (status !== 200 || body.failed) throw new Error(`purge answered ${status}: ${JSON.stringify(body)}`);
  return body.outcome;
};

const PERSONAL_PLACES: readonly string[] = Object.values(PERSONAL_DATA).flatMap(({ lies }) => [...lies]);
const declared = (): string[] => [...PERSONAL_PLACES, ...Object.keys(NOT_PERSONAL)];

describe('the register of personal data', () => {
  it('declares every column of text of the database, and no other', async () => {
    const columns = (await house.sql<{ place: string }>(TEXT_COLUMNS)).map(({ place }) => place);
    expect(declared().toSorted()).toEqual(columns.toSorted());
  });

  it('lets none of what it declares personal be copied into the history, which nobody can edit', async () => {
    const recorded = await house.sql<{ name: string; definition: string }>(
      `select tgrelid::regclass::text as name, pg_get_triggerdef(oid) as definition from pg_trigger
        where tgfoid = 'record_history'::regproc and not tgisinternal`,
    );
    const copied = recorded.flatMap(({ name, definition }) => {
      const never = [...definition.matchAll(/'(\w+)'/g)].map(([, column]) => `${name}.${column}`);
      return PERSONAL_PLACES.filter((place) => place.startsWith(`${name}.`) && !never.includes(place));
    });
    expect(recorded.length).toBeGreaterThan(10);
    expect(copied).toEqual([]);
  });

  it('empties mails at ninety days, sent or not, and keeps that they were', async () => {
    const mail = (dedupe: string, age: string, sent: boolean) =>
      house.arrange(
        `insert into mail (dedupe, recipient, subject, body, created_at, sent_at)
         values ($1, 'directrice@ecole.exemple', 'Objet', 'Bonjour', $2::timestamptz - $3::interval,
           case when $4 then $2::timestamptz - $3::interval end)`,
        [dedupe, House.START, age, sent],
      );
    await mail('old-sent', '91 days', true);
    await mail('old-waiting', '91 days', false);
    await mail('recent', '89 days', true);
    expect(await runPurge()).toContain('2 courriels');
    expect(
      await house.sql(
        `select dedupe, recipient, subject, body, next_try_at = 'infinity' as given_up from mail
          where dedupe in ('old-sent', 'old-waiting', 'recent') order by 1`,
      ),
    ).toEqual([
      { dedupe: 'old-sent', recipient: '', subject: '', body: '', given_up: false },
      { dedupe: 'old-waiting', recipient: '', subject: '', body: '', given_up: true },
      { dedupe: 'recent', recipient: 'directrice@ecole.exemple', subject: 'Objet', body: 'Bonjour', given_up: false },
    ]);
    expect(await runPurge()).not.toContain('courriel');
  });

  it('takes the name off an account two years after its last role, and leaves one that still has a role', async () => {
    const gone = await house.person('technician');
    const back = await house.person('technician');
    const stays = await house.person('technician');
    const end = (accountId: string, age: string) =>
      house.arrange(
        `update assignment set from_day = '2020-01-01', to_day = ($2::timestamptz - $3::interval)::date where account_id = $1`,
        [accountId, House.START, age],
      );
    await end(gone.accountId, '24 months 2 days');
    await house.arrange(`update account set confirmation_code_hash = 'of a code' where id = $1`, [gone.accountId]);
    await end(back.accountId, '23 months');
    expect(await runPurge()).toContain('1 nom de compte');
    const named = async (id: string) =>
      (
        await house.sql(
          'select name, email, password_hash, confirmation_code_hash, active from account where id = $1',
          [id],
        )
      )[0];
    expect(await named(gone.accountId)).toEqual({
      name: 'Ancien compte',
      email: `ancien-${gone.accountId}@compte.invalid`,
      password_hash: null,
      confirmation_code_hash: null,
      active: false,
    });
    for (const { accountId } of [back, stays]) expect(await named(accountId)).toMatchObject({ active: true });
  });

  it('counts an account’s two years by the days of Paris, to the day', async () => {
    const [goes, stays] = [await house.person('technician'), await house.person('technician')];
    const end = (accountId: string, day: string) =>
      house.arrange(`update assignment set from_day = '2020-01-01', to_day = $2 where account_id = $1`, [
        accountId,
        day,
      ]);
    await end(goes.accountId, '2024-10-06');
    await end(stays.accountId, '2024-10-07');
    // Half past midnight on the 7th of October in Paris.
    house.setNow('2026-10-06T22:30:00Z');
    await runPurge();
    house.setNow(House.START);
    const names = await house.sql('select id, name from account where id = any($1)', [
      [goes.accountId, stays.accountId],
    ]);
    const nameOf = ({ accountId }: { accountId: string }) => names.find(({ id }) => id === accountId)?.['name'];
    expect(nameOf(goes)).toBe('Ancien compte');
    expect(nameOf(stays)).not.toBe('Ancien compte');
  });

  it('forgets whom to ask for two years after the order ended', async () => {
    const school = await house.build.school();
    const head = await house.person('school-head', { school_id: school.id });
    const order = (state: string, since: string) =>
      house.build.insert('installation_order', {
        ...{ basket_id: '00000000-0000-7000-8000-000000000001', school_id: school.id, school_uai: '0420001A' },
        ...{ state, contact: 'Mme Martin, 06 00 00 00 00', created_by: head.accountId },
        ...{ created_at: since, state_since: since },
      });
    const old = await order('discarded', '2024-10-01T08:00:00Z');
    const recent = await order('discarded', '2024-11-01T08:00:00Z');
    const open = await order('draft', '2024-10-01T08:00:00Z');
    expect(await runPurge()).toContain('1 personne à joindre');
    const contactOf = async (id: string) =>
      (await house.sql('select contact from installation_order where id = $1', [id]))[0]!['contact'];
    expect(await contactOf(old)).toBe('');
    expect(await contactOf(recent)).toContain('Martin');
    expect(await contactOf(open)).toContain('Martin');
  });
});

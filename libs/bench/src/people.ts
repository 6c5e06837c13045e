import { createHash, randomBytes } from 'node:crypto';
import type { Client } from 'pg';

/** Somebody signed in: what a request of theirs carries. */
export interface Person {
  accountId: string;
  /** The head's; the manager has none. */
  schoolId: string | null;
  headers: Record<string, string>;
}

/** The plan's manager. */
export async function signInManager(database: Client): Promise<Person> {
  const [manager] = await signIn(
    database,
    `select a.id, a.account_id, a.school_id from assignment a join account c on c.id = a.account_id
      where a.role = 'plan-manager' and c.active and ${HOLDS_TODAY} order by a.id limit 1`,
  );
  return manager!;
}

/** A technician of the metropole. */
export async function signInTechnician(database: Client): Promise<Person> {
  const [technician] = await signIn(
    database,
    `select a.id, a.account_id, a.school_id from assignment a join account c on c.id = a.account_id
      where a.role = 'technician' and c.active and ${HOLDS_TODAY} order by a.id desc limit 1`,
  );
  return technician!;
}

/** Who looks after the tool. */
export async function signInAdministrator(database: Client): Promise<Person> {
  const [administrator] = await signIn(
    database,
    `select a.id, a.account_id, a.school_id from assignment a join account c on c.id = a.account_id
      where a.role = 'administrator' and c.active and ${HOLDS_TODAY} order by a.id limit 1`,
  );
  return administrator!;
}

/** One head of every school that may order today: open, under a State contract or public, covered by a convention in force. */
export async function signInHeads(database: Client): Promise<Person[]> {
  return signIn(
    database,
    `select distinct on (s.uai) a.id, a.account_id, a.school_id
       from assignment a join account c on c.id = a.account_id join school s on s.id = a.school_id
      where a.role = 'school-head' and a.deputy_of_id is null and c.active and ${HOLDS_TODAY}
        and s.state = 'open' and s.state_contract is distinct from 'none'
        and exists (select from envelope e where e.school_id = s.id and e.kind = 'installation' and e.closed_on is null
          and e.year = extract(year from current_date))
        and exists (select from convention_site cs join convention v on v.id = cs.convention_id
          where cs.school_id = s.id and v.state = 'in-force' and v.kind <> 'framework'
            and current_date between cs.from_day and cs.to_day and current_date between v.from_day and v.to_day)
      order by s.uai, a.id`,
  );
}

const HOLDS_TODAY = 'a.from_day <= current_date and (a.to_day is null or a.to_day > current_date)';

/**
 * Opens sessions for the assignments a statement names. Written as the API would have, without 250 slow password checks
 * and the pauses that guard them.
 */
async function signIn(database: Client, assignments: string): Promise<Person[]> {
  const { rows } = await database.query<{ id: string; account_id: string; school_id: string | null }>(assignments);
  const people = rows.map((row) => ({
    ...row,
    token: randomBytes(32).toString('base64url'),
    csrf: randomBytes(24).toString('base64url'),
  }));
  for (const { token, csrf, account_id, id } of people) {
    await database.query(
      `insert into session (token_hash, csrf_token, account_id, assignment_id, created_at, last_seen_at, expires_at)
       values ($1, $2, $3, $4, now(), now(), now() + interval '1 hour')`,
      [createHash('sha256').update(token).digest(), csrf, account_id, id],
    );
  }
  return people.map(({ account_id, school_id, token, csrf }) => ({
    accountId: account_id,
    schoolId: school_id,
    headers: { cookie: `parc_session=${token}`, 'x-csrf-token': csrf },
  }));
}

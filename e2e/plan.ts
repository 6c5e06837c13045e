import pg from 'pg';

/** What a journey knows of the plan behind the screens: whom to be, and what the ledger says. */
export async function ask<Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> {
  const client = new pg.Client({ connectionString: process.env['HOUSE_DATABASE_URL'] });
  await client.connect();
  try {
    return (await client.query(text, values)).rows as Row[];
  } finally {
    await client.end();
  }
}

/** Arranges behind the screens, under a name as the history demands. */
export async function arrange(text: string, values: unknown[] = []): Promise<void> {
  const client = new pg.Client({ connectionString: process.env['HOUSE_DATABASE_URL'] });
  await client.connect();
  try {
    await client.query('begin');
    await client.query("select set_config('parc.actor', 'system:journey', true)");
    await client.query(text, values);
    await client.query('commit');
  } finally {
    await client.end();
  }
}

/** A technician of the plan's own: one whom a journey has made may be signed out by it at any moment. */
export async function aTechnician(): Promise<{ id: string; email: string }> {
  const [technician] = await ask<{ id: string; email: string }>(
    `select c.id, c.email from assignment a join account c on c.id = a.account_id and c.active
      where a.role = 'technician' and a.to_day is null and c.email like '%@demonstration.example' order by c.email limit 1`,
  );
  return technician!;
}

export interface School {
  id: string;
  name: string;
  head: string;
}

/**
 * A public school whose convention is in force, with at least so much left this year of a kind of budget, that no other journey uses, in this
 * process or beside it; one of its teachers has an account where `withTeacher`.
 */
export async function aSchool(
  leftCents: number,
  withTeacher = false,
  kind: 'installation' | 'maintenance' = 'installation',
): Promise<School> {
  const [school] = await alone<School>(
    `with given as (
       insert into journey_school (id)
       select s.id
         from school s join envelope e on e.school_id = s.id and e.kind = $3 and e.year = extract(year from now())
         cross join lateral (select available_after from ledger_entry where envelope_id = e.id order by sequence desc limit 1) l
        where s.sector = 'public' and s.state = 'open' and l.available_after >= $1 and s.name not like '%Tilleuls%'
          and exists (select from assignment a join account c on c.id = a.account_id and c.active
            where a.school_id = s.id and a.role = 'school-head' and a.deputy_of_id is null and a.to_day is null)
          and exists (select from convention_site cs join convention v on v.id = cs.convention_id
            where cs.school_id = s.id and v.state = 'in-force' and v.kind = 'commune' and current_date between cs.from_day and cs.to_day)
          and not exists (select from installation_order o where o.school_id = s.id and o.state in ('draft', 'installed'))
          and (not $2 or exists (select from assignment t where t.school_id = s.id and t.role = 'teacher' and t.to_day is null
            and not exists (select from assignment o where o.account_id = t.account_id and o.id <> t.id)))
          and not exists (select from journey_school j where j.id = s.id)
        order by s.uai limit 1
       returning id)
     select s.id, s.name, c.email as head
       from given join school s on s.id = given.id
       join assignment a on a.school_id = s.id and a.role = 'school-head' and a.deputy_of_id is null and a.to_day is null
       join account c on c.id = a.account_id and c.active`,
    [leftCents, withTeacher, kind],
  );
  if (!school) throw new Error('the demonstration plan has no such school');
  return school;
}

/** One statement at a time over all journeys, on what they share: the schools that were given away. */
async function alone<Row extends object>(text: string, values: unknown[]): Promise<Row[]> {
  const client = new pg.Client({ connectionString: process.env['HOUSE_DATABASE_URL'] });
  await client.connect();
  try {
    await client.query(`select pg_advisory_lock(hashtext('journey_school'))`);
    await client.query('create table if not exists journey_school (id uuid primary key)');
    return (await client.query(text, values)).rows as Row[];
  } finally {
    await client.end();
  }
}

/** Waiting, committed, done and left of an envelope, integer cents. */
export interface Balance {
  reserved: number;
  committed: number;
  spent: number;
  left: number;
}

/** What the ledger's last entry says of the school's installation envelope this year. */
export async function balance(schoolId: string): Promise<Balance> {
  const [row] = await ask<{ reserved: string; committed: string; spent: string; left: string }>(
    `select l.reserved_after as reserved, l.committed_after as committed, l.spent_after as spent, l.available_after as left
       from envelope e cross join lateral (select * from ledger_entry where envelope_id = e.id order by sequence desc limit 1) l
      where e.school_id = $1 and e.kind = 'installation' and e.year = extract(year from now())`,
    [schoolId],
  );
  return {
    reserved: Number(row!.reserved),
    committed: Number(row!.committed),
    spent: Number(row!.spent),
    left: Number(row!.left),
  };
}

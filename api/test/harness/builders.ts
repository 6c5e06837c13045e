import { hashSync } from '@node-rs/argon2';
import { makeUai, SCOPE_OF_ROLE, type Role } from '@parc/domain';
import type pg from 'pg';

/** Cheap on purpose: the tests' passwords protect nothing. */
const PASSWORD_HASH = hashSync('craie-et-ardoise', { memoryCost: 1024, timeCost: 1, parallelism: 1 });

type Row = Record<string, unknown>;

let count = 0;
const next = () => ++count;

/** Rows with defaults, straight into the tables: each test builds what it needs and nothing is shared. */
export class Builders {
  static readonly PASSWORD = 'craie-et-ardoise';

  constructor(private readonly pool: pg.Pool) {}

  /** A statement under the name the history demands. */
  async run(text: string, values: unknown[] = []): Promise<Row[]> {
    const client = await this.pool.connect();
    try {
      await client.query('begin');
      await client.query("select set_config('parc.actor', 'system:test', true)");
      const { rows } = await client.query<Row>(text, values);
      await client.query('commit');
      return rows;
    } catch (error) {
      await client.query('rollback');
      throw error;
    } finally {
      client.release();
    }
  }

  async insert(table: string, row: Row): Promise<string> {
    const names = Object.keys(row);
    const [made] = await this.run(
      `insert into ${table} (${names.join(', ')}) values (${names.map((_, i) => `$${i + 1}`).join(', ')}) returning id`,
      Object.values(row),
    );
    return made!.id as string;
  }

  commune(row: Row = {}): Promise<string> {
    const n = next();
    return this.insert('commune', { insee_code: String(10_000 + n), name: `Commune ${n}`, ...row });
  }

  /** An open public elementary school, covered by nothing yet. */
  async school(row: Row = {}): Promise<{ id: string; uai: string; communeId: string }> {
    const n = next();
    const communeId = (row.commune_id as string | undefined) ?? (await this.commune());
    const uai = (row.uai as string | undefined) ?? makeUai('042', 9_000 + n);
    const id = await this.insert('school', {
      uai,
      name: `École ${n}`,
      sector: 'public',
      kind: 'elementary',
      ...row,
      commune_id: communeId,
    });
    return { id, uai, communeId };
  }

  room(schoolId: string, row: Row = {}): Promise<string> {
    return this.insert('room', { school_id: schoolId, name: `Salle ${next()}`, ...row });
  }

  /** A convention in force that lists the school, unless the row says otherwise. */
  async convention(school: { id: string; communeId: string }, row: Row = {}): Promise<string> {
    const dates = { from_day: '2023-01-01', to_day: '2099-12-31' };
    const id = await this.insert('convention', {
      number: `CONV-${next()}`,
      title: 'Convention de partenariat',
      kind: 'commune',
      commune_id: school.communeId,
      state: 'in-force',
      ...dates,
      ...row,
    });
    await this.insert('convention_site', { convention_id: id, school_id: school.id, ...dates });
    return id;
  }

  /** A validated service of the metropole; the price is net. */
  async item(row: Row = {}, price: { unitNetCents?: number; vatBasisPoints?: number } = {}): Promise<string> {
    const n = next();
    const id = await this.insert('catalogue_item', {
      kind: 'service',
      category: 'install',
      reference: `REF-${n}`,
      name: `Prestation ${n}`,
      unit: 'l’unité',
      delay_working_days: 5,
      state: 'validated',
      ...row,
    });
    await this.insert('item_price', {
      item_id: id,
      from_day: '2023-01-01',
      unit_net_cents: price.unitNetCents ?? 10_000,
      vat_basis_points: price.vatBasisPoints ?? 2_000,
    });
    return id;
  }

  async contract(
    maximumNetCents = 10_000_000,
    row: Row = {},
  ): Promise<{ id: string; holderId: string; periodId: string }> {
    const n = next();
    const holderId = await this.insert('contract_holder', { name: `Titulaire ${n}` });
    const dates = { from_day: '2023-01-01', to_day: '2099-12-31' };
    const id = await this.insert('contract', {
      number: `M-${n}`,
      title: 'Installation',
      holder_id: holderId,
      lot: '1',
      ...dates,
      ...row,
    });
    const periodId = await this.insert('contract_period', {
      contract_id: id,
      ...dates,
      maximum_net_cents: maximumNetCents,
    });
    return { id, holderId, periodId };
  }

  /** An envelope opened by an allocation. */
  async envelope(schoolId: string | null, amountCents: number, year = 2026, kind = 'installation'): Promise<string> {
    const id = await this.insert('envelope', { school_id: schoolId, year, kind });
    if (amountCents > 0) {
      await this.run(
        `insert into ledger_entry (envelope_id, sequence, kind, posted_at, actor, opened_before, reserved_before, committed_before, spent_before, opened_change)
         values ($1, 1, 'allocation', now(), 'system:test', 0, 0, 0, 0, $2)`,
        [id, amountCents],
      );
    }
    return id;
  }

  async account(
    role: Role,
    scope: Row = {},
    options: { mayCertify?: boolean; email?: string } = {},
  ): Promise<{ id: string; email: string }> {
    const n = next();
    const email = options.email ?? `personne-${n}@exemple.fr`;
    const id = await this.insert('account', { email, name: `Personne ${n}`, password_hash: PASSWORD_HASH });
    await this.assignment(id, role, scope, options);
    return { id, email };
  }

  assignment(accountId: string, role: Role, scope: Row = {}, options: { mayCertify?: boolean } = {}): Promise<string> {
    return this.insert('assignment', {
      account_id: accountId,
      role,
      scope_kind: SCOPE_OF_ROLE[role],
      from_day: '2023-01-01',
      may_certify: options.mayCertify ?? false,
      delegation_decision: options.mayCertify ? 'Arrêté 2026-12' : null,
      ...scope,
    });
  }
}

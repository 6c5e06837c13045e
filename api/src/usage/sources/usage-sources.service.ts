import { Injectable } from '@nestjs/common';
import { addCalendarDays, plainText } from '@parc/domain';
import { DataSource, type EntityManager } from 'typeorm';
import { accountOf } from '../../identity/account.sql.js';
import type { Actor } from '../../identity/actor.js';
import { Clock } from '../../platform/clock.js';
import { join } from '../../platform/database/joins.sql.js';
import { Transactions, type Write } from '../../platform/database/transactions.js';
import { Refused } from '../../platform/http/refused.js';
import { requireVersion } from '../../platform/http/write.js';
import { LIMITS } from '../../platform/limits.js';
import { digestOf, newSecret } from './token.rows.js';
import type {
  UsageSourceList,
  UsageSourceRequest,
  UsageSourceRow,
  UsageTokenAnswer,
  UsageTokenRequest,
} from './usage-sources.answers.js';

/** Where figures of use come from, and the tokens by which tools send them: the plan manager's. */
@Injectable()
export class UsageSourcesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  async list(): Promise<UsageSourceList> {
    const items: UsageSourceRow[] = (await this.dataSource.query(SOURCES('true'))) as UsageSourceRow[];
    return { items };
  }

  /** @throws Refused usage.families-missing, usage.name-taken */
  add(request: UsageSourceRequest, write: Write): Promise<UsageSourceRow> {
    return this.transactions.run(write, async (manager) => {
      const { name, arrival, families } = checked(request);
      const slug = plainText(name).replaceAll(' ', '-').slice(0, 40).replace(/-$/, '');
      const [row] = await manager.query(
        'insert into usage_source (name, slug, arrival, families) values ($1, $2, $3, $4) returning id',
        [name, slug, arrival, families],
      );
      return this.one(manager, row.id);
    });
  }

  /** Its address stays as it was made. @throws Refused object.not-found, version.stale, usage.families-missing, usage.name-taken */
  change(id: string, request: UsageSourceRequest, write: Write): Promise<UsageSourceRow> {
    return this.transactions.run(write, async (manager) => {
      const { name, arrival, families } = checked(request);
      const [known] = await manager.query('select version from usage_source where id = $1 for no key update', [id]);
      if (!known) throw new Refused('object.not-found');
      requireVersion(write, known.version as number);
      await manager.query(
        'update usage_source set name = $2, arrival = $3, families = $4, version = version + 1 where id = $1',
        [id, name, arrival, families],
      );
      return this.one(manager, id);
    });
  }

  /**
   * A token for a tool, told here and never again. Not under a repetition key: what is kept of an answer would tell it.
   * @throws Refused object.not-found, usage.token-days
   */
  makeToken(actor: Actor, sourceId: string, { expiresOn }: UsageTokenRequest): Promise<UsageTokenAnswer> {
    return this.written(actor, async (manager) => {
      const today = this.clock.today();
      if (expiresOn <= today || expiresOn > addCalendarDays(today, LIMITS.usage.tokenDays))
        throw new Refused('usage.token-days');
      const secret = newSecret();
      const [row] = await manager.query(
        `insert into usage_token (source, secret_digest, made_at, made_by, expires_on)
         select number, $2, $3, $4, $5 from usage_source where id = $1 returning id`,
        [sourceId, digestOf(secret), this.clock.now(), actor.accountId, expiresOn],
      );
      if (!row) throw new Refused('object.not-found');
      return { id: row.id as string, secret, expiresOn };
    });
  }

  /** From now on it opens nothing; revoked again it stays as it was. @throws Refused object.not-found */
  revokeToken(actor: Actor, id: string): Promise<void> {
    return this.written(actor, async (manager) => {
      const [known] = await manager.query('select 1 from usage_token where id = $1', [id]);
      if (!known) throw new Refused('object.not-found');
      await manager.query(
        'update usage_token set revoked_at = $2, revoked_by = $3 where id = $1 and revoked_at is null',
        [id, this.clock.now(), actor.accountId],
      );
    });
  }

  private async one(manager: EntityManager, id: string): Promise<UsageSourceRow> {
    const [row] = (await manager.query(SOURCES('o.id = $1'), [id])) as UsageSourceRow[];
    return row!;
  }

  private written<T>(
    { accountId, sessionId, sessionVersion }: Actor,
    work: (manager: EntityManager) => Promise<T>,
  ): Promise<T> {
    const session = { id: sessionId, version: sessionVersion };
    return this.transactions.run({ writer: { accountId }, session, expectedVersion: null, repeat: null }, work);
  }
}

/** @throws Refused usage.families-missing */
function checked(request: UsageSourceRequest): UsageSourceRequest {
  if (request.families.length === 0 || plainText(request.name) === '') throw new Refused('usage.families-missing');
  return { ...request, families: [...new Set(request.families)] };
}

const SOURCES = (which: string): string => `select o.id, o.name, o.slug, o.arrival, o.families, o.version,
    coalesce((select json_agg(t order by t."madeAt" desc, t.id) from (
      select t.id, t.made_at as "madeAt", a.name as "madeByName", t.expires_on::text as "expiresOn",
             t.last_used_on::text as "lastUsedOn", t.revoked_at as "revokedAt"
        from usage_token t ${join(accountOf('t.made_by', 'a'))} where t.source = o.number
       order by t.made_at desc, t.id limit ${LIMITS.usage.tokensOfOne}) t), '[]') as tokens
  from usage_source o where ${which} order by o.number limit ${LIMITS.usage.sources}`;

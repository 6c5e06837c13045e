import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import pg from 'pg';
import type { EntityManager } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { Settings } from '../platform/config/settings.js';
import { Refused } from '../platform/http/refused.js';
import { LIMITS } from '../platform/limits.js';
import { holdsOn, IS_DEPUTY } from './assignment-rows.js';
import { agrees } from './credentials.js';

/** Whose code it was, and under which assignment they confirm. */
export interface CodeHolder {
  accountId: string;
  assignmentId: string;
  deputy: boolean;
}

const MINUTE = 60_000;

/** The personal code by which a head confirms on the technician's phone (rules.md 4): short, therefore slow to guess. */
@Injectable()
export class ConfirmationCodes implements OnModuleDestroy {
  /**
   * A refusal rolls the caller's transaction back, and its count must not go with it; a connection of its own also means
   * that callers who all hold one never wait for another.
   */
  private pool: pg.Pool | null = null;

  constructor(
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  async onModuleDestroy(): Promise<void> {
    await this.pool?.end();
  }

  /**
   * The head, or deputy, of the school today whose code this is. Each try counts before it is judged, so that guesses sent
   * all at once are counted too; a right one does not count, nor one that no place was free to judge.
   * @throws Refused order.code-locked after `LIMITS.confirmationCode.tries` wrong ones in the hour, order.code-wrong
   */
  async verify(manager: EntityManager, schoolId: string, code: string): Promise<CodeHolder> {
    const tries = await this.countTry(schoolId);
    if (tries > LIMITS.confirmationCode.tries)
      throw new Refused('order.code-locked', { retryAfterSeconds: LIMITS.confirmationCode.withinMinutes * 60 });
    const heads: { accountId: string; assignmentId: string; deputy: boolean; hash: string }[] = await manager.query(
      `select a.account_id as "accountId", a.id as "assignmentId", ${IS_DEPUTY} as deputy, c.confirmation_code_hash as hash
         from assignment a join account c on c.id = a.account_id and c.active and c.confirmation_code_hash is not null
        where a.school_id = $1 and a.role = 'school-head' and ${holdsOn('$2')} order by deputy, a.from_day, a.id`,
      [schoolId, this.clock.today()],
    );
    for (const { hash, ...head } of heads) {
      const right = await agrees(code, hash).catch(async (notJudged: unknown) => {
        await this.giveBack(schoolId);
        throw notJudged;
      });
      if (!right) continue;
      await this.giveBack(schoolId);
      return head;
    }
    await this.outlive(
      `insert into security_event (kind, detail) values ('confirmation-code-refused', jsonb_build_object('schoolId', $1::uuid))`,
      [schoolId],
    );
    throw new Refused('order.code-wrong');
  }

  private async countTry(schoolId: string): Promise<number> {
    const now = this.clock.now();
    const { rows } = await this.outlive(
      `insert into confirmation_try as t (school_id, tries, since) values ($1, 1, $2)
       on conflict (school_id) do update set
         tries = case when t.since <= $3 then 1 else t.tries + 1 end,
         since = case when t.since <= $3 then $2 else t.since end
       returning tries`,
      [schoolId, now, new Date(now.getTime() - LIMITS.confirmationCode.withinMinutes * MINUTE)],
    );
    return rows[0]!.tries as number;
  }

  private async giveBack(schoolId: string): Promise<void> {
    await this.outlive('update confirmation_try set tries = tries - 1 where school_id = $1 and tries > 0', [schoolId]);
  }

  private outlive(text: string, values: unknown[]): Promise<pg.QueryResult<Record<string, unknown>>> {
    this.pool ??= openPool(this.settings.DATABASE_URL);
    return this.pool.query(text, values);
  }
}

function openPool(url: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: 1,
    application_name: 'parc-ecole',
    statement_timeout: LIMITS.statementMilliseconds.request,
  });
  // An idle connection that breaks is replaced by the next query; unheard, its event would end the process.
  return pool.on('error', () => undefined);
}

import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { TokenReaders } from '../../platform/http/token-readers.js';
import { Transactions } from '../../platform/database/transactions.js';

/** 256 bits: nobody guesses a token. */
const SECRET_BYTES = 32;
/** By which a person, and whoever looks for leaked secrets, knows what it is. */
const PREFIX = 'parc_usage_';
const FORM = /^parc_usage_[\w-]{43}$/;

export const digestOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();
export const newSecret = (): string => PREFIX + randomBytes(SECRET_BYTES).toString('base64url');

/** Tokens of device management as a request brings them: they write use, and open nothing else. */
@Injectable()
export class TokenRows {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    readers: TokenReaders,
  ) {
    readers.register('usage', (secret) => this.read(secret));
  }

  /** Which token it is, and the source that it writes for; null for one that is unknown, over or revoked. */
  private async read(secret: string): Promise<{ id: string; scope: string } | null> {
    if (!FORM.test(secret)) return null;
    const today = this.clock.today();
    const [row] = await this.dataSource.query(
      `select t.id, o.slug as scope, t.last_used_on::text as "lastUsedOn" from usage_token t join usage_source o on o.number = t.source
        where t.secret_digest = $1 and t.revoked_at is null and t.expires_on > $2`,
      [digestOf(secret), today],
    );
    if (!row) return null;
    if (row.lastUsedOn !== today) {
      await this.transactions.runAsSystem('usage-token', (manager) =>
        manager.query('update usage_token set last_used_on = $2 where id = $1', [row.id, today]),
      );
    }
    return { id: row.id as string, scope: row.scope as string };
  }
}

import { Injectable } from '@nestjs/common';
import type { UsageFileRefusal, UsageLineRefusal } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { DataSource } from 'typeorm';
import { Refused } from '../../platform/http/refused.js';
import { LIMITS } from '../../platform/limits.js';
import * as SQL from './batch.sql.js';
import { BATCH_PAGE } from './usage-batches.sql.js';
import type { UsageBatchAnswer } from './usage-batches.answers.js';
import type { Bringer, Delivery } from './usage-batches.service.js';

/** One delivery as it arrives. */
export interface Arrival extends Omit<Delivery, 'source'> {
  /** The source's number. */
  source: number;
  by: Bringer;
  at: Date;
}

/** By reason: how many lines, and the numbers of the first. */
export type Refusals = Map<UsageLineRefusal, { count: number; lines: number[] }>;
type ToldRefusals = UsageBatchAnswer['refusals'];

interface Opened extends Arrival {
  version: number;
  sha256: string;
  firstWeek: string | null;
  lastWeek: string | null;
  lines: number;
  refused: number;
  refusals: ToldRefusals;
}

interface WaitingBatch {
  source: number;
  version: number;
  whole: boolean;
  lines: number;
  refused: number;
}

/** The row of each file that arrived: what became of it, in counts that add up. */
@Injectable()
export class BatchJournal {
  constructor(private readonly dataSource: DataSource) {}

  /** @throws Refused usage.source-unknown */
  async sourceOf(slug: string): Promise<number> {
    const [row] = await this.dataSource.query('select number from usage_source where slug = $1', [slug]);
    if (!row) throw new Refused('usage.source-unknown');
    return row.number as number;
  }

  /**
   * Whether it came before, and else under which version it comes.
   * @throws Refused usage.version-taken
   */
  async known(
    manager: EntityManager,
    { source, version }: Arrival,
    sha256: string,
  ): Promise<{ version: number; repeated: { id: string; version: number } | null }> {
    const [before] = version
      ? await manager.query(SQL.OF_VERSION, [source, version])
      : await manager.query(SQL.OF_BYTES, [source, sha256]);
    if (before && before.sha256 !== sha256) throw new Refused('usage.version-taken');
    if (before) {
      const repeated = { id: before.id as string, version: version ?? Number(before.version) };
      return { version: repeated.version, repeated };
    }
    if (version) return { version, repeated: null };
    const [{ last }] = await manager.query(SQL.LAST_VERSION, [source]);
    return { version: Number(last) + 1, repeated: null };
  }

  /** That it came again: nothing else changes. */
  async repeat(
    manager: EntityManager,
    { by, at }: Arrival,
    { id, version }: { id: string; version: number },
  ): Promise<string> {
    const [row] = await manager.query(
      `insert into usage_batch (source, version, whole, sha256, received_at, received_by, token_id, outcome, repeat_of, first_week,
         last_week, lines, unchanged, refused, refusals, decided_at, decided_by)
       select source, $2, whole, sha256, $3, $4, $5, outcome, id, first_week, last_week, lines, lines - refused, refused, refusals,
         decided_at, decided_by
         from usage_batch where id = $1 returning id`,
      [id, version, at, ...bringer(by)],
    );
    return row.id as string;
  }

  /** It came, and nothing of it is kept: neither its bytes nor their print. */
  async refuse(manager: EntityManager, arrival: Arrival, refusal: UsageFileRefusal): Promise<string> {
    const { source, version, whole, by, at } = arrival;
    const [row] = await manager.query(
      `insert into usage_batch (source, version, whole, received_at, received_by, token_id, outcome, refusal)
       values ($1, $2, $3, $4, $5, $6, 'refused', $7) returning id`,
      [source, version ?? 1, whole, at, ...bringer(by), refusal],
    );
    return row.id as string;
  }

  async open(manager: EntityManager, batch: Opened): Promise<string> {
    const { source, version, whole, sha256, by, at, firstWeek, lastWeek, lines, refused, refusals } = batch;
    const [row] = await manager.query(
      `insert into usage_batch (source, version, whole, sha256, received_at, received_by, token_id, outcome, first_week, last_week,
         lines, refused, refusals)
       values ($1, $2, $3, $4, $5, $6, $7, 'waiting', $8, $9, $10, $11, $12) returning id`,
      [
        ...[source, version, whole, sha256, at, ...bringer(by), firstWeek, lastWeek, lines, refused],
        JSON.stringify(refusals),
      ],
    );
    return row.id as string;
  }

  async take(
    manager: EntityManager,
    id: string,
    {
      added,
      changed,
      unchanged,
      outdated,
      withdrawn,
    }: Pick<UsageBatchAnswer, 'added' | 'changed' | 'unchanged' | 'outdated' | 'withdrawn'>,
  ): Promise<void> {
    await manager.query(
      `update usage_batch set outcome = 'taken', added = $2, changed = $3, unchanged = $4, outdated = $5, withdrawn = $6 where id = $1`,
      [id, added, changed, unchanged, outdated, withdrawn],
    );
  }

  /** @throws Refused object.not-found, usage.not-waiting */
  async lockWaiting(manager: EntityManager, id: string): Promise<WaitingBatch> {
    const [known] = await manager.query('select source from usage_batch where id = $1', [id]);
    if (!known) throw new Refused('object.not-found');
    // As whoever delivers: the source first.
    await manager.query(SQL.IN_TURN, [known.source]);
    const [row] = await manager.query(
      `select source, version, whole, lines, refused, outcome, repeat_of as "repeatOf" from usage_batch where id = $1 for no key update`,
      [id],
    );
    if (row.outcome !== 'waiting' || row.repeatOf !== null) throw new Refused('usage.not-waiting');
    return { ...row, version: Number(row.version) } as WaitingBatch;
  }

  /** Whatever came again of it meanwhile says the same. */
  async decided(
    manager: EntityManager,
    id: string,
    { accountId, at, taken }: { accountId: string; at: Date; taken: boolean },
  ): Promise<void> {
    await manager.query(
      `update usage_batch set outcome = case when $4 then 'taken' else 'declined' end, decided_by = $2, decided_at = $3
        where id = $1 or repeat_of = $1`,
      [id, accountId, at, taken],
    );
  }

  /** Every reason with its lines: those that could not be read, and those that the plan's devices refuse. */
  async tellRefused(
    manager: EntityManager,
    unread: Refusals,
  ): Promise<{ refusals: ToldRefusals; unread: number; judged: number }> {
    const judged: ToldRefusals = await manager.query(SQL.REFUSED, [LIMITS.usage.refusedLinesTold]);
    const read = [...unread].filter(([, { count }]) => count > 0);
    const both = new Map(read.map(([reason, { count, lines }]) => [reason, { reason, count, lines }]));
    for (const { reason, count, lines } of judged) {
      const before = both.get(reason) ?? { reason, count: 0, lines: [] };
      const told = [...before.lines, ...lines].sort((one, other) => one - other);
      both.set(reason, { reason, count: before.count + count, lines: told.slice(0, LIMITS.usage.refusedLinesTold) });
    }
    const sum = (counts: { count: number }[]) => counts.reduce((total, { count }) => total + count, 0);
    return {
      refusals: [...both.values()].sort((one, other) => other.count - one.count),
      unread: sum([...unread.values()]),
      judged: sum(judged),
    };
  }

  /** @throws Refused object.not-found */
  async answer(manager: EntityManager, id: string): Promise<UsageBatchAnswer> {
    const [row] = await manager.query(BATCH_PAGE, [id]);
    if (!row) throw new Refused('object.not-found');
    return row.batch as UsageBatchAnswer;
  }
}

const bringer = (by: Bringer): [accountId: string | null, tokenId: string | null] =>
  'accountId' in by ? [by.accountId, null] : [null, by.tokenId];

import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import {
  french,
  USAGE_FILE_REFUSALS,
  USAGE_LINE_REFUSAL_NAMES,
  UsageLineReader,
  type UsageLine,
  type UsageLineRefusal,
  usageWeeksTold,
  waitsForDecision,
} from '@parc/domain';
import { DataSource, type EntityManager } from 'typeorm';
import { inTurn } from '../../platform/bounds/dear-work.js';
import { Clock } from '../../platform/clock.js';
import { PlanSettingsReader } from '../../platform/config/plan-settings.js';
import { copyIn } from '../../platform/database/copy-in.js';
import { Transactions, type Write } from '../../platform/database/transactions.js';
import { Refused } from '../../platform/http/refused.js';
import { LIMITS } from '../../platform/limits.js';
import { RollUpService } from '../roll-ups/roll-up.service.js';
import { UsageYears } from '../roll-ups/usage-years.js';
import * as SQL from './batch.sql.js';
import { BatchJournal, type Arrival, type Refusals } from './batch-journal.js';
import type { UsageBatchAnswer } from './usage-batches.answers.js';
import { FileRefused, UsageFile, type UsageForm } from './usage-file.js';

/** What is asked with a delivery. */
export interface Delivery {
  source: string;
  /** Left out: after everything that has come until now. */
  version?: number | undefined;
  whole: boolean;
}

/** Who delivers: a person, or a tool by its token. */
export type Bringer = { accountId: string } | { tokenId: string; source: string };

type Counts = Pick<UsageBatchAnswer, 'added' | 'changed' | 'unchanged' | 'outdated' | 'withdrawn'>;

/** Files of use: received, judged line by line, written once, whatever the order in which they come. */
@Injectable()
export class UsageBatchesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly journal: BatchJournal,
    private readonly settings: PlanSettingsReader,
    private readonly years: UsageYears,
    private readonly rollUps: RollUpService,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes a file whole: the same bytes answer as the first time, a version is one file, the higher one wins in whatever order
   * they come.
   * @param part takes the file from the request
   * @throws Refused usage.source-unknown, usage.version-taken, usage.file-refused (of which nothing is kept), request.too-large
   */
  async deliver(
    by: Bringer,
    delivery: Delivery,
    part: () => Promise<{ stream: Readable; form: UsageForm }>,
    write: Write,
  ): Promise<UsageBatchAnswer> {
    const person = 'accountId' in by ? by.accountId : by.tokenId;
    return inTurn('usageFile', person, async () => {
      const source = await this.journal.sourceOf(delivery.source);
      const { stream, form } = await part();
      const file = await UsageFile.receive(stream, form);
      try {
        await this.years.make();
        const id = await this.take(file, { ...delivery, source, by, at: this.clock.now() }, write);
        this.rollUps.soon();
        return await this.journal.answer(this.dataSource.manager, id);
      } finally {
        await file.remove();
      }
    });
  }

  /** What waited is taken, or left. @throws Refused object.not-found, usage.not-waiting */
  async decide(accountId: string, id: string, taken: boolean, write: Write): Promise<UsageBatchAnswer> {
    await this.years.make();
    const decide = async (manager: EntityManager) => {
      await allowTime(manager);
      const batch = await this.journal.lockWaiting(manager, id);
      if (taken) {
        await manager.query(SQL.TAKE_WAITING, [id]);
        const counts = await this.apply(manager, { ...batch, id }, batch.lines - batch.refused);
        await this.journal.take(manager, id, counts);
      }
      await manager.query(SQL.FORGET_WAITING, [id]);
      await this.journal.decided(manager, id, { accountId, at: this.clock.now(), taken });
      return this.journal.answer(manager, id);
    };
    const answer = await inTurn('usageFile', accountId, () => this.transactions.run(write, decide));
    this.rollUps.soon();
    return answer;
  }

  private async take(file: UsageFile, arrival: Arrival, write: Write): Promise<string> {
    try {
      return await this.transactions.run(write, (manager) => this.takeIn(manager, file, arrival));
    } catch (error) {
      if (!(error instanceof FileRefused)) throw error;
      // What was read has gone with its transaction: that it came and why it is not kept is told by itself.
      const id = await this.transactions.run(write, (manager) => this.journal.refuse(manager, arrival, error.refusal));
      const batch = await this.journal.answer(this.dataSource.manager, id);
      const { word, remedy } = USAGE_FILE_REFUSALS[error.refusal];
      const fields = [{ name: 'file', code: error.refusal, message: french(`${word}. ${remedy}`) }];
      throw new Refused('usage.file-refused', { reason: error.refusal, line: error.line, batch: batch.id, fields });
    }
  }

  private async takeIn(manager: EntityManager, file: UsageFile, arrival: Arrival): Promise<string> {
    await allowTime(manager);
    await manager.query(SQL.IN_TURN, [arrival.source]);
    const known = await this.journal.known(manager, arrival, file.sha256);
    if (known.repeated) return this.journal.repeat(manager, arrival, known.repeated);
    const { refusals, read } = await this.judge(manager, file);
    const told = await this.journal.tellRefused(manager, refusals);
    const lines = read + told.unread;
    const refused = told.unread + told.judged;
    const [weeks] = await manager.query(SQL.WEEKS);
    const batch = { ...arrival, ...weeks, version: known.version, sha256: file.sha256, lines, refused };
    const waits = waitsForDecision({ lines, refused });
    const id = await this.journal.open(manager, { ...batch, refusals: told.refusals });
    if (waits) await manager.query(SQL.KEEP_WAITING, [id]);
    else await this.journal.take(manager, id, await this.apply(manager, { ...batch, id }, lines - refused));
    return id;
  }

  /** Lines into their temporary table, each with its device or its reason. */
  private async judge(manager: EntityManager, file: UsageFile): Promise<{ refusals: Refusals; read: number }> {
    const { 'usage.years': years } = await this.settings.on(this.clock.today(), manager);
    const reader = new UsageLineReader(usageWeeksTold(this.clock.today(), years));
    const refusals: Refusals = new Map(USAGE_LINE_REFUSAL_NAMES.map((reason) => [reason, { count: 0, lines: [] }]));
    await manager.query(SQL.SENT);
    let read = 0;
    const rows = async function* () {
      for await (const lines of file.lines(reader)) {
        let text = '';
        for (const [line, said] of lines) {
          if (typeof said === 'string') note(refusals, line, said);
          else {
            read += 1;
            text += copied(line, said);
          }
        }
        if (text !== '') yield text;
      }
    };
    await copyIn(manager, SQL.SENT_COLUMNS, rows());
    await manager.query('analyze usage_sent');
    await manager.query(SQL.JUDGED);
    return { refusals, read };
  }

  /** @param kept lines that were not refused */
  private async apply(
    manager: EntityManager,
    { source, version, whole, id }: Pick<Arrival, 'source' | 'whole'> & { version: number; id: string },
    kept: number,
  ): Promise<Counts> {
    const given = [source, version, id];
    const [{ added, changed, unchanged }] = await manager.query(SQL.WRITE, given);
    let withdrawn = 0;
    if (whole) {
      await manager.query(SQL.REMEMBER_WHOLE, given.slice(0, 2));
      [{ withdrawn }] = await manager.query(SQL.WITHDRAW, given);
    }
    return { added, changed, unchanged, withdrawn, outdated: kept - added - changed - unchanged };
  }
}

/** @throws FileRefused where a number's place names somebody */
function note(refusals: Refusals, line: number, said: UsageLineRefusal | 'persons-named'): void {
  if (said === 'persons-named') throw new FileRefused('persons-named', line);
  const noted = refusals.get(said)!;
  noted.count += 1;
  if (noted.lines.length < LIMITS.usage.refusedLinesTold) noted.lines.push(line);
}

/** In COPY's own text: nothing of a line needs to be written otherwise, a device's name has neither tab nor backslash. */
function copied(line: number, { device, week, minutes, sessions, users, days, subject }: UsageLine): string {
  return `${line}\t${device}\t${week}\t${minutes ?? '\\N'}\t${sessions ?? '\\N'}\t${users ?? '\\N'}\t${days ?? '\\N'}\t${subject ?? '\\N'}\n`;
}

async function allowTime(manager: EntityManager): Promise<void> {
  const { statementMilliseconds, lockMilliseconds } = LIMITS;
  await manager.query(
    `select set_config('statement_timeout', $1, true), set_config('lock_timeout', $2, true),
       set_config('idle_in_transaction_session_timeout', $1, true), set_config('work_mem', '64MB', true)`,
    [String(statementMilliseconds.import), String(lockMilliseconds.import)],
  );
}

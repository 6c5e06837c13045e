import { Injectable } from '@nestjs/common';
import {
  FREE_TEXT_WORDS,
  type FreeTextObject,
  type FreeTextPlace,
  french,
  isRedacted,
  redactionMark,
} from '@parc/domain';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../identity/actor.js';
import { Clock } from '../platform/clock.js';
import { REDACT_ANSWERS } from '../platform/database/repetition.sql.js';
import { Transactions, type Write } from '../platform/database/transactions.js';
import { Refused } from '../platform/http/refused.js';
import { LIMITS } from '../platform/limits.js';
import { REDACT_MAILS } from '../platform/mail/mail.sql.js';
import type { FreeTextList, RedactionAnswer, RedactionRequest } from './free-texts.dto.js';
import { FREE_TEXTS, RECORD, takeOut } from './free-texts.sql.js';

/** One text as its domain keeps it. */
interface KeptText {
  place: FreeTextPlace;
  rowId: string;
  part: number;
  text: string;
  at: Date | null;
}

/** What the plan manager is called in a mark: whoever reads it knows whom to ask. */
const BY = 'la gestion du plan';

/** Free texts, and taking out one that names whom it should not: wherever it was copied, for good. */
@Injectable()
export class FreeTextsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** What was written about an object, each text once, oldest first. @throws Refused object.not-found */
  async read(kind: FreeTextObject, id: string): Promise<FreeTextList> {
    const { manager } = this.dataSource;
    const name = await nameOf(manager, kind, id);
    const once = new Map<string, KeptText>();
    for (const kept of await textsOf(manager, kind, id)) if (!once.has(kept.text)) once.set(kept.text, kept);
    const items = [...once.values()].slice(0, LIMITS.freeTexts).map(({ at, ...kept }) => ({
      ...kept,
      at: at?.toISOString() ?? null,
      word: FREE_TEXT_WORDS[kept.place],
      removed: isRedacted(kept.text),
    }));
    return { name, items };
  }

  /**
   * Takes a text out, with its copies: in the object's own rows, in mails and in kept answers. What stands there instead says
   * when, by whom and why; nothing says what it was.
   * @throws Refused object.not-found, redaction.no-text, redaction.done
   */
  redact(
    actor: Actor,
    { kind, id }: { kind: FreeTextObject; id: string },
    { place, rowId, part, reason }: RedactionRequest,
    write: Write,
  ): Promise<RedactionAnswer> {
    const mark = redactionMark(this.clock.today(), BY, reason);
    return this.transactions.run(write, async (manager) => {
      await nameOf(manager, kind, id);
      // First, as whoever writes to the object does: so neither waits for the other's second step.
      const { touch } = FREE_TEXTS[kind];
      if (touch) await manager.query(touch, [id]);
      const texts = await textsOf(manager, kind, id);
      const wanted = texts.find((kept) => kept.place === place && kept.rowId === rowId && kept.part === part);
      if (!wanted) throw new Refused('redaction.no-text');
      if (isRedacted(wanted.text)) throw new Refused('redaction.done');
      const alike = texts.filter(({ text }) => text === wanted.text);
      const at = this.clock.now();
      for (const kept of rowsOf(alike)) {
        const [table, column] = kept.place.split('.');
        await manager.query(RECORD, [table, column, kept.rowId, mark, reason, actor.accountId, actor.role, at]);
        const [, taken] = await manager.query(takeOut(kept.place), [kept.rowId, mark, kept.text]);
        if (taken === 0) throw new Refused('redaction.done');
      }
      const ids = [...new Set([id, ...texts.map((kept) => kept.rowId)])];
      for (const [words, instead] of inMails(wanted.text, mark))
        await manager.query(REDACT_MAILS, [words, instead, ids]);
      await manager.query(REDACT_ANSWERS, [wanted.text, mark]);
      return { mark };
    });
  }
}

/** A text short enough to be part of another word: in a mail it is looked for where a reason is given alone. */
const SHORT = 12;

/** How a mail may have written the text, and what it says instead. */
function inMails(text: string, mark: string): [words: string, instead: string][] {
  return [...new Set([text, french(text)])].map((words) =>
    words.length < SHORT ? [`: ${words}`, `: ${mark}`] : [words, mark],
  );
}

/** Each row and column once: a JSON column may hold the same text several times. */
function rowsOf(texts: readonly KeptText[]): KeptText[] {
  return [...new Map(texts.map((kept) => [`${kept.place} ${kept.rowId}`, kept])).values()];
}

async function nameOf(manager: EntityManager, kind: FreeTextObject, id: string): Promise<string> {
  const [found] = await manager.query(FREE_TEXTS[kind].named, [id]);
  if (!found) throw new Refused('object.not-found');
  return found.name as string;
}

async function textsOf(manager: EntityManager, kind: FreeTextObject, id: string): Promise<KeptText[]> {
  return manager.query(
    `select * from (${FREE_TEXTS[kind].texts}) kept where text <> '' order by at nulls first, place, "rowId", part`,
    [id],
  );
}

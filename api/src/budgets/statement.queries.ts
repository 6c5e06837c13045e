import { Injectable } from '@nestjs/common';
import {
  EFFECT_SIGNS,
  ENVELOPE_KINDS,
  french,
  lineAbout,
  parisDateOf,
  statementLines,
  type Counterpart,
  type EntryKind,
  type EnvelopeKind,
  type Hold,
  type OrderAction,
} from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { schoolOf } from '../directory/school.sql.js';
import type { Actor } from '../identity/actor.js';
import { MOVES, orderOf } from '../orders/order.sql.js';
import { all } from '../platform/database/joins.sql.js';
import { Transactions } from '../platform/database/transactions.js';
import { csvEuros, csvText } from '../platform/http/csv.js';
import { BudgetAccess } from './budget.access.js';
import { budgetScope } from './budget.scope.js';
import { SchoolBudgetsQueries } from './school-budgets.queries.js';
import type { EnvelopeParam, Statement, StatementLineAnswer } from './statement.answers.js';

/** A school's year, line by line, so that a person can follow every cent. */
@Injectable()
export class StatementQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: BudgetAccess,
    private readonly budgets: SchoolBudgetsQueries,
  ) {}

  /** The bar is the sum of the lines beside it: both are read at the same instant. */
  read(actor: Actor, { id, year, kind }: EnvelopeParam): Promise<Statement> {
    return this.transactions.snapshot(async (manager) => {
      const { uai, name, communeName } = await this.access.reach(manager, actor, id);
      const [bar] = await this.budgets.bars(manager, id, year, kind);
      const lines = bar ? (await this.lines(manager, actor, { id, year, kind })).reverse() : [];
      return { school: { id, uai, name, communeName }, bar: bar ?? null, lines };
    });
  }

  /** The same lines in the order of the days, as a spreadsheet adds them up; one column an effect, so that no cell is signed. */
  async csv(actor: Actor, { id, year, kind }: EnvelopeParam): Promise<{ fileName: string; text: string }> {
    const { uai, lines } = await this.transactions.snapshot(async (manager) => ({
      ...(await this.access.reach(manager, actor, id)),
      lines: await this.lines(manager, actor, { id, year, kind }),
    }));
    const rows = lines.map((line) => ({
      ...line,
      day: parisDateOf(new Date(line.at)),
      [line.effect]: csvEuros(line.amountCents),
      available: csvEuros(line.availableAfterCents),
    }));
    const text = csvText(rows, {
      day: 'Date',
      word: 'Mouvement',
      orderNumber: 'Commande',
      orderTitle: 'Objet de la commande',
      about: 'Ce qu’il concerne',
      takes: `Retiré (${EFFECT_SIGNS.takes.sign}), €`,
      gives: `Rendu (${EFFECT_SIGNS.gives.sign}), €`,
      moves: `Change de case (${EFFECT_SIGNS.moves.sign}), €`,
      available: 'Disponible après, €',
    });
    return { fileName: `budget-${ENVELOPE_KINDS[kind].word.toLowerCase()}-${year}-${uai}.csv`, text };
  }

  /** Oldest first. */
  private async lines(
    manager: EntityManager,
    actor: Actor,
    { id: schoolId, year, kind }: EnvelopeParam,
  ): Promise<StatementLineAnswer[]> {
    const entries = await this.entries(manager, actor, { id: schoolId, year, kind });
    return entries.flatMap((entry) => {
      const { action, bySystem } = entry.move ?? { action: null, bySystem: false };
      const counterpart = counterpartOf(entry, schoolId);
      const origin = { ...entry, incoming: entry.openedChange > 0, counterpart, action, bySystem };
      return statementLines({ ...entry, resolves: resolvedBy(entry) }).map((line) => ({
        ...line,
        entryId: entry.id,
        sequence: entry.sequence,
        at: entry.at.toISOString(),
        about: french(lineAbout(line, origin)),
        orderId: entry.orderId,
        orderNumber: entry.orderNumber,
        orderTitle: entry.orderTitle,
      }));
    });
  }

  /** The move of the order that wrote an entry was written at the same instant, in the same transaction. */
  private entries(
    manager: EntityManager,
    actor: Actor,
    { id: schoolId, year, kind }: EnvelopeParam,
  ): Promise<StoredEntry[]> {
    const scope = budgetScope(actor);
    return manager
      .createQueryBuilder()
      .select([
        'e.id as id',
        'e.sequence as sequence',
        'e.posted_at as at',
        'e.kind as kind',
        'e.opened_change as "openedChange"',
        'e.reserved_change as "reservedChange"',
        'e.committed_change as "committedChange"',
        'e.spent_change as "spentChange"',
        'e.available_after as "availableAfterCents"',
        'e.hold_cents as "opensCents"',
        'e.resolves_hold as "resolvesHold"',
        'e.resolves_cents as "resolvesCents"',
        'e.reverses_id is not null as corrects',
        'case when e.order_id is null or e.reverses_id is not null then e.reason end as reason',
        'o.id as "orderId"',
        'o.number as "orderNumber"',
        'o.title as "orderTitle"',
        'p.id is not null as paired',
        'v.school_id as "otherSchoolId"',
        'v.kind as "otherKind"',
        'v.year as "otherYear"',
        `case when ${scope.sql} then s.name end as "otherName"`,
      ])
      .addSelect(
        `(select json_build_object('action', m.action, 'bySystem', m.role = 'system') from ${all(MOVES)}
           where m.order_id = e.order_id and m.at = e.posted_at and (m.action <> 'submit' or e.kind = 'reservation')
           order by m.id desc limit 1)`,
        'move',
      )
      .from('ledger_entry', 'e')
      .innerJoin('envelope', 'n', 'n.id = e.envelope_id')
      .leftJoin(...orderOf('e.order_id'))
      .leftJoin('ledger_entry', 'p', 'p.pair_id = e.pair_id and p.id <> e.id')
      .leftJoin('envelope', 'v', 'v.id = p.envelope_id')
      .leftJoin(...schoolOf('v.school_id'))
      .where('n.school_id = :schoolId and n.year = :year and n.kind = :kind', { schoolId, year, kind })
      .setParameters(scope.parameters)
      .orderBy('e.sequence')
      .getRawMany<StoredEntry>();
  }
}

interface StoredEntry {
  id: string;
  sequence: number;
  at: Date;
  kind: EntryKind;
  openedChange: number;
  reservedChange: number;
  committedChange: number;
  spentChange: number;
  availableAfterCents: number;
  opensCents: number | null;
  resolvesHold: Hold['kind'] | null;
  resolvesCents: number | null;
  corrects: boolean;
  reason: string | null;
  orderId: string | null;
  orderNumber: string | null;
  orderTitle: string | null;
  move: { action: OrderAction; bySystem: boolean } | null;
  /** The other side of a transfer or carry-over. */
  paired: boolean;
  otherSchoolId: string | null;
  otherKind: EnvelopeKind | null;
  otherYear: number | null;
  /** Null when the reader does not reach that school. */
  otherName: string | null;
}

function resolvedBy(entry: StoredEntry): Pick<Hold, 'kind' | 'amountCents'> | null {
  return entry.resolvesHold && { kind: entry.resolvesHold, amountCents: entry.resolvesCents! };
}

function counterpartOf(entry: StoredEntry, schoolId: string): Counterpart | null {
  if (!entry.paired) return null;
  if (entry.otherSchoolId === null) return { side: 'reserve' };
  if (entry.otherSchoolId === schoolId) return { side: 'own', kind: entry.otherKind!, year: entry.otherYear! };
  return entry.otherName === null ? { side: 'other-school' } : { side: 'school', name: entry.otherName };
}

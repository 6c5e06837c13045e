import { Injectable } from '@nestjs/common';
import {
  EFFECT_SIGNS,
  ENVELOPE_WORDS,
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
import { DataSource } from 'typeorm';
import type { Actor } from '../identity/actor.js';
import { csvEuros, csvText } from '../platform/http/csv.js';
import { BudgetAccess } from './budget.access.js';
import { budgetScope } from './budget.scope.js';
import { EnvelopeQueries } from './envelope.queries.js';
import type { EnvelopeParam, Statement, StatementLineAnswer } from './statement.answers.js';

/** A school's year, line by line, so that a person can follow every cent. */
@Injectable()
export class StatementQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly access: BudgetAccess,
    private readonly envelopes: EnvelopeQueries,
  ) {}

  async read(actor: Actor, { id, year, kind }: EnvelopeParam): Promise<Statement> {
    const { uai, name, communeName } = await this.access.reach(this.dataSource.manager, actor, id);
    const [bar] = await this.envelopes.bars(id, year, kind);
    const lines = bar ? (await this.lines(actor, id, year, kind)).reverse() : [];
    return { school: { id, uai, name, communeName }, bar: bar ?? null, lines };
  }

  /** The same lines in the order of the days, as a spreadsheet adds them up; one column an effect, so that no cell is signed. */
  async csv(actor: Actor, { id, year, kind }: EnvelopeParam): Promise<{ fileName: string; text: string }> {
    const { uai } = await this.access.reach(this.dataSource.manager, actor, id);
    const lines = await this.lines(actor, id, year, kind);
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
    return { fileName: `budget-${ENVELOPE_WORDS[kind].toLowerCase()}-${year}-${uai}.csv`, text };
  }

  /** Oldest first. */
  private async lines(actor: Actor, schoolId: string, year: number, kind: EnvelopeKind): Promise<StatementLineAnswer[]> {
    const scope = budgetScope(actor);
    const { entries, visible } = await this.entries(schoolId, year, kind, scope);
    return entries.flatMap((entry) => {
      const counterpart = counterpartOf(entry, schoolId, visible);
      const bySystem = entry.role === 'system';
      const origin = { ...entry, incoming: entry.openedChange > 0, counterpart, bySystem };
      return statementLines(entry).map((line) => ({
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
}

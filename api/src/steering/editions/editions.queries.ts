import { Injectable } from '@nestjs/common';
import { EDITION_LIST, type IndicatorKey, INDICATOR_KEYS } from '@parc/domain';
import { DataSource, type EntityManager, type ObjectLiteral, type SelectQueryBuilder } from 'typeorm';
import type { Actor } from '../../identity/actor.js';
import { Transactions } from '../../platform/database/transactions.js';
import { listing } from '../../platform/http/listing.js';
import { renderPage } from '../../platform/http/page.js';
import { Refused } from '../../platform/http/refused.js';
import type { FigureAnswer } from '../figures/figures.answers.js';
import { EDITION_COLUMNS, MANIFEST, PART, PARTS } from './edition.sql.js';
import type { EditionComparison, EditionItem, EditionSheet, EditionsQuery } from './editions.dto.js';

const LIST = listing<EditionItem, EditionsQuery>()(EDITION_LIST);
const COLUMNS: Record<keyof EditionItem, string> = EDITION_COLUMNS;
/** Whoever reads editions reads them whole. */
const READS = {};

/** Bytes as they were frozen. */
export interface FrozenBytes {
  content: Buffer;
  sha256: string;
  mediaType: string;
}

/** Editions as they were frozen: nothing here is worked out again. */
@Injectable()
export class EditionsQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
  ) {}

  /** JSON text of `EditionList`, the last meeting first. */
  list(actor: Actor, query: EditionsQuery): Promise<string> {
    const rows = () => this.editions();
    return renderPage(
      this.dataSource.manager,
      actor,
      rows().orderBy('e.meeting_on', 'DESC').addOrderBy('e.number', 'DESC'),
      query,
      rows(),
    );
  }

  /** @throws Refused object.not-found */
  sheet(id: string): Promise<EditionSheet> {
    return this.transactions.snapshot(async (manager) => {
      const edition = await this.item(manager, id);
      return { ...edition, parts: await manager.query(PARTS, [id]) };
    });
  }

  /** The bytes that the edition is the hash of. @throws Refused object.not-found */
  manifest(id: string): Promise<FrozenBytes> {
    return bytesOf(this.dataSource.manager, MANIFEST, [id]);
  }

  /** @throws Refused object.not-found */
  part(id: string, name: string): Promise<FrozenBytes> {
    return bytesOf(this.dataSource.manager, PART, [id, name]);
  }

  /** Two editions figure by figure, each as it was frozen. @throws Refused object.not-found */
  compare(id: string, besideId: string): Promise<EditionComparison> {
    return this.transactions.snapshot((manager) => this.compared(manager, id, besideId));
  }

  private async compared(manager: EntityManager, id: string, besideId: string): Promise<EditionComparison> {
    const [edition, beside] = [await this.item(manager, id), await this.item(manager, besideId)];
    const [after, before] = [await frozen(manager, id), await frozen(manager, besideId)];
    const figures = INDICATOR_KEYS.flatMap((key) => {
      const [one, other] = [of(after, key), of(before, key)];
      if (one === undefined && other === undefined) return [];
      return [
        {
          key,
          before: other?.figure?.value ?? null,
          after: one?.figure?.value ?? null,
          sameDefinition: one !== undefined && other !== undefined && one.version === other.version,
        },
      ];
    });
    return { edition, beside, figures };
  }

  private async item(manager: EntityManager, id: string): Promise<EditionItem> {
    const item = await this.editions(manager).andWhere('e.id = :id', { id }).getRawOne<EditionItem>();
    if (item === undefined) throw new Refused('object.not-found');
    return item;
  }

  private editions(manager = this.dataSource.manager): SelectQueryBuilder<ObjectLiteral> {
    const rows = manager.createQueryBuilder().select([]).from('edition', 'e').where('true');
    LIST.select(rows, COLUMNS, READS);
    return rows;
  }
}

async function bytesOf(manager: EntityManager, statement: string, parameters: unknown[]): Promise<FrozenBytes> {
  const [row]: FrozenBytes[] = await manager.query(statement, parameters);
  if (row === undefined) throw new Refused('object.not-found');
  return row;
}

/** The figures of an edition as its bytes say them. @throws Refused object.not-found */
async function frozen(manager: EntityManager, id: string): Promise<FigureAnswer[]> {
  const { content } = await bytesOf(manager, PART, [id, 'chiffres.json']);
  return JSON.parse(content.toString('utf8')) as FigureAnswer[];
}

const of = (figures: readonly FigureAnswer[], key: IndicatorKey) => figures.find((figure) => figure.key === key);

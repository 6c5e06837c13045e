import { Injectable } from '@nestjs/common';
import { EDITION_LIST, type IndicatorKey, INDICATOR_KEYS } from '@parc/domain';
import { DataSource, type ObjectLiteral, type SelectQueryBuilder } from 'typeorm';
import type { Actor } from '../../identity/actor.js';
import { accountOf } from '../../identity/account.sql.js';
import { listing } from '../../platform/http/listing.js';
import { renderPage } from '../../platform/http/page.js';
import { Refused } from '../../platform/http/refused.js';
import type { FigureAnswer } from '../figures/figures.answers.js';
import { EDITION_COLUMNS, MANIFEST, PART, PARTS } from './edition.sql.js';
import type { EditionComparison, EditionItem, EditionSheet, EditionsQuery } from './editions.dto.js';

const LIST = listing<EditionItem, EditionsQuery>()(EDITION_LIST);
const COLUMNS: Record<keyof EditionItem, string> = { ...EDITION_COLUMNS, frozenByName: 'a.name' };
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
  constructor(private readonly dataSource: DataSource) {}

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
  async sheet(id: string): Promise<EditionSheet> {
    const edition = await this.item(id);
    return { ...edition, parts: await this.dataSource.query(PARTS, [id]) };
  }

  /** The bytes that the edition is the hash of. @throws Refused object.not-found */
  manifest(id: string): Promise<FrozenBytes> {
    return this.bytes(MANIFEST, [id]);
  }

  /** @throws Refused object.not-found */
  part(id: string, name: string): Promise<FrozenBytes> {
    return this.bytes(PART, [id, name]);
  }

  /** Two editions figure by figure, each as it was frozen. @throws Refused object.not-found */
  async compare(id: string, besideId: string): Promise<EditionComparison> {
    const [edition, beside] = [await this.item(id), await this.item(besideId)];
    const [after, before] = [await this.frozen(id), await this.frozen(besideId)];
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

  private async frozen(id: string): Promise<FigureAnswer[]> {
    const { content } = await this.part(id, 'chiffres.json');
    return JSON.parse(content.toString('utf8')) as FigureAnswer[];
  }

  private async item(id: string): Promise<EditionItem> {
    const item = await this.editions().andWhere('e.id = :id', { id }).getRawOne<EditionItem>();
    if (item === undefined) throw new Refused('object.not-found');
    return item;
  }

  private async bytes(statement: string, parameters: unknown[]): Promise<FrozenBytes> {
    const [row]: FrozenBytes[] = await this.dataSource.query(statement, parameters);
    if (row === undefined) throw new Refused('object.not-found');
    return row;
  }

  private editions(): SelectQueryBuilder<ObjectLiteral> {
    const rows = this.dataSource.manager
      .createQueryBuilder()
      .select([])
      .from('edition', 'e')
      .leftJoin(...accountOf('e.frozen_by', 'a'))
      .where('true');
    LIST.select(rows, COLUMNS, READS);
    return rows;
  }
}

const of = (figures: readonly FigureAnswer[], key: IndicatorKey) => figures.find((figure) => figure.key === key);

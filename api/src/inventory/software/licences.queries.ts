import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { INSTALLATION_LIST, LICENCE_LIST } from '@parc/domain';
import { DataSource, type ObjectLiteral, type SelectQueryBuilder } from 'typeorm';
import { contractOf } from '../../catalogue/contract.sql.js';
import { itemOf } from '../../catalogue/item.sql.js';
import { roomOf, schoolOf } from '../../directory/school.sql.js';
import type { Actor } from '../../identity/actor.js';
import { orderOf } from '../../orders/order.sql.js';
import { csvEuros, csvStream, inBatches } from '../../platform/http/csv.js';
import { listing } from '../../platform/http/listing.js';
import { renderPage } from '../../platform/http/page.js';
import { containerOf, equipmentOf } from '../equipment.sql.js';
import { LICENCE_LOOKS, LICENCE_PRICE, softwareOf } from './software.sql.js';
import { SoftwareTitlesQueries } from './titles.queries.js';
import type {
  LicenceListItem,
  LicenceListQuery,
  SoftwareInstallationItem,
  SoftwareInstallationQuery,
} from './software.answers.js';

const LICENCES = listing<LicenceListItem, LicenceListQuery>()(LICENCE_LIST);
const INSTALLATIONS = listing<SoftwareInstallationItem, SoftwareInstallationQuery>()(INSTALLATION_LIST);
const READS = {};

const LICENCE_COLUMNS: Record<keyof LicenceListItem, string> = {
  id: 'l.id',
  version: 'l.version',
  titleId: 'l.title_id',
  titleName: 't.name',
  publisher: 't.publisher',
  edition: 'l.edition',
  schoolId: 'l.school_id',
  schoolName: 's.name',
  seats: 'l.seats',
  seatsUsed: 'l.seats_used',
  strict: 'l.strict',
  fromDay: 'l.from_day::text',
  untilDay: 'l.until_day::text',
  renewed: 'l.renewed_by is not null',
  orderId: 'l.order_id',
  orderNumber: 'o.number',
  contractId: 'l.contract_id',
  contractNumber: 'k.number',
  netCents: 'l.net_cents',
  vatBasisPoints: 'l.vat_basis_points',
  priceCents: LICENCE_PRICE,
};

const INSTALLATION_COLUMNS: Record<keyof SoftwareInstallationItem, string> = {
  id: 'x.id',
  titleId: 'x.title_id',
  titleName: 't.name',
  edition: 'x.edition',
  licenceId: 'x.licence_id',
  equipmentId: 'x.equipment_id',
  tag: 'e.tag',
  modelName: 'i.name',
  roomName: 'r.name',
  schoolId: 'x.school_id',
  schoolName: 's.name',
  seats: 'x.seats',
  sinceDay: 'x.since_day::text',
  orderId: 'x.order_id',
  orderNumber: 'o.number',
};

type Rows = SelectQueryBuilder<ObjectLiteral>;

/** Licences and installations, of one title or of all. */
@Injectable()
export class SoftwareLicencesQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly titles: SoftwareTitlesQueries,
  ) {}

  /** JSON text of a `LicenceList`, the first to end first; those without an end last. */
  async licences(actor: Actor, query: LicenceListQuery): Promise<string> {
    const days = await this.titles.days();
    return renderPage(this.dataSource.manager, actor, this.rows(query, days), query, this.licencesAsked(query, days));
  }

  async licencesCsv(query: LicenceListQuery): Promise<Readable> {
    const batches = await inBatches<LicenceListItem>(this.rows(query, await this.titles.days()), 'l.id');
    return csvStream(inWords(batches), LICENCES.headings(HEADINGS, READS));
  }

  /** JSON text of a `SoftwareInstallationList`, the latest first. */
  installations(actor: Actor, query: SoftwareInstallationQuery): Promise<string> {
    const direction = query.direction === 'asc' ? 'ASC' : 'DESC';
    const rows = this.installationsAsked(query)
      .innerJoin(...softwareOf('x.title_id'))
      .leftJoin(...equipmentOf('x.equipment_id'))
      .leftJoin(...containerOf())
      .leftJoin(...itemOf('e.model_id'))
      .leftJoin(...roomOf('coalesce(x.room_id, e.room_id, c.room_id)'))
      .leftJoin(...schoolOf('x.school_id'))
      .leftJoin(...orderOf('x.order_id'))
      .select([]);
    INSTALLATIONS.select(rows, INSTALLATION_COLUMNS, READS);
    rows.orderBy('x.since_day', direction).addOrderBy('x.id', direction);
    return renderPage(this.dataSource.manager, actor, rows, query, this.installationsAsked(query));
  }

  private rows(query: LicenceListQuery, days: { day: string; until: string }): Rows {
    const direction = query.direction === 'desc' ? 'DESC' : 'ASC';
    const rows = this.licencesAsked(query, days)
      .innerJoin(...softwareOf('l.title_id'))
      .leftJoin(...schoolOf('l.school_id'))
      .leftJoin(...orderOf('l.order_id'))
      .leftJoin(...contractOf('l.contract_id'))
      .select([]);
    LICENCES.select(rows, LICENCE_COLUMNS, READS);
    return rows.orderBy('l.ends_on', direction).addOrderBy('l.id', direction);
  }

  private licencesAsked(query: LicenceListQuery, { day, until }: { day: string; until: string }): Rows {
    const rows: Rows = this.dataSource.manager
      .createQueryBuilder()
      .from('software_licence', 'l')
      .where('true')
      .setParameters({ day, until });
    LICENCES.filter(query, READS, {
      titleId: (titleId) => rows.andWhere('l.title_id = :titleId', { titleId }),
      schoolId: (schoolId) => rows.andWhere('l.school_id = :schoolId', { schoolId }),
      attention: (attention) => rows.andWhere(LICENCE_LOOKS[attention](':day', ':until')),
      current: (current) => (current ? rows.andWhere('l.ends_on >= :day') : rows),
    });
    return rows;
  }

  private installationsAsked(query: SoftwareInstallationQuery): Rows {
    const rows: Rows = this.dataSource.manager
      .createQueryBuilder()
      .from('software_installation', 'x')
      .where('x.ended_at is null');
    INSTALLATIONS.filter(query, READS, {
      titleId: (titleId) => rows.andWhere('x.title_id = :titleId', { titleId }),
      licenceId: (licenceId) => rows.andWhere('x.licence_id = :licenceId', { licenceId }),
      unlicensed: (unlicensed) => (unlicensed ? rows.andWhere('x.licence_id is null') : rows),
    });
    return rows;
  }
}

const HEADINGS = {
  titleName: 'Logiciel',
  publisher: 'Éditeur',
  edition: 'Version',
  schoolName: 'École',
  seats: 'Postes achetés',
  seatsUsed: 'Postes installés',
  fromDay: 'Du',
  untilDay: 'Au',
  orderNumber: 'Commande',
  contractNumber: 'Marché',
  priceCents: 'Prix TTC, €',
} as const;

async function* inWords(batches: AsyncIterable<LicenceListItem[]>): AsyncGenerator<Record<string, unknown>[]> {
  for await (const rows of batches) {
    yield rows.map((row) => ({
      ...row,
      edition: row.edition ?? 'Toutes versions',
      schoolName: row.schoolName ?? 'Le plan',
      seats: row.seats ?? 'Sans limite',
      priceCents: csvEuros(row.priceCents),
    }));
  }
}

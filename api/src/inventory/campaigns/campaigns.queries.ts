import { Injectable } from '@nestjs/common';
import {
  CAMPAIGN_LIST,
  CAMPAIGN_PARTS,
  CAMPAIGN_PARTS_COUNTING,
  CAMPAIGN_PARTS_OVER,
  CAMPAIGN_PART_STATE_NAMES,
  CAMPAIGN_PART_STATES,
  DIFFERENCE_LIST,
  DIFFERENCES,
  equipmentFields,
  SEEN_FINDINGS,
  type CampaignPartState,
} from '@parc/domain';
import { DataSource, type EntityManager, type ObjectLiteral, type SelectQueryBuilder } from 'typeorm';
import { itemOf } from '../../catalogue/item.sql.js';
import { communeOf, ROOMS, roomOf, schoolOf } from '../../directory/school.sql.js';
import { accountOf } from '../../identity/account.sql.js';
import type { Actor } from '../../identity/actor.js';
import { inStates } from '../../platform/database/in-states.js';
import { all, join, leftJoin } from '../../platform/database/joins.sql.js';
import { anyOf } from '../../platform/database/kinds.sql.js';
import { Transactions } from '../../platform/database/transactions.js';
import { listing } from '../../platform/http/listing.js';
import { renderPage } from '../../platform/http/page.js';
import { LIMITS } from '../../platform/limits.js';
import { containerOf, stockPlaceOf } from '../equipment.sql.js';
import { CampaignAccess, type Campaign } from './campaign.access.js';
import { campaignScope } from './campaign.scope.js';
import type {
  CampaignListItem,
  CampaignMinutes,
  CampaignPage,
  CampaignPartRow,
  CampaignSchools,
  DifferenceItem,
  FindingCount,
} from './campaign.answers.js';
import type { CampaignListQuery, CampaignSchoolsQuery, DifferenceListQuery } from './campaign.dto.js';
import { chosenSchools } from './campaign-schools.js';
import { IS_DIFFERENCE, ROOM_OF_DEVICE } from './campaign.sql.js';

const LIST = listing<CampaignListItem, CampaignListQuery>()(CAMPAIGN_LIST);
const DIFFERENCE_ROWS = listing<DifferenceItem, DifferenceListQuery>()(DIFFERENCE_LIST);

const STATE = `case when c.closed_at is not null then 'closed' when c.opened_at is not null then 'open' else 'prepared' end`;
const PARTS_OF = 'from campaign_part t where t.campaign_id = c.id';
/** States in which differences wait for the manager. */
const RESOLVING = CAMPAIGN_PART_STATE_NAMES.filter((state) => CAMPAIGN_PART_STATES[state].resolving);

const COLUMNS: Record<keyof CampaignListItem, string> = {
  id: 'c.id',
  title: 'c.title',
  fromDay: 'c.from_day',
  toDay: 'c.to_day',
  state: STATE,
  schools: `(select count(*)::int ${PARTS_OF})`,
  over: `(select count(*)::int ${PARTS_OF} and ${inStates('t.state', CAMPAIGN_PARTS_OVER)})`,
  unresolved: `(select count(*)::int from campaign_item i join campaign_part t on t.id = i.part_id
     where i.campaign_id = c.id and ${IS_DIFFERENCE} and i.resolution is null and ${inStates('t.state', RESOLVING)})`,
};

const DIFFERENCE_COLUMNS: Record<keyof DifferenceItem, string> = {
  id: 'i.id',
  partId: 'i.part_id',
  schoolName: 's.name',
  partState: 't.state',
  finding: 'i.finding',
  equipmentId: 'i.equipment_id',
  tag: 'e.tag',
  modelName: 'm.name',
  state: 'e.state',
  code: 'i.code',
  note: 'i.note',
  photos: `(select coalesce(json_agg(f.id order by f.created_at, f.id), '[]') from campaign_photo f where f.item_id = i.id)`,
  placeName: `coalesce(q.name, case when e.school_id = t.school_id then r.name else coalesce(z.name || coalesce(', ' || r.name, ''), p.name) end)`,
  seenRoomName: 'w.name',
  seenAt: 'i.seen_at',
  seenByName: 'a.name',
  answer: 'i.answer',
  resolution: 'i.resolution',
  resolvedAt: 'i.resolved_at',
  resolvedByName: 'b.name',
};

type Rows = SelectQueryBuilder<ObjectLiteral>;

/** What the manager reads of campaigns. */
@Injectable()
export class CampaignsQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly access: CampaignAccess,
  ) {}

  /** JSON text of `Campaigns`, the latest to begin first. */
  list(actor: Actor, query: CampaignListQuery): Promise<string> {
    const reads = equipmentFields(actor.role);
    const direction = query.direction === 'asc' ? 'ASC' : 'DESC';
    const rows = this.filtered(actor, query).select([]);
    LIST.sort(query, 'begins', reads);
    LIST.select(rows, COLUMNS, reads);
    rows.orderBy('c.from_day', direction).addOrderBy('c.id', direction);
    return renderPage(this.dataSource.manager, actor, rows, query, this.filtered(actor, query));
  }

  /** How many schools and devices a choice would be. */
  schools(query: CampaignSchoolsQuery): Promise<CampaignSchools> {
    return this.transactions.snapshot(async (manager) => {
      const chosen = await chosenSchools(manager, query);
      const free = chosen.filter(({ busy }) => !busy);
      const devices = free.reduce((sum, school) => sum + school.devices, 0);
      return { schools: free.length, devices, busy: chosen.length - free.length };
    });
  }

  page(actor: Actor, campaignId: string): Promise<CampaignPage> {
    return this.transactions.snapshot(async (manager) =>
      pageOf(manager, await this.access.read(manager, actor, campaignId)),
    );
  }

  /** JSON text of `CampaignDifferences`, those to resolve first; none of a campaign that is not there. */
  differences(actor: Actor, campaignId: string, query: DifferenceListQuery): Promise<string> {
    const reads = equipmentFields(actor.role);
    const rows = around(this.differing(actor, campaignId, query)).select([]);
    DIFFERENCE_ROWS.select(rows, DIFFERENCE_COLUMNS, reads);
    rows.orderBy('(i.resolution is not null)', 'ASC').addOrderBy('i.id', 'ASC');
    return renderPage(this.dataSource.manager, actor, rows, query, this.differing(actor, campaignId, query));
  }

  /** What is printed: schools by name, differences by school, kind and label, the same for the same data. */
  minutes(actor: Actor, campaignId: string): Promise<CampaignMinutes> {
    return this.transactions.snapshot(async (manager) => {
      const campaign = await pageOf(manager, await this.access.read(manager, actor, campaignId));
      const rows = around(
        manager
          .createQueryBuilder()
          .from('campaign_item', 'i')
          .innerJoin('campaign_part', 't', 't.id = i.part_id')
          .where(`i.campaign_id = :campaignId and ${IS_DIFFERENCE}`, { campaignId }),
      ).select([]);
      DIFFERENCE_ROWS.select(rows, DIFFERENCE_COLUMNS, equipmentFields(actor.role));
      const shown = await rows
        .orderBy('s.name', 'ASC')
        .addOrderBy('s.id', 'ASC')
        .addOrderBy('i.finding', 'ASC')
        .addOrderBy('e.tag', 'ASC')
        .addOrderBy('i.id', 'ASC')
        .limit(LIMITS.campaign.printed)
        .getRawMany<DifferenceItem & { seenAt: Date | null; resolvedAt: Date | null }>();
      const all = campaign.parts.reduce((sum, { differences }) => sum + differences, 0);
      const differences = shown.map((row) => ({
        ...row,
        seenAt: instant(row.seenAt),
        resolvedAt: instant(row.resolvedAt),
      }));
      return { campaign, differences, more: Math.max(0, all - shown.length) };
    });
  }

  private filtered(actor: Actor, query: CampaignListQuery): Rows {
    const scope = campaignScope(actor);
    const rows: Rows = this.dataSource.manager.createQueryBuilder().from('campaign', 'c').where(scope.sql);
    LIST.filter(query, equipmentFields(actor.role), {
      closed: (closed) => rows.andWhere(closed ? 'c.closed_at is not null' : 'c.closed_at is null'),
    });
    return rows;
  }

  private differing(actor: Actor, campaignId: string, query: DifferenceListQuery): Rows {
    const rows: Rows = this.dataSource.manager
      .createQueryBuilder()
      .from('campaign_item', 'i')
      .innerJoin('campaign_part', 't', 't.id = i.part_id')
      .where(`i.campaign_id = :campaignId and ${IS_DIFFERENCE}`, { campaignId })
      .andWhere(campaignScope(actor).sql);
    DIFFERENCE_ROWS.filter(query, equipmentFields(actor.role), {
      finding: (finding) => rows.andWhere(anyOf('i.finding', [finding])),
      partId: (partId) => rows.andWhere('i.part_id = :partId', { partId }),
      open: (open) => rows.andWhere(open ? 'i.resolution is null' : 'i.resolution is not null'),
    });
    return rows;
  }
}

const instant = (at: Date | null): string | null => at?.toISOString() ?? null;

/** What a difference is told with. */
function around(rows: Rows): Rows {
  return rows
    .innerJoin(...schoolOf('t.school_id'))
    .leftJoin('equipment', 'e', 'e.id = i.equipment_id')
    .leftJoin(...containerOf())
    .leftJoin(...itemOf('e.model_id', 'm'))
    .leftJoin(...schoolOf('e.school_id', 'z'))
    .leftJoin(...roomOf(ROOM_OF_DEVICE))
    .leftJoin(...roomOf('i.expected_room_id', 'q'))
    .leftJoin(...roomOf('i.seen_room_id', 'w'))
    .leftJoin(...stockPlaceOf('coalesce(e.stock_place_id, c.stock_place_id)'))
    .leftJoin(...accountOf('i.seen_by', 'a'))
    .leftJoin(...accountOf('i.resolved_by', 'b'));
}

async function pageOf(manager: EntityManager, campaign: Campaign): Promise<CampaignPage> {
  const { id, version, title, fromDay, toDay, modelIds, roomIds, openedAt, closedAt } = campaign;
  const parts = await partsOf(manager, id);
  const going = closedAt === null;
  return {
    ...{ id, version, title, fromDay, toDay, closedAt: instant(closedAt) },
    state: going ? (openedAt === null ? 'prepared' : 'open') : 'closed',
    models: await namesOf(manager, MODEL_NAMES, modelIds),
    rooms: await namesOf(manager, ROOM_NAMES, roomIds),
    findings: await findingsOf(manager, id),
    parts,
    remindable: going && parts.some(({ state }) => CAMPAIGN_PARTS_COUNTING.includes(state)),
    closable: going && parts.every(({ state }) => CAMPAIGN_PARTS_OVER.includes(state)),
  };
}

const [MODELS, MODEL, IS_MODEL] = itemOf('any($1)', 'm');
const MODEL_NAMES = `select string_agg(m.name, ', ' order by m.name) as names from ${MODELS} ${MODEL} where ${IS_MODEL}`;
const ROOM_NAMES = `select string_agg(r.name, ', ' order by r.name) as names from ${all(ROOMS)} where r.id = any($1)`;
const MOST_NAMES = 1_000;

async function namesOf(manager: EntityManager, query: string, ids: readonly string[] | null): Promise<string | null> {
  if (ids === null) return null;
  const [{ names }] = await manager.query(query, [ids]);
  return (names as string | null)?.slice(0, MOST_NAMES) ?? '';
}

async function findingsOf(manager: EntityManager, campaignId: string): Promise<FindingCount[]> {
  const rows: FindingCount[] = await manager.query(
    `select i.finding, count(*)::int as count, (count(*) filter (where i.resolution is null and ${inStates('t.state', RESOLVING)}))::int as unresolved
       from campaign_item i join campaign_part t on t.id = i.part_id where i.campaign_id = $1 group by i.finding order by i.finding`,
    [campaignId],
  );
  return rows.map((row) => (DIFFERENCES.includes(row.finding) ? row : { ...row, unresolved: 0 }));
}

const DROPPED: readonly CampaignPartState[] = CAMPAIGN_PARTS.moves
  .filter(({ action }) => action === 'drop')
  .map(({ next }) => next);

/** Parts with what was counted in them; one that nobody has begun has nothing to count yet. */
function partsOf(manager: EntityManager, campaignId: string): Promise<CampaignPartRow[]> {
  return manager.query(
    `select t.id, t.version, t.school_id as "schoolId", s.name as "schoolName", g.name as "communeName", t.state,
        coalesce(n.expected, 0) as expected, coalesce(n.seen, 0) as seen, coalesce(n.differences, 0) as differences,
        coalesce(n.unresolved, 0) as unresolved, t.reminded_on::text as "remindedOn",
        case when ${inStates('t.state', DROPPED)} then (select v.reason from campaign_move v where v.part_id = t.id order by v.at desc, v.id desc limit 1) end as reason
       from campaign_part t ${join(schoolOf('t.school_id'))} ${leftJoin(communeOf('s.commune_id', 'g'))}
       left join (select i.part_id, (count(*) filter (where i.expected))::int as expected,
           (count(*) filter (where i.expected and ${inStates('i.finding', SEEN_FINDINGS)}))::int as seen,
           (count(*) filter (where ${IS_DIFFERENCE}))::int as differences,
           (count(*) filter (where ${IS_DIFFERENCE} and i.resolution is null))::int as unresolved
         from campaign_item i where i.campaign_id = $1 group by i.part_id) n on n.part_id = t.id
      where t.campaign_id = $1 order by s.name collate "fr-x-icu", s.id limit ${LIMITS.campaign.schools}`,
    [campaignId],
  );
}

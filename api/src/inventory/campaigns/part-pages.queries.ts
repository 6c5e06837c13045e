import { Injectable } from '@nestjs/common';
import {
  CAMPAIGN_PARTS_COUNTING,
  EQUIPMENT,
  possibleCampaignPartActions,
  reachOf,
  SEEN_FINDINGS,
  type CampaignPartState,
} from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { itemOf } from '../../catalogue/item.sql.js';
import { ROOMS, roomOf, schoolOf } from '../../directory/school.sql.js';
import { accountOf } from '../../identity/account.sql.js';
import type { Actor } from '../../identity/actor.js';
import { Clock } from '../../platform/clock.js';
import { inStates } from '../../platform/database/in-states.js';
import { all, join, leftJoin } from '../../platform/database/joins.sql.js';
import { Transactions } from '../../platform/database/transactions.js';
import { Refused } from '../../platform/http/refused.js';
import { LIMITS } from '../../platform/limits.js';
import { containerOf, stockPlaceOf } from '../equipment.sql.js';
import { CampaignAccess, type CampaignPart } from './campaign.access.js';
import type {
  CampaignCard,
  CampaignPartPage,
  CampaignPartRoom,
  CampaignRoomItem,
  CampaignRoomPage,
  SchoolCampaign,
  SightingFound,
} from './campaign-part.answers.js';
import { IS_DIFFERENCE, ROOM_OF_DEVICE, stillIn, TO_BE_SEEN } from './campaign.sql.js';
import { CampaignPartMoves } from './part-moves.js';
import type { Sighted } from './sightings.service.js';

/** What those who go through a school's rooms read: room by room, what is to be seen and what was. */
@Injectable()
export class CampaignPartPages {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: CampaignAccess,
    private readonly moves: CampaignPartMoves,
    private readonly clock: Clock,
  ) {}

  /** The campaign that a school has not finished, if its first day has come. */
  async ofSchool(actor: Actor, schoolId: string): Promise<SchoolCampaign> {
    return this.transactions.snapshot(async (manager) => {
      await this.access.requireSchool(manager, actor, schoolId);
      const [found] = await manager.query(
        `select t.id from campaign_part t join campaign c on c.id = t.campaign_id
          where t.school_id = $1 and ${inStates('t.state', CAMPAIGN_PARTS_COUNTING)} and c.from_day <= $2`,
        [schoolId, this.clock.today()],
      );
      return { campaign: found ? await this.card(manager, actor, found.id as string) : null };
    });
  }

  page(actor: Actor, partId: string): Promise<CampaignPartPage> {
    return this.transactions.snapshot(async (manager) => {
      const part = await this.access.readPart(manager, actor, partId);
      const { id: campaignId, title, fromDay, toDay } = part.campaign;
      const { id, version, schoolId, schoolName, state } = part;
      const facts = await this.moves.facts(manager, part);
      return {
        ...{ id, version, campaignId, title, fromDay, toDay, schoolId, schoolName, state },
        begun: fromDay <= this.clock.today(),
        rooms: await roomsOf(manager, part),
        possible: possibleCampaignPartActions(actor.role, facts).filter(
          (action) => reachOf(action === 'send' ? 'campaigns.send' : 'campaigns.write', actor.role) !== null,
        ),
      };
    });
  }

  /** @throws Refused object.not-found also of a room that is not its school's */
  room(actor: Actor, partId: string, roomId: string): Promise<CampaignRoomPage> {
    return this.transactions.snapshot(async (manager) => {
      const part = await this.access.readPart(manager, actor, partId);
      const rooms = await roomsOf(manager, part);
      const room = rooms.find((one) => one.roomId === roomId);
      if (!room) throw new Refused('object.not-found');
      const place = rooms.indexOf(room);
      const next = [...rooms.slice(place + 1), ...rooms.slice(0, place)].find(({ finished }) => !finished);
      return {
        ...{ partId: part.id, title: part.campaign.title, state: part.state, schoolName: part.schoolName },
        begun: part.campaign.fromDay <= this.clock.today(),
        ...{ roomId, roomName: room.roomName, finished: room.finished, place: place + 1, rooms: rooms.length },
        nextRoomId: next?.roomId ?? null,
        items: await itemsOfRoom(manager, actor, part, roomId),
      };
    });
  }

  /** What was just seen, as its row is now. */
  async seen(actor: Actor, partId: string, { id, first }: Sighted): Promise<SightingFound> {
    return this.transactions.snapshot(async (manager) => {
      const part = await this.access.readPart(manager, actor, partId);
      const [item] = await itemsBy(manager, actor, part, 'i.id = $3', [id]);
      if (!item) throw new Refused('object.not-found');
      return { item, first };
    });
  }

  private async card(manager: EntityManager, actor: Actor, partId: string): Promise<CampaignCard> {
    const part = await this.access.readPart(manager, actor, partId);
    const rooms = await roomsOf(manager, part);
    return {
      ...{ partId, title: part.campaign.title, toDay: part.campaign.toDay, state: part.state },
      awaited: rooms.reduce((sum, { awaited }) => sum + awaited, 0),
      roomsLeft: rooms.filter(({ finished }) => !finished).length,
    };
  }
}

const BEFORE_ANY: readonly CampaignPartState[] = ['prepared'];

/** Before the first sighting: as the plan knows them now. */
const ROOMS_TO_COME = `select r.id as "roomId", r.name as "roomName", coalesce(d.count, 0)::int as awaited, 0 as seen, 0 as differences, false as finished
  from ${all(ROOMS)} left join (select ${ROOM_OF_DEVICE} as room_id, count(*) from equipment e ${leftJoin(containerOf())} where ${TO_BE_SEEN} group by 1) d on d.room_id = r.id
  where r.school_id = $1 and not r.removed and ($3::uuid[] is null or r.id = any($3))
  order by r.name collate "fr-x-icu", r.id limit ${LIMITS.campaign.rooms}`;

/** What is counted in which room: awaited and missing where it should stand, the rest where it was seen. */
const ROOMS_OPEN = `with seen as (
    select case when i.seen_room_id is not null then i.seen_room_id else ${ROOM_OF_DEVICE} end as room_id, i.finding, i.resolution,
      i.finding <> 'awaited' or ${stillIn('$2')} as stands
    from campaign_item i left join equipment e on e.id = i.equipment_id ${leftJoin(containerOf())} where i.part_id = $1)
  select r.id as "roomId", r.name as "roomName", (count(*) filter (where i.finding = 'awaited'))::int as awaited,
    (count(*) filter (where ${inStates('i.finding', SEEN_FINDINGS)}))::int as seen,
    (count(*) filter (where ${IS_DIFFERENCE}))::int as differences, k.finished_at is not null as finished
  from campaign_room k ${join(roomOf('k.room_id'))} left join seen i on i.room_id = r.id and i.stands
  where k.part_id = $1 group by r.id, k.id order by r.name collate "fr-x-icu", r.id limit ${LIMITS.campaign.rooms}`;

/** By name, as people count: Salle 2 before Salle 10. */
const byName = new Intl.Collator('fr', { numeric: true });

async function roomsOf(
  manager: EntityManager,
  { id, state, schoolId, campaign }: CampaignPart,
): Promise<CampaignPartRoom[]> {
  const rooms: CampaignPartRoom[] = BEFORE_ANY.includes(state)
    ? await manager.query(ROOMS_TO_COME, [schoolId, campaign.modelIds, campaign.roomIds])
    : await manager.query(ROOMS_OPEN, [id, schoolId]);
  return rooms.sort((one, other) => byName.compare(one.roomName, other.roomName));
}

/** Where it should be: a room, in words of another school or a shelf only for whom all schools are. */
const PLACE = `case when e.school_id = $2 then r.name when $1::boolean then coalesce(s.name || coalesce(', ' || r.name, ''), p.name) end`;
/** What it is: told of this school's, or to whom all schools are. */
const told = (column: string) => `case when e.school_id = $2 or $1::boolean then ${column} end`;

const DEVICE_COLUMNS = `e.id as "equipmentId", ${told('m.name')} as "modelName",
  ${told('m.picture')} as picture, coalesce(e.is_container, false) as "isContainer", ${told('c.tag')} as "containerTag",
  ${PLACE} as "placeName", ${told('e.last_seen_at')} as "lastSeenAt"`;

const AROUND_DEVICE = `${leftJoin(containerOf())} ${leftJoin(itemOf('e.model_id', 'm'))} ${leftJoin(roomOf(ROOM_OF_DEVICE))}
  ${leftJoin(schoolOf('e.school_id'))} ${leftJoin(stockPlaceOf('coalesce(e.stock_place_id, c.stock_place_id)'))}`;

const ITEM = `select i.id, i.finding, case when e.school_id = $2 or $1::boolean then e.tag else i.code end as tag, ${DEVICE_COLUMNS},
    i.seen_how as how, i.seen_at as "seenAt", a.name as "seenByName", i.answer, i.note,
    (select coalesce(json_agg(f.id order by f.created_at, f.id), '[]') from campaign_photo f where f.item_id = i.id) as photos
  from campaign_item i left join equipment e on e.id = i.equipment_id ${AROUND_DEVICE} ${leftJoin(accountOf('i.seen_by', 'a'))}`;

const DEVICE = `select null as id, $5::text as finding, e.tag, ${DEVICE_COLUMNS},
    null as how, null as "seenAt", null as "seenByName", null as answer, null as note, '[]'::json as photos
  from equipment e ${AROUND_DEVICE}`;

type Row = Omit<CampaignRoomItem, 'seenAt' | 'lastSeenAt'> & { seenAt: Date | null; lastSeenAt: Date | null };

/** Whom all schools are reads what belongs elsewhere; a school reads its own. */
const readsAll = (actor: Actor) => reachOf('campaigns.read', actor.role) === 'all';

async function itemsBy(
  manager: EntityManager,
  actor: Actor,
  { schoolId }: CampaignPart,
  where: string,
  values: readonly unknown[],
): Promise<CampaignRoomItem[]> {
  const rows: Row[] = await manager.query(
    `${ITEM} where ${where} order by i.seen_at desc nulls first, e.tag, i.id limit ${LIMITS.campaign.devicesOfRoom}`,
    [readsAll(actor), schoolId, ...values],
  );
  return rows.map(dated);
}

/** Devices of the school in a room, in some states, that no row tells of. */
async function devicesBy(
  manager: EntityManager,
  actor: Actor,
  { schoolId }: CampaignPart,
  {
    roomId,
    finding,
    where,
    models,
  }: { roomId: string; finding: 'awaited' | null; where: string; models: string[] | null },
): Promise<CampaignRoomItem[]> {
  const rows: Row[] = await manager.query(
    `${DEVICE} where e.school_id = $2 and ${ROOM_OF_DEVICE} = $3 and ($4::uuid[] is null or e.model_id = any($4)) and ${where}
      order by e.tag limit ${LIMITS.campaign.devicesOfRoom}`,
    [readsAll(actor), schoolId, roomId, models, finding],
  );
  return rows.map(dated);
}

const dated = ({ seenAt, lastSeenAt, ...row }: Row): CampaignRoomItem => ({
  ...row,
  seenAt: seenAt?.toISOString() ?? null,
  lastSeenAt: lastSeenAt?.toISOString() ?? null,
});

async function itemsOfRoom(
  manager: EntityManager,
  actor: Actor,
  part: CampaignPart,
  roomId: string,
): Promise<CampaignRoomItem[]> {
  const models = part.campaign.modelIds;
  const repair = await devicesBy(manager, actor, part, {
    ...{ roomId, models, finding: null, where: inStates('e.state', EQUIPMENT.statesFrom('bring-back')) },
  });
  if (BEFORE_ANY.includes(part.state)) {
    const awaited = await devicesBy(manager, actor, part, {
      ...{ roomId, models, finding: 'awaited', where: stillIn('$2') },
    });
    return [...awaited, ...repair];
  }
  const items = await itemsBy(
    manager,
    actor,
    part,
    `i.part_id = $3 and (i.seen_room_id = $4 or (i.seen_room_id is null and ${ROOM_OF_DEVICE} = $4 and (i.finding = 'missing' or (i.finding = 'awaited' and ${stillIn('$2')}))))`,
    [part.id, roomId],
  );
  return [...items, ...repair];
}

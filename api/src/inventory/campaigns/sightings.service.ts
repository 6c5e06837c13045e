import { Injectable } from '@nestjs/common';
import {
  EQUIPMENT_IN_ROOM,
  findingOf,
  SEEN_FINDINGS,
  tagAsKept,
  type EquipmentState,
  type Finding,
  type MisplacedAnswer,
  type Sighting,
  CAMPAIGN_PARTS,
} from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { ROOMS } from '../../directory/school.sql.js';
import type { Actor } from '../../identity/actor.js';
import { Clock } from '../../platform/clock.js';
import { all, leftJoin } from '../../platform/database/joins.sql.js';
import { Transactions, type Write } from '../../platform/database/transactions.js';
import { Refused } from '../../platform/http/refused.js';
import { containerOf, IN_LOCK_ORDER } from '../equipment.sql.js';
import { CampaignAccess, type CampaignPart } from './campaign.access.js';
import { ROOM_OF_DEVICE, stillIn } from './campaign.sql.js';
import type { SightingRequest } from './campaign.dto.js';
import { CampaignPartMoves } from './part-moves.js';

/** What is answered of one sighting: the row it wrote, or the one that was there. */
export interface Sighted {
  id: string;
  /** False: it was seen here before, nothing is written. */
  first: boolean;
}

/** Somebody stands somewhere and sees something. */
interface Seeing {
  manager: EntityManager;
  actor: Actor;
  part: CampaignPart;
  roomId: string;
  how: Sighting;
  at: Date;
}

interface Device {
  id: string;
  state: EquipmentState;
  schoolId: string | null;
  roomId: string | null;
  isContainer: boolean;
}

interface Item {
  id: string;
  equipmentId: string;
  finding: Finding;
  seenRoomId: string | null;
}

/** People go through the rooms of a school, several at once, and say what is there. */
@Injectable()
export class CampaignSightingsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: CampaignAccess,
    private readonly moves: CampaignPartMoves,
    private readonly clock: Clock,
  ) {}

  /**
   * Something is seen in a room: by its label, by the list, or as something without label. The first sighting of all opens the
   * part. @throws Refused campaign.state, campaign.not-begun, campaign.room-other, campaign.nothing-named, campaign.device-other
   */
  see(actor: Actor, partId: string, asked: SightingRequest, write: Write): Promise<Sighted> {
    return this.transactions.run(write, async (manager) => {
      const { roomId, how, code = null, equipmentId = null, note = null } = asked;
      const part = await this.opened(manager, actor, partId);
      await requireRoom(manager, part, roomId);
      const seeing: Seeing = { manager, actor, part, roomId, how, at: this.clock.now() };
      const device = await deviceNamed(manager, part, { code, equipmentId });
      if (!device) return unknown(seeing, { code: code && tagAsKept(code), note });
      const opened = device.isContainer && asked.contents === true;
      if (opened) await lockItems(manager, part, 'e.id = $2 or e.container_id = $2', [device.id]);
      const seen = await see(seeing, device, code && tagAsKept(code));
      if (opened) await seeContents(seeing, device);
      return seen;
    });
  }

  /** Somebody has looked for it and not found it. @throws Refused campaign.device-other, campaign.seen-since */
  miss(actor: Actor, partId: string, equipmentId: string, write: Write): Promise<Sighted> {
    return this.transactions.run(write, async (manager) => {
      const part = await this.opened(manager, actor, partId);
      const item = await itemOf(manager, part, equipmentId);
      if (SEEN_FINDINGS.includes(item.finding)) throw new Refused('campaign.seen-since');
      await manager.query(
        `update campaign_item set finding = 'missing', seen_at = $2, seen_by = $3, seen_how = 'said', seen_room_id = null where id = $1`,
        [item.id, this.clock.now(), actor.accountId],
      );
      return { id: item.id, first: true };
    });
  }

  /** A device stands in another room than its own: it stays, or whoever found it takes it back. @throws Refused campaign.answer-other */
  answer(
    actor: Actor,
    partId: string,
    { equipmentId, answer }: { equipmentId: string; answer: MisplacedAnswer },
    write: Write,
  ): Promise<Sighted> {
    return this.transactions.run(write, async (manager) => {
      const part = await this.opened(manager, actor, partId);
      const item = await itemOf(manager, part, equipmentId);
      if (item.finding !== 'misplaced') throw new Refused('campaign.answer-other');
      const returned = answer === 'returned';
      await manager.query(
        `update campaign_item i set answer = $2, finding = case when $3 then 'found' else i.finding end,
           seen_room_id = case when $3 then coalesce(${ROOM_OF_DEVICE}, i.seen_room_id) else i.seen_room_id end
           from equipment e ${leftJoin(containerOf())} where i.id = $1 and e.id = i.equipment_id`,
        [item.id, answer, returned],
      );
      return { id: item.id, first: true };
    });
  }

  /** Somebody has been through a room: what was not seen in it is missing, unless it turns up. @throws Refused campaign.room-other */
  finish(actor: Actor, partId: string, roomId: string, write: Write): Promise<{ id: string; missing: number }> {
    return this.transactions.run(write, async (manager) => {
      const part = await this.opened(manager, actor, partId);
      await requireRoom(manager, part, roomId);
      const at = this.clock.now();
      await lockItems(manager, part, `i.finding = 'awaited' and ${ROOM_OF_DEVICE} = $2`, [roomId]);
      const [, missing] = await manager.query(
        `update campaign_item i set finding = 'missing', seen_at = $4, seen_by = $5, seen_how = 'said'
           from equipment e ${leftJoin(containerOf())}
          where e.id = i.equipment_id and i.part_id = $1 and i.finding = 'awaited' and ${ROOM_OF_DEVICE} = $3 and ${stillIn('$2')}`,
        [part.id, part.schoolId, roomId, at, actor.accountId],
      );
      await manager.query(
        `insert into campaign_room (part_id, school_id, room_id, finished_at, finished_by) values ($1, $2, $3, $4, $5)
         on conflict (part_id, room_id) do update set finished_at = $4, finished_by = $5`,
        [part.id, part.schoolId, roomId, at, actor.accountId],
      );
      return { id: part.id, missing: missing as number };
    });
  }

  /** The part, held for whoever confirms in it; the first to come opens it, those who come with them wait and go on. */
  private async opened(manager: EntityManager, actor: Actor, partId: string): Promise<CampaignPart> {
    const part = await this.access.counting(manager, actor, partId);
    return part.state === CAMPAIGN_PARTS.initial ? this.moves.moveIn(manager, actor, part, 'open') : part;
  }
}

async function requireRoom(manager: EntityManager, { schoolId }: CampaignPart, roomId: string): Promise<void> {
  const rooms = await manager.query(
    `select from ${all(ROOMS)} where r.id = $1 and r.school_id = $2 and not r.removed for key share of r`,
    [roomId, schoolId],
  );
  if (rooms.length === 0) throw new Refused('campaign.room-other');
}

const DEVICE = `select e.id, e.state, e.school_id as "schoolId", ${ROOM_OF_DEVICE} as "roomId", e.is_container as "isContainer"
  from equipment e ${leftJoin(containerOf())}`;

/** By the list only what is to be seen here is named; a label may be anybody's. */
async function deviceNamed(
  manager: EntityManager,
  part: CampaignPart,
  { code, equipmentId }: { code: string | null; equipmentId: string | null },
): Promise<Device | null> {
  if (equipmentId !== null) {
    const [device] = await manager.query(
      `${DEVICE} where e.id = $1 and exists (select from campaign_item i where i.part_id = $2 and i.equipment_id = e.id)`,
      [equipmentId, part.id],
    );
    if (!device) throw new Refused('campaign.device-other');
    return device as Device;
  }
  if (code === null) return null;
  const [device] = await manager.query(
    `${DEVICE} where e.id = coalesce((select l.equipment_id from equipment_label l where l.code = $1), (select x.id from equipment x where x.serial = $2))`,
    [tagAsKept(code), code.trim()],
  );
  return (device ?? null) as Device | null;
}

/** Rows of this part, in one order: of those who hold several, and the devices after them, none waits for another for ever. */
async function lockItems(
  manager: EntityManager,
  part: CampaignPart,
  which: string,
  values: readonly unknown[],
): Promise<void> {
  await manager.query(
    `select from campaign_item i join equipment e on e.id = i.equipment_id ${leftJoin(containerOf())}
      where i.part_id = $1 and (${which}) order by i.id for update of i`,
    [part.id, ...values],
  );
}

/** The device's row of this part, held. @throws Refused campaign.device-other */
async function itemOf(manager: EntityManager, part: CampaignPart, equipmentId: string): Promise<Item> {
  const [item] = await manager.query(
    `select i.id, i.equipment_id as "equipmentId", i.finding, i.seen_room_id as "seenRoomId" from campaign_item i
      where i.part_id = $1 and i.equipment_id = $2 for update`,
    [part.id, equipmentId],
  );
  if (!item) throw new Refused('campaign.device-other');
  return item as Item;
}

async function see(
  { manager, actor, part, roomId, how, at }: Seeing,
  { id, state, schoolId, roomId: ownRoomId }: Device,
  code: string | null,
): Promise<Sighted> {
  const sighted = { state, ofSchool: schoolId === part.schoolId, roomId: ownRoomId, seenRoomId: roomId };
  const finding = findingOf(sighted, EQUIPMENT_IN_ROOM);
  const [made] = await manager.query(
    `insert into campaign_item (campaign_id, part_id, equipment_id, code, expected, finding, seen_room_id, seen_at, seen_by, seen_how)
     values ($1, $2, $3, $4, false, $5, $6, $7, $8, $9) on conflict (part_id, equipment_id) do nothing returning id`,
    [part.campaign.id, part.id, id, code, finding, roomId, at, actor.accountId, how],
  );
  const item = made ? null : await itemOf(manager, part, id);
  // After its row, as who opens a case takes them.
  await seenNow(manager, actor, [id], at);
  if (item === null) return { id: made.id as string, first: true };
  if (SEEN_FINDINGS.includes(item.finding) && item.seenRoomId === roomId) return { id: item.id, first: false };
  await manager.query(
    `update campaign_item set finding = $2, seen_room_id = $3, seen_at = $4, seen_by = $5, seen_how = $6, answer = null,
       code = coalesce($7, code) where id = $1`,
    [item.id, finding, roomId, at, actor.accountId, how, code],
  );
  return { id: item.id, first: true };
}

/** A case that is opened and found whole: what lies in it is seen with it. */
async function seeContents({ manager, actor, part, roomId, how, at }: Seeing, { id }: Device): Promise<void> {
  const seen: { equipmentId: string }[] = await manager.query(
    `with seen as (update campaign_item i set finding = 'found', seen_room_id = $3, seen_at = $4, seen_by = $5, seen_how = $6
       from equipment e where e.id = i.equipment_id and e.container_id = $1 and i.part_id = $2
        and i.finding in ('awaited', 'missing') and exists (select from equipment k where k.id = $1 and k.room_id = $3)
       returning i.equipment_id) select equipment_id as "equipmentId" from seen`,
    [id, part.id, roomId, at, actor.accountId, how],
  );
  const ids = seen.map(({ equipmentId }) => equipmentId);
  await seenNow(manager, actor, ids, at);
}

/** Whoever sees it dates when it was seen last; in one order, so that nobody waits for each other. */
async function seenNow(manager: EntityManager, actor: Actor, ids: readonly string[], at: Date): Promise<void> {
  await manager.query(
    `with held as (select e.id from equipment e where e.id = any($1) order by ${IN_LOCK_ORDER} for no key update)
     update equipment e set last_seen_at = $2, last_seen_by = $3 from held where e.id = held.id`,
    [ids, at, actor.accountId],
  );
}

/** Kept for later: what nobody knows, by what its label says or by what somebody wrote of it. */
async function unknown(
  { manager, actor, part, roomId, how, at }: Seeing,
  { code, note }: { code: string | null; note: string | null },
): Promise<Sighted> {
  if (!code && !note) throw new Refused('campaign.nothing-named');
  const [made] = await manager.query(
    `insert into campaign_item (campaign_id, part_id, code, note, expected, finding, seen_room_id, seen_at, seen_by, seen_how)
     values ($1, $2, $3, $4, false, 'unknown', $5, $6, $7, $8)
     on conflict (part_id, code) where equipment_id is null or finding = 'unknown' do nothing returning id`,
    [part.campaign.id, part.id, code || null, note || null, roomId, at, actor.accountId, how],
  );
  if (made) return { id: made.id as string, first: true };
  const [known] = await manager.query(
    `select i.id, i.note from campaign_item i where i.part_id = $1 and i.code = $2 and i.finding = 'unknown' for update`,
    [part.id, code],
  );
  // Read again to say more of it.
  if (note && !known.note) await manager.query('update campaign_item set note = $2 where id = $1', [known.id, note]);
  return { id: known.id as string, first: false };
}

import { Injectable } from '@nestjs/common';
import type { Actor } from '../identity/actor.js';
import { STANDING_IN_ROOM } from '../inventory/standing.sql.js';
import { Transactions, type Write } from '../platform/database/transactions.js';
import { Refused } from '../platform/http/refused.js';
import type { RoomAnswer } from './directory.answers.js';
import type { RoomRequest } from './directory.dto.js';
import { SchoolAccess } from './school.access.js';

const ROOM = 'id, name, floor, has_power as "hasPower", has_network as "hasNetwork", version';

/** The rooms of a school, written by its head or the plan manager. A name already taken: refused by the database, room.name-taken. */
@Injectable()
export class RoomsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: SchoolAccess,
  ) {}

  /** @throws Refused object.not-found */
  add(actor: Actor, schoolId: string, room: RoomRequest, write: Write): Promise<RoomAnswer> {
    return this.transactions.run(write, async (manager) => {
      const school = await this.access.lock(manager, actor, schoolId);
      const [added] = await manager.query(
        `insert into room (school_id, name, floor, has_power, has_network) values ($1, $2, $3, $4, $5) returning ${ROOM}`,
        [school.id, room.name, room.floor || null, room.hasPower, room.hasNetwork],
      );
      return added;
    });
  }

  /** @throws Refused object.not-found, version.missing, version.stale */
  change(actor: Actor, schoolId: string, roomId: string, room: RoomRequest, write: Write): Promise<RoomAnswer> {
    return this.transactions.run(write, async (manager) => {
      const { id } = await this.access.lockRoom(manager, actor, schoolId, roomId, write);
      const [[changed]] = await manager.query(
        `update room set name = $2, floor = $3, has_power = $4, has_network = $5, version = version + 1 where id = $1 returning ${ROOM}`,
        [id, room.name, room.floor || null, room.hasPower, room.hasNetwork],
      );
      return changed;
    });
  }

  /**
   * A removed room is offered no more; orders and history keep it. What stands in it goes elsewhere first.
   * @throws Refused object.not-found, version.missing, version.stale, room.not-empty
   */
  remove(actor: Actor, schoolId: string, roomId: string, write: Write): Promise<RoomAnswer> {
    return this.transactions.run(write, async (manager) => {
      const { id } = await this.access.lockRoom(manager, actor, schoolId, roomId, write);
      // Whoever places a device here holds the room: waited for, then counted.
      await manager.query('select from room where id = $1 for update', [id]);
      const [{ devices }] = await manager.query(STANDING_IN_ROOM, [id]);
      if (devices > 0) throw new Refused('room.not-empty', { devices });
      const [[removed]] = await manager.query(
        `update room set removed = true, version = version + 1 where id = $1 returning ${ROOM}`,
        [id],
      );
      return removed;
    });
  }
}

import { Injectable } from '@nestjs/common';
import { licenceFor } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { ROOMS, SCHOOL_NAME } from '../../directory/school.sql.js';
import type { Actor } from '../../identity/actor.js';
import { Clock } from '../../platform/clock.js';
import { all } from '../../platform/database/joins.sql.js';
import { onceEach, RowByRow, type RowOutcome } from '../../platform/database/row-by-row.js';
import { Transactions, type Write } from '../../platform/database/transactions.js';
import { Refused, refusalSentence } from '../../platform/http/refused.js';
import { EquipmentAccess } from '../equipment.access.js';
import { SoftwareRegister } from './software-register.js';
import type {
  SoftwareDevice,
  SoftwareInstalled,
  SoftwareInstallRequest,
  SoftwareOutcome,
  SoftwareOutcomes,
  SoftwareRemoved,
} from './software.dto.js';
import { endInstallations } from './software-ending.js';
import { IN_TURN_FOR_SEATS } from './software.sql.js';

interface Place {
  equipmentId: string | null;
  roomId: string | null;
  schoolId: string | null;
}

interface Installing {
  titleId: string;
  place: Place;
  seats: number;
  edition: string | null;
  /** Named by somebody; null: the one with room. */
  licenceId: string | null;
}

/** A title is put on devices, in rooms and in schools, and taken away, by hand; an order's report does it by `OrderSoftwareService`. */
@Injectable()
export class SoftwareInstallingService {
  constructor(
    private readonly transactions: Transactions,
    private readonly rows: RowByRow,
    private readonly access: SoftwareRegister,
    private readonly equipment: EquipmentAccess,
    private readonly clock: Clock,
  ) {}

  /** @throws Refused object.not-found, software.place-one, place-unknown, licence-unknown, licence-other-school; by the database already-there, device-gone, seats-none */
  install(actor: Actor, titleId: string, request: SoftwareInstallRequest, write: Write): Promise<SoftwareInstalled> {
    return this.transactions.run(write, async (manager) => {
      await this.access.title(manager, titleId);
      const place = await this.placeOf(manager, actor, request);
      const { seats = 1, edition = null, licenceId = null } = request;
      const counted = place.equipmentId === null ? seats : 1;
      return this.put(manager, actor, { titleId, place, seats: counted, edition, licenceId });
    });
  }

  /** @throws Refused object.not-found, software.removed-already */
  remove(actor: Actor, installationId: string, write: Write): Promise<SoftwareRemoved> {
    return this.transactions.run(write, async (manager) => {
      const [row] = await manager.query('select ended_at from software_installation where id = $1', [installationId]);
      if (!row) throw new Refused('object.not-found');
      const by = { mover: actor, at: this.clock.now() };
      if ((await endInstallations(manager, [installationId], 'removed', by)) === 0)
        throw new Refused('software.removed-already');
      return { id: installationId };
    });
  }

  /** The same title on many devices, row by row. */
  async installMany(
    actor: Actor,
    titleId: string,
    { devices, preview }: { devices: SoftwareDevice[]; preview: boolean },
    write: Write,
  ): Promise<SoftwareOutcomes> {
    return this.each(actor, { devices, preview }, write, async (manager, { id, schoolId }) => {
      await this.access.title(manager, titleId);
      const place = { equipmentId: id, roomId: null, schoolId };
      await this.put(manager, actor, { titleId, place, seats: 1, edition: null, licenceId: null });
    });
  }

  removeMany(
    actor: Actor,
    titleId: string,
    { devices, preview }: { devices: SoftwareDevice[]; preview: boolean },
    write: Write,
  ): Promise<SoftwareOutcomes> {
    return this.each(actor, { devices, preview }, write, async (manager, { id }) => {
      const rows: { id: string }[] = await manager.query(
        'select id from software_installation where title_id = $1 and equipment_id = $2 and ended_at is null',
        [titleId, id],
      );
      const ids = rows.map((row) => row.id);
      const by = { mover: actor, at: this.clock.now() };
      if ((await endInstallations(manager, ids, 'removed', by)) === 0) throw new Refused('software.not-there');
    });
  }

  private async each(
    actor: Actor,
    { devices, preview }: { devices: SoftwareDevice[]; preview: boolean },
    write: Write,
    act: (manager: EntityManager, device: { id: string; schoolId: string | null }) => Promise<void>,
  ): Promise<SoftwareOutcomes> {
    const items = onceEach(devices);
    const ids = items.map(({ id }) => id);
    const one = async (manager: EntityManager, { id }: SoftwareDevice): Promise<true> => {
      await act(manager, await this.equipment.lockAnyVersion(manager, actor, id));
      return true;
    };
    const outcomes = preview
      ? await this.rows.preview(write, items, (manager) => this.equipment.lockAll(manager, actor, ids), one)
      : await this.rows.apply(write, items, one);
    return { outcomes: outcomes.map(told) };
  }

  private async placeOf(
    manager: EntityManager,
    actor: Actor,
    { mark, roomId, schoolId }: SoftwareInstallRequest,
  ): Promise<Place> {
    if ([mark, roomId, schoolId].filter(Boolean).length !== 1) throw new Refused('software.place-one');
    if (mark) {
      const seen = await this.equipment.readByCode(manager, actor, mark);
      const device = await this.equipment.lockAnyVersion(manager, actor, seen.id);
      return { equipmentId: device.id, roomId: null, schoolId: device.schoolId };
    }
    const school = roomId ? await schoolOfRoom(manager, roomId) : schoolId!;
    const rows = school ? await manager.query(SCHOOL_NAME, [school]) : [];
    if (rows.length === 0) throw new Refused('software.place-unknown');
    return { equipmentId: null, roomId: roomId ?? null, schoolId: school };
  }

  /** Takes its seats of the licence that is named, or of the one with room. */
  private async put(
    manager: EntityManager,
    actor: Actor,
    { titleId, place, seats, edition, licenceId }: Installing,
  ): Promise<SoftwareInstalled> {
    // In turn with whoever installs meanwhile: the seats that are read are those that are left.
    await manager.query(IN_TURN_FOR_SEATS);
    const [now, day] = [this.clock.now(), this.clock.today()];
    const licence = licenceId
      ? await this.access.licenceOf(manager, titleId, licenceId)
      : licenceFor(await this.access.licences(manager, titleId, place.schoolId), {
          schoolId: place.schoolId,
          seats,
          day,
        });
    const [installed] = await manager.query(
      `insert into software_installation (title_id, licence_id, edition, equipment_id, room_id, school_id, seats, since_day, at, account_id, role)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) returning id`,
      [
        ...[titleId, licence?.id ?? null, edition, place.equipmentId, place.roomId, place.schoolId, seats, day],
        ...[now, actor.accountId, actor.role],
      ],
    );
    const overUsed = licence !== null && licence.seats !== null && licence.seatsUsed + seats > licence.seats;
    return { id: installed.id as string, licenceId: licence?.id ?? null, overUsed };
  }
}

async function schoolOfRoom(manager: EntityManager, roomId: string): Promise<string | null> {
  const [room] = await manager.query(
    `select r.school_id as "schoolId" from ${all(ROOMS)} where r.id = $1 and not r.removed`,
    [roomId],
  );
  return (room?.schoolId as string | undefined) ?? null;
}

function told({ item: { id }, refusal }: RowOutcome<SoftwareDevice, true>): SoftwareOutcome {
  return refusal === null
    ? { id, done: true, code: null, sentence: null }
    : { id, done: false, code: refusal.code, sentence: refusalSentence(refusal) };
}

import { Injectable } from '@nestjs/common';
import { ITEMS_EDITABLE, isPeriodFitting, pilotStanding } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { coverSql } from '../../agreements/cover.sql.js';
import { PLACE_BY_ID } from '../../directory/school.sql.js';
import type { Actor } from '../../identity/actor.js';
import { Clock } from '../../platform/clock.js';
import { Transactions, type Write } from '../../platform/database/transactions.js';
import { Refused } from '../../platform/http/refused.js';
import { requireVersion } from '../../platform/http/write.js';
import { LIMITS } from '../../platform/limits.js';
import { ItemAccess } from '../item.access.js';
import { PilotAccess } from './pilot.access.js';
import type { PilotOpinionRequest, PilotRequest } from './pilot.dto.js';
import { Pilot } from './pilot.entity.js';
import { PilotNotices } from './pilot-notices.service.js';

/** What every write answers: the page is read again. */
export interface PilotMoved {
  id: string;
  version: number;
}

/** Items tried in a school before they are decided: nothing of it orders nor charges. */
@Injectable()
export class PilotsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly items: ItemAccess,
    private readonly access: PilotAccess,
    private readonly notices: PilotNotices,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws Refused object.not-found, pilot.item-decided, pilot.days-wrong, pilot.school-unknown, pilot.convention-missing, pilot.already
   * from the database
   */
  start(actor: Actor, request: PilotRequest, write: Write): Promise<PilotMoved> {
    return this.transactions.run(write, async (manager) => {
      const { itemId, schoolId, fromDay, toDay, lookedFor } = request;
      const item = await this.items.read(manager, actor, itemId);
      if (!ITEMS_EDITABLE.includes(item.state)) throw new Refused('pilot.item-decided');
      const within = { today: this.clock.today(), aheadDays: LIMITS.pilots.aheadDays };
      if (!isPeriodFitting({ from: fromDay, to: toDay }, within)) throw new Refused('pilot.days-wrong');
      await requireCovered(manager, schoolId, fromDay);
      const [row] = await manager.query(INSERT, [
        ...[itemId, schoolId, fromDay, toDay, lookedFor.trim(), actor.accountId, this.clock.now()],
      ]);
      await this.notices.tell(manager, row.id as string, 'start');
      return { id: row.id as string, version: 1 };
    });
  }

  /** Before its last day. @throws Refused object.not-found, pilot.over */
  end(actor: Actor, pilotId: string, write: Write): Promise<PilotMoved> {
    return this.transactions.run(write, async (manager) => {
      const pilot = await this.access.lock(manager, actor, pilotId);
      requireVersion(write, pilot.version);
      if ((await this.standing(manager, pilot)) === 'over') throw new Refused('pilot.over');
      await manager.update(Pilot, pilotId, { endedOn: this.clock.today() });
      await this.notices.tell(manager, pilotId, 'end');
      return { id: pilotId, version: pilot.version + 1 };
    });
  }

  /** One a person, said anew until the trial is over. @throws Refused object.not-found, pilot.not-running */
  say(actor: Actor, pilotId: string, opinion: PilotOpinionRequest, write: Write): Promise<PilotMoved> {
    return this.transactions.run(write, async (manager) => {
      const pilot = await this.access.lock(manager, actor, pilotId);
      if ((await this.standing(manager, pilot)) !== 'running') throw new Refused('pilot.not-running');
      const { easy, useful, keep, text } = opinion;
      await manager.query(SAY, [
        ...[pilotId, actor.accountId, easy, useful, keep, text?.trim() || null, this.clock.now()],
      ]);
      return { id: pilotId, version: pilot.version };
    });
  }

  private async standing(manager: EntityManager, { itemId, ...days }: Pilot) {
    return pilotStanding({ ...days, itemState: await this.items.stateOf(manager, itemId) }, this.clock.today());
  }
}

/** Whatever is put into a school is put there under a convention. @throws Refused pilot.school-unknown, pilot.convention-missing */
async function requireCovered(manager: EntityManager, schoolId: string, day: string): Promise<void> {
  const there: unknown[] = await manager.query(PLACE_BY_ID.school, [schoolId]);
  if (there.length === 0) throw new Refused('pilot.school-unknown');
  const [{ covered }] = await manager.query(`select ${coverSql('$1', '$2')} as covered`, [schoolId, day]);
  if (!covered) throw new Refused('pilot.convention-missing');
}

const INSERT = `insert into pilot (item_id, school_id, from_day, to_day, looked_for, started_by, started_at)
  values ($1, $2, $3, $4, $5, $6, $7) returning id`;

const SAY = `insert into pilot_opinion (pilot_id, account_id, easy, useful, keep, text, said_at) values ($1, $2, $3, $4, $5, $6, $7)
  on conflict (pilot_id, account_id) do update set easy = $3, useful = $4, keep = $5, text = $6, said_at = $7`;

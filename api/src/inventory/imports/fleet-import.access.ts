import { Injectable } from '@nestjs/common';
import { reachOf, type FleetKind, type FleetMapping } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../identity/actor.js';
import { EVERYTHING, NOTHING, type Predicate } from '../../platform/database/predicate.js';
import type { Write } from '../../platform/database/transactions.js';
import { Refused } from '../../platform/http/refused.js';
import { requireVersion } from '../../platform/http/write.js';

/** A list of existing devices, with what somebody said of it. */
export interface FleetImport {
  id: string;
  kind: FleetKind;
  source: string;
  state: 'waiting' | 'applied';
  header: string[];
  columns: FleetMapping;
  rows: number;
  version: number;
}

/** Which lists an actor reaches, over the alias `i`: all, or none. */
export function fleetImportScope(actor: Actor): Predicate {
  return reachOf('equipment.import', actor.role) === 'all' ? EVERYTHING : NOTHING;
}

const COLUMNS = 'i.id, i.kind, i.source, i.state, i.header, i.columns, i.row_count as rows, i.version';

/** The only door to a list of existing devices. */
@Injectable()
export class FleetImportAccess {
  /** @throws Refused object.not-found */
  read(manager: EntityManager, actor: Actor, importId: string): Promise<FleetImport> {
    return this.find(manager, actor, importId, '');
  }

  /** One that waits, until the transaction ends. @throws Refused object.not-found, version.missing, version.stale, fleet.applied */
  async lockWaiting(manager: EntityManager, actor: Actor, importId: string, write: Write): Promise<FleetImport> {
    const found = await this.find(manager, actor, importId, 'for no key update of i');
    if (found.state === 'applied') throw new Refused('fleet.applied');
    requireVersion(write, found.version);
    return found;
  }

  private async find(manager: EntityManager, actor: Actor, importId: string, lock: string): Promise<FleetImport> {
    const [found] = await manager.query(
      `select ${COLUMNS} from fleet_import i where i.id = $1 and ${fleetImportScope(actor).sql} ${lock}`,
      [importId],
    );
    if (!found) throw new Refused('object.not-found');
    return found as FleetImport;
  }
}

import { Injectable } from '@nestjs/common';
import { reachOf, type ImportKind } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../identity/actor.js';
import { NOTHING, type Predicate } from '../../platform/database/predicate.js';
import { Refused } from '../../platform/http/refused.js';

export interface StoredImport {
  id: string;
  kind: ImportKind;
  state: string;
  mark: string | null;
}

/** Which imports an actor reaches, over the alias `i`: all, or none. */
export function importScope(actor: Actor): Predicate {
  return reachOf('directory.import', actor.role) === 'all' ? { sql: 'true', parameters: {} } : NOTHING;
}

/** The only door to an import. */
@Injectable()
export class ImportAccess {
  /** @throws Refused object.not-found */
  async read(manager: EntityManager, actor: Actor, importId: string): Promise<StoredImport> {
    return this.find(manager, actor, importId, '');
  }

  /** Locked until the transaction ends: an import is applied once. @throws Refused object.not-found */
  async lock(manager: EntityManager, actor: Actor, importId: string): Promise<StoredImport> {
    return this.find(manager, actor, importId, 'for no key update of i');
  }

  private async find(manager: EntityManager, actor: Actor, importId: string, lock: string): Promise<StoredImport> {
    const [found] = await manager.query(
      `select i.id, i.kind, i.state, i.directory_mark as mark from directory_import i where i.id = $1 and ${importScope(actor).sql} ${lock}`,
      [importId],
    );
    if (!found) throw new Refused('object.not-found');
    return found;
  }
}

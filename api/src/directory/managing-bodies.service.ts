import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { bodyKindsFor } from '@parc/domain';
import type { Actor } from '../identity/actor.js';
import { Transactions, type Write } from '../platform/database/transactions.js';
import { Refused } from '../platform/http/refused.js';
import type { ManagingBodyAnswer, SchoolVersion } from './directory.answers.js';
import type { ManagingBodyRequest } from './directory.dto.js';
import { SchoolAccess } from './school.access.js';

/**
 * The bodies that run private schools and teaching units. The national directory names none: a school that comes from it
 * gets its body here, and with it whoever signs its convention and reads its budget.
 */
@Injectable()
export class ManagingBodiesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly access: SchoolAccess,
  ) {}

  list(): Promise<ManagingBodyAnswer[]> {
    return this.dataSource.query(
      `select b.id, b.name, b.kind, (select count(*)::int from school s where s.managing_body_id = b.id and s.state = 'open') as schools
         from managing_body b order by plain_text(b.name), b.id`,
    );
  }

  /** @throws Refused school.body-name-taken */
  create({ name, kind }: ManagingBodyRequest, write: Write): Promise<{ id: string }> {
    return this.transactions.run(write, async (manager) => {
      const [{ id }] = await manager.query('insert into managing_body (name, kind) values ($1, $2) returning id', [
        name,
        kind,
      ]);
      return { id };
    });
  }

  /**
   * Who runs a school; null takes a mistake back.
   * @throws Refused object.not-found, version.missing, version.stale, school.body-wrong
   */
  assign(actor: Actor, schoolId: string, managingBodyId: string | null, write: Write): Promise<SchoolVersion> {
    return this.transactions.run(write, async (manager) => {
      const { id } = await this.access.lockSeen(manager, actor, schoolId, write);
      const [school] = await manager.query('select sector, kind from school where id = $1', [id]);
      const [[changed]] = await manager.query(
        `update school s set managing_body_id = $2, version = version + 1
          where s.id = $1 and ($2::uuid is null or exists (select from managing_body b where b.id = $2 and b.kind = any($3)))
          returning id, version`,
        [id, managingBodyId, bodyKindsFor(school)],
      );
      if (!changed) throw new Refused('school.body-wrong');
      return changed;
    });
  }
}

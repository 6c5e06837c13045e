import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { itemOf, MODELS_AMONG } from '../../catalogue/item.sql.js';
import { Clock } from '../../platform/clock.js';
import { join } from '../../platform/database/joins.sql.js';
import { Transactions, type Write } from '../../platform/database/transactions.js';
import { Refused } from '../../platform/http/refused.js';
import { requireVersion } from '../../platform/http/write.js';
import { LIMITS } from '../../platform/limits.js';
import type { Kit, KitChanged, KitRuleRequest } from './kit.dto.js';
import type { EntityManager } from 'typeorm';

/** The base kit as the manager fixes it: groups, the models that count toward each, and the rules by their days. */
@Injectable()
export class KitService {
  constructor(
    private readonly transactions: Transactions,
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  async read(): Promise<Kit> {
    const [{ groups }] = await this.dataSource.query(KIT, [this.clock.today()]);
    return { groups };
  }

  addGroup(name: string, write: Write): Promise<KitChanged> {
    return this.transactions.run(write, async (manager) => {
      const groups = await lockKit(manager);
      if (groups.length >= LIMITS.kit.groups) throw new Refused('kit.groups-too-many');
      const [added] = await manager.query(
        `insert into kit_group (name, place) values ($1, (select coalesce(max(place), 0) + 1 from kit_group)) returning id, version`,
        [name],
      );
      return added as KitChanged;
    });
  }

  /** What counts toward a group; a model that counted toward another leaves it. @throws Refused kit.model-unknown */
  writeModels(groupId: string, modelIds: readonly string[], write: Write): Promise<KitChanged> {
    return this.transactions.run(write, async (manager) => {
      requireGroup(await lockKit(manager), groupId, write);
      const ids = [...new Set(modelIds)];
      const found = await manager.query(MODELS_AMONG, [ids]);
      if (found.length < ids.length) throw new Refused('kit.model-unknown');
      // Who reads one of those that lose a model reads it anew before it is written.
      await manager.query(
        `update kit_group set version = version + 1 where id in (select group_id from kit_model where model_id = any($1) and group_id <> $2)`,
        [ids, groupId],
      );
      await manager.query('delete from kit_model where group_id = $1 and not (model_id = any($2))', [groupId, ids]);
      await manager.query(
        `insert into kit_model (model_id, group_id) select id, $1 from unnest($2::uuid[]) id order by id
           on conflict (model_id) do update set group_id = excluded.group_id`,
        [groupId, ids],
      );
      return touched(manager, groupId);
    });
  }

  /** From a day on; what held until then stays as it was. A rule of today or to come may be written over. @throws Refused kit.rule-past */
  writeRule(groupId: string, rule: KitRuleRequest, write: Write): Promise<KitChanged> {
    return this.transactions.run(write, async (manager) => {
      requireGroup(await lockKit(manager), groupId, write);
      if (rule.fromDay < this.clock.today()) throw new Refused('kit.rule-past');
      await manager.query(
        `insert into kit_rule (group_id, school_kind, from_day, per_school, per_class, pupils_each, source) values ($1, $2, $3, $4, $5, $6, $7)
           on conflict on constraint kit_rule_once_a_day do update set per_school = excluded.per_school, per_class = excluded.per_class,
             pupils_each = excluded.pupils_each, source = excluded.source`,
        [
          ...[groupId, rule.schoolKind, rule.fromDay, rule.perSchool, rule.perClass],
          ...[rule.pupilsEach ?? null, rule.source],
        ],
      );
      return touched(manager, groupId);
    });
  }
}

interface KitGroup {
  id: string;
  version: number;
}

/** Who changes the kit has it alone: a model goes from one group to another, and their number is bounded. */
async function lockKit(manager: EntityManager): Promise<KitGroup[]> {
  await manager.query(`select pg_advisory_xact_lock(hashtext('kit'))`);
  return manager.query('select id, version from kit_group order by id for no key update');
}

/** @throws Refused object.not-found, version.missing, version.stale */
function requireGroup(groups: readonly KitGroup[], groupId: string, write: Write): void {
  const group = groups.find(({ id }) => id === groupId);
  if (!group) throw new Refused('object.not-found');
  requireVersion(write, group.version);
}

/** The version goes on although no column of the group's own changed: models and rules are read with it. */
async function touched(manager: EntityManager, groupId: string): Promise<KitChanged> {
  const [[changed]] = await manager.query(
    'update kit_group set version = version + 1 where id = $1 returning id, version',
    [groupId],
  );
  return changed as KitChanged;
}

const MODELS = `select coalesce(json_agg(json_build_object('id', i.id, 'name', i.name) order by i.name, i.id), '[]')
   from (select k.model_id from kit_model k where k.group_id = g.id order by k.model_id limit ${LIMITS.kit.models}) k ${join(itemOf('k.model_id'))}`;
/** The latest of each kind of school first. */
const RULES = `select coalesce(json_agg(json_build_object('id', r.id, 'schoolKind', r.school_kind, 'fromDay', r.from_day, 'perSchool', r.per_school,
     'perClass', r.per_class, 'pupilsEach', r.pupils_each, 'source', r.source, 'holds', r.from_day = (select max(h.from_day) from kit_rule h
        where h.group_id = r.group_id and h.school_kind = r.school_kind and h.from_day <= $1)) order by r.school_kind, r.from_day desc), '[]')
   from (select * from kit_rule r where r.group_id = g.id order by r.from_day desc, r.id limit ${LIMITS.kit.rules}) r`;
const KIT = `select coalesce(json_agg(json_build_object('id', g.id, 'version', g.version, 'name', g.name, 'models', (${MODELS}), 'rules', (${RULES}))
   order by g.place, g.id), '[]') as groups from (select * from kit_group order by place, id limit ${LIMITS.kit.groups}) g`;

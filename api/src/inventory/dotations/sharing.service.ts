import { Injectable } from '@nestjs/common';
import {
  DOTATION_PARTS_OVER,
  DOTATION_SOURCES,
  DOTATIONS,
  EQUIPMENT,
  kindsWhere,
  NEEDS_WAITING,
  schoolYearOf,
  sharesOf,
  type DotationBasis,
} from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { FOR_LOANS } from '../../loans/loan.sql.js';
import { inStates, notInStates } from '../../platform/database/in-states.js';
import { anyOf } from '../../platform/database/kinds.sql.js';
import { LIMITS } from '../../platform/limits.js';
import { Transactions } from '../../platform/database/transactions.js';
import { KIT_SCHOOLS, schoolGaps } from '../needs/kit.sql.js';
import { requireModelOfGroup } from './model-of-group.js';
import type { DotationPreview, DotationPreviewQuery } from './dotation.answers.js';

/** What one school has of the part that is shared, what it should have, and what it said. */
export interface SharingSchool {
  id: string;
  uai: string;
  name: string;
  communeName: string;
  pupils: number | null;
  asked: number;
  counted: number;
  /** What its waiting needs of this part ask for. */
  needed: number;
}

/** Who would be given how many, and why: worked out anew at each look, and again when it is kept. */
@Injectable()
export class SharingService {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @throws Refused dotation.group-unknown, dotation.model-other */
  preview({ groupId, modelId, basis, quantity, communeId, sector }: DotationPreviewQuery): Promise<DotationPreview> {
    return this.transactions.snapshot(async (manager) => {
      await requireModelOfGroup(manager, groupId, modelId);
      const schools = await this.schools(manager, groupId, { communeId: communeId ?? null, sector: sector ?? null });
      const wanted = (school: SharingSchool) => wantedBy(basis, school);
      const shares = new Map(
        sharesOf(
          schools.map((school) => ({ ...school, wanted: wanted(school) })),
          quantity,
        ).map(({ id, quantity: share }, place) => [id, { share, place }] as const),
      );
      const items = schools
        .map((school) => ({ ...school, wanted: wanted(school), share: shares.get(school.id)?.share ?? 0 }))
        .sort(
          (one, other) =>
            (shares.get(one.id)?.place ?? schools.length) - (shares.get(other.id)?.place ?? schools.length),
        );
      return { items, free: await freeInStock(manager, modelId) };
    });
  }

  /** Schools that the plan equips, all that are asked for or those of these ids; by name. */
  schools(
    manager: EntityManager,
    groupId: string,
    chosen: { communeId?: string | null; sector?: string | null; ids?: readonly string[] },
  ): Promise<SharingSchool[]> {
    const today = this.clock.today();
    const scope = `${KIT_SCHOOLS} and ($4::uuid is null or s.commune_id = $4) and ($5::text is null or s.sector = $5) and ($6::uuid[] is null or s.id = any($6))`;
    const gaps = schoolGaps(scope).replaceAll(':today', '$1').replaceAll(':year', '$2').replaceAll(':group', '$3');
    return manager.query(
      `select x.id, x.uai, x.name, x."communeName", x.pupils, x.asked, coalesce((x.groups -> 0 ->> 'counted')::int, 0) as counted,
          coalesce((select sum(coalesce(n.quantity, 1))::int from need n
             where n.school_id = x.id and n.group_id = $3 and ${inStates('n.state', NEEDS_WAITING)}), 0) as needed
         from (${gaps}) x order by plain_text(x.name), x.id limit ${LIMITS.dotation.schools}`,
      [
        ...[today, schoolYearOf(today).startYear, groupId],
        ...[chosen.communeId ?? null, chosen.sector ?? null, chosen.ids ?? null],
      ],
    );
  }
}

/** What a school may be given at the most, by what the dotation shares by. */
function wantedBy(basis: DotationBasis, { asked, counted, needed }: SharingSchool): number {
  return WANTED[basis](Math.max(asked - counted, 0), needed);
}
const WANTED: Record<DotationBasis, (lacking: number, needed: number) => number> = {
  gap: (lacking) => lacking,
  needs: (_lacking, needed) => needed,
};

const FROM_STOCK = kindsWhere(DOTATION_SOURCES, ({ inStock }) => inStock);

/** Devices of a model in stock that are not kept for loans, that no other dotation counts on, nor any school waits for. */
export async function freeInStock(manager: EntityManager, modelId: string): Promise<number> {
  const [{ free }] = await manager.query(
    `select greatest((select count(*) from equipment e where e.model_id = $1 and ${inStates('e.state', EQUIPMENT.statesFrom('place'))}
            and not ${FOR_LOANS('coalesce(e.container_id, e.id)')})
        - coalesce((select sum(p.quantity - p.received) from dotation_part p join dotation d on d.id = p.dotation_id
             where d.model_id = $1 and ${anyOf('d.source', FROM_STOCK)} and ${notInStates('p.state', DOTATION_PARTS_OVER)}
               and ${inStates('d.state', DOTATIONS.statesFrom('cancel'))}), 0), 0)::int as free`,
    [modelId],
  );
  return free as number;
}

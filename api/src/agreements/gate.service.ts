import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Refused } from '../platform/http/refused.js';

/** What stands between a school and its orders, in words the school reads. */
export interface Gate {
  open: boolean;
  conventionId: string | null;
  title: string | null;
  /** Last day of the term, ISO date. */
  until: string | null;
  /** Which convention is missing, and where it stands: null when the gate is open. */
  missing: { party: string; state: string | null; next: string } | null;
}

/** What happens next while a convention is not in force, by the state it is in. */
const NEXT: Record<string, string> = {
  drafted: 'La métropole prépare la convention.',
  sent: 'La convention est chez le signataire, qui doit l’approuver.',
  approved: 'La convention est approuvée, il reste à la signer.',
  signed: 'La convention est signée, elle entre en vigueur à sa date.',
  expired: 'La convention est arrivée à son terme, la métropole prépare son renouvellement.',
  ended: 'La convention a pris fin, la métropole en prépare une autre.',
  renewed: 'La convention a été renouvelée, la nouvelle entre en vigueur à sa date.',
};

/** A school orders only under a convention in force that lists its site (product.md 5): checked at submission and approval. */
@Injectable()
export class GateService {
  /** For reading: what the composer shows beside its button. */
  async describe(manager: EntityManager, schoolId: string, day: string): Promise<Gate> {
    const [row] = await manager.query(
      `select c.id, c.title, c.state, s.to_day::text as until,
              c.state = 'in-force' and $2::date between s.from_day and s.to_day and $2::date between c.from_day and c.to_day as open
         from convention_site s join convention c on c.id = s.convention_id
        where s.school_id = $1 and c.kind <> 'framework'
        order by open desc nulls last, c.state = 'signed' desc, s.to_day desc, c.id limit 1`,
      [schoolId, day],
    );
    if (row?.open) return { open: true, conventionId: row.id, title: row.title, until: row.until, missing: null };
    const [school] = await manager.query(
      `select coalesce(b.name, 'la commune de ' || m.name) as party from school s join commune m on m.id = s.commune_id
         left join managing_body b on b.id = s.managing_body_id and s.sector = 'private' where s.id = $1`,
      [schoolId],
    );
    const next = row ? NEXT[row.state] ?? NEXT.drafted! : 'La métropole doit d’abord préparer la convention.';
    return { open: false, conventionId: row?.id ?? null, title: row?.title ?? null, until: null, missing: { party: school.party, state: row?.state ?? null, next } };
  }

  /** For writing: holds the convention in force until the transaction ends, so that an end signed meanwhile waits. False when there is none. */
  async hold(manager: EntityManager, schoolId: string, day: string): Promise<boolean> {
    const rows = await manager.query(
      `select c.id from convention c
        where c.state = 'in-force' and c.kind <> 'framework' and $2::date between c.from_day and c.to_day
          and exists (select from convention_site s where s.convention_id = c.id and s.school_id = $1 and $2::date between s.from_day and s.to_day)
        order by c.id limit 1 for share of c`,
      [schoolId, day],
    );
    return rows.length > 0;
  }

  /** The refusal that says which convention is missing and what happens next. */
  async refusal(manager: EntityManager, schoolId: string, day: string): Promise<Refused> {
    const gate = await this.describe(manager, schoolId, day);
    return new Refused('order.convention-missing', { convention: gate.missing });
  }
}

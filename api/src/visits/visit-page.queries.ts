import { Injectable } from '@nestjs/common';
import {
  possibleVisitActions,
  reachOf,
  roleWords,
  VISIT_PAGE_TERMS,
  visitFields,
  VISITS_OPEN,
  VISITS_TOLD,
  type Role,
  type VisitFields,
  type VisitPartDone,
} from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { communeOf, schoolOf } from '../directory/school.sql.js';
import { accountOf } from '../identity/account.sql.js';
import type { Actor } from '../identity/actor.js';
import { Clock } from '../platform/clock.js';
import { join, leftJoin } from '../platform/database/joins.sql.js';
import { Transactions } from '../platform/database/transactions.js';
import { shown } from '../platform/http/listing.js';
import { LIMITS } from '../platform/limits.js';
import { isToConfirm } from './confirmation.js';
import { VisitAccess } from './visit.access.js';
import type { VisitPage, VisitPartAnswer, VisitRemarkAnswer } from './visit.answers.js';
import type { Visit } from './visit.entity.js';
import { VisitMoves } from './visit-moves.js';
import { minutesOf } from './visit-parts.js';
import { visitPhotosOf } from './visit-photos.js';
import { VisitSources } from './visit-sources.js';

/** One visit as a page. */
@Injectable()
export class VisitPageQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: VisitAccess,
    private readonly moves: VisitMoves,
    private readonly sources: VisitSources,
    private readonly clock: Clock,
  ) {}

  page(actor: Actor, visitId: string): Promise<VisitPage> {
    return this.transactions.snapshot(async (manager) => {
      const visit = await this.access.read(manager, actor, visitId);
      const fields = visitFields(actor.role);
      const isOpen = VISITS_OPEN.includes(visit.state);
      const { begunBy, schoolId, begunAt, state } = visit;
      const parts = isOpen ? await this.moves.doneDuring(manager, visit, begunAt) : await minutesOf(manager, visitId);
      const photos = await visitPhotosOf(manager, visitId);
      const facts = { state, begunBy, begunAt: begunAt.toISOString(), partsDone: parts.length };
      const signature = photos.find(({ kind }) => kind === 'signature');
      const [{ confirmedAt: confirmed, ...around }]: [Stood] = await manager.query(AROUND, [visitId]);
      const confirmedAt = confirmed?.toISOString() ?? null;
      const page: VisitPage = {
        ...ownColumns(visit),
        ...around,
        confirmedAt,
        mine: begunBy === actor.accountId,
        parts: parts.map(partAnswer),
        toDo: isOpen ? await this.sources.toDo(manager, { accountId: begunBy, schoolId }) : [],
        photos: photos.filter(({ kind }) => kind !== 'signature'),
        signatureId: signature?.wholeId ?? signature?.smallId ?? null,
        remarks: await remarksOf(manager, visitId, fields),
        possible: possibleVisitActions(actor, { ...facts, now: this.clock.now().toISOString() }),
        mayRemark: reachOf('visits.remark', actor.role) !== null && VISITS_TOLD.includes(state),
        mayConfirm: reachOf('visits.confirm', actor.role) !== null && isToConfirm(visit) && confirmedAt === null,
      };
      return shown(VISIT_PAGE_TERMS, fields, page, { photos: [], remarks: [] });
    });
  }
}

type Stood = Pick<VisitPage, 'schoolName' | 'communeName' | 'technicianName' | 'abandonReason' | 'confirmedByName'> & {
  confirmedAt: Date | null;
};

const AROUND = `select s.name as "schoolName", m.name as "communeName", a.name as "technicianName",
    (select w.reason from visit_move w where w.visit_id = v.id and w.action = 'abandon' order by w.at desc limit 1) as "abandonReason",
    c.at as "confirmedAt", k.name as "confirmedByName"
  from visit v ${join(schoolOf('v.school_id'))} ${join(communeOf())} ${join(accountOf('v.begun_by', 'a'))}
  left join visit_confirmation c on c.visit_id = v.id ${leftJoin(accountOf('c.account_id', 'k'))} where v.id = $1`;

function ownColumns(visit: Visit) {
  const { id, version, number, state, schoolId, ending, met, absenceReason, note, internalNote } = visit;
  const hours = { begunAt: visit.begunAt.toISOString(), leftAt: visit.leftAt?.toISOString() ?? null };
  return { id, version, number, state, schoolId, ending, met, absenceReason, note, internalNote, ...hours };
}

/** A part as it is answered: what was read of a table, or of a document in one. */
export const partAnswer = ({ at, ...part }: VisitPartDone): VisitPartAnswer => ({
  ...part,
  at: new Date(at).toISOString(),
});

type Stored = Omit<VisitRemarkAnswer, 'at' | 'roleLabel'> & { at: Date; role: Role; deputy: boolean };

async function remarksOf(
  manager: EntityManager,
  visitId: string,
  { names }: VisitFields,
): Promise<VisitRemarkAnswer[]> {
  const rows: Stored[] = await manager.query(
    `select r.id, r.at, r.role, r.deputy, a.name, r.text from visit_remark r ${join(accountOf('r.account_id', 'a'))}
      where r.visit_id = $1 order by r.at, r.id limit ${LIMITS.shownOfOne}`,
    [visitId],
  );
  return rows.map(({ id, at, role, deputy, name, text }) => ({
    ...{ id, text, at: at.toISOString(), roleLabel: roleWords(role, deputy), name: names ? name : null },
  }));
}

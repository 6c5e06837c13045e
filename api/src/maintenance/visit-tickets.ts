import { Injectable } from '@nestjs/common';
import {
  repairWords,
  SYMPTOMS,
  TICKETS,
  TICKETS_IN_HAND,
  TICKETS_WAITING,
  waitWords,
  type Symptom,
  type TicketCause,
  type TicketRepair,
  type VisitDeviceLeft,
  type VisitPartDone,
  type VisitResult,
  type VisitTask,
  type VisitThere,
  type Wait,
} from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { itemOf } from '../catalogue/item.sql.js';
import { roomOf } from '../directory/school.sql.js';
import { equipmentOf } from '../inventory/equipment.sql.js';
import { inStates } from '../platform/database/in-states.js';
import { leftJoin } from '../platform/database/joins.sql.js';
import { anyOf } from '../platform/database/kinds.sql.js';
import { LIMITS } from '../platform/limits.js';

/** What each line of a ticket's thread says that was brought about on the spot. */
const RESULTS = { resolve: 'done', wait: 'waiting', start: 'begun', report: 'noted' } as const satisfies Record<
  string,
  VisitResult
>;
type Deed = keyof typeof RESULTS;

interface StoredPart {
  id: string;
  number: string;
  symptom: Symptom;
  action: Deed;
  at: Date;
  waitFor: Wait | null;
  cause: TicketCause | null;
  repair: TicketRepair | null;
  minutes: number | null;
  device: VisitDeviceLeft | null;
}

/** The tickets of a visit. */
@Injectable()
export class VisitTickets {
  /** What was resolved, put off, begun or reported there, each ticket by its last line. */
  async done(manager: EntityManager, { accountId, schoolId, since }: VisitThere): Promise<VisitPartDone[]> {
    const rows: StoredPart[] = await manager.query(DONE, [accountId, schoolId, since]);
    return rows.map((row) => ({
      kind: 'ticket',
      objectId: row.id,
      number: row.number,
      about: SYMPTOMS[row.symptom].word,
      deed: deedOf(row),
      result: RESULTS[row.action],
      minutes: row.minutes,
      at: row.at,
      devices: row.device === null ? [] : [row.device],
    }));
  }

  /** Those that they have in hand there, and the free ones; what waits for somebody else is not theirs to do. */
  async toDo(manager: EntityManager, { accountId, schoolId }: Omit<VisitThere, 'since'>): Promise<VisitTask[]> {
    const rows: (Omit<VisitTask, 'kind' | 'about'> & { symptom: Symptom })[] = await manager.query(TO_DO, [
      accountId,
      schoolId,
    ]);
    return rows.map(({ symptom, ...row }) => ({ ...row, kind: 'ticket', about: SYMPTOMS[symptom].word }));
  }
}

function deedOf({ repair, cause, waitFor }: StoredPart): string | null {
  if (repair !== null && cause !== null) return repairWords(repair, cause);
  return waitFor === null ? null : waitWords(waitFor);
}

const DEVICE = `case when e.id is not null then
  json_build_object('equipmentId', e.id, 'tag', e.tag, 'modelName', i.name, 'state', e.state) end`;

const DONE = `select t.id, t.number, t.symptom, v.action, v.at, case when v.action = 'wait' then v.wait_for end as "waitFor",
    x.cause, x.repair, x.minutes, ${DEVICE} as device
  from ticket t
  join lateral (select v.action, v.at, v.wait_for from ticket_move v
    where v.ticket_id = t.id and v.account_id = $1 and v.at >= $3 and ${anyOf('v.action', Object.keys(RESULTS))}
    order by v.at desc, v.id desc limit 1) v on true
  left join lateral (select x.cause, x.repair, x.minutes from ticket_resolution x
    where x.ticket_id = t.id and x.account_id = $1 and x.at >= $3 order by x.at desc, x.id desc limit 1) x on v.action = 'resolve'
  ${leftJoin(equipmentOf('t.equipment_id'))} ${leftJoin(itemOf('e.model_id'))}
  where t.school_id = $2 and t.state_since >= $3 order by v.at, t.id limit ${LIMITS.visits.parts}`;

const HERS = TICKETS_IN_HAND.filter((state) => !TICKETS_WAITING.includes(state));

const TO_DO = `select t.id as "objectId", t.number, t.symptom, coalesce(r.name, e.tag) as place,
    t.assigned_account_id is not null as mine
  from ticket t ${leftJoin(roomOf('t.room_id'))} ${leftJoin(equipmentOf('t.equipment_id'))}
  where t.school_id = $2 and t.open
    and (${inStates('t.state', TICKETS.statesFrom('take'))} or (${inStates('t.state', HERS)} and t.assigned_account_id = $1))
  order by t.assigned_account_id is null, t.due_at, t.id limit ${LIMITS.visits.toDo}`;

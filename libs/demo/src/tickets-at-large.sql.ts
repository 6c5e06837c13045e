import { EQUIPMENT_IN_ROOM } from '@parc/domain';
import { identified } from './fleet-at-large.sql.js';

const IN_ROOM = `array['${EQUIPMENT_IN_ROOM.join("', '")}']`;

/** Of each breakdown: which device of its school it is of, where one of that model served already; else it stays its room's. */
export const FOUND = `create temporary table ticket_found on commit drop as
  with device as (
    select e.id, e.school_id, e.room_id, i.reference as model, e.purchased_on + 40 as serves_from,
           row_number() over w as place, count(*) over (partition by e.school_id, i.reference) as of
      from equipment e join catalogue_item i on i.id = e.model_id
     where e.school_id is not null and e.state = any(${IN_ROOM})
    window w as (partition by e.school_id, i.reference order by hashtext(e.tag))
  )
  select t.k, t.id, s.presence_needed as presence, d.id as device, d.room_id as room
    from json_to_recordset($1::json) t(k int, id uuid, model text, school_id uuid, reported_at timestamptz)
    join school s on s.id = t.school_id
    left join device d on d.school_id = t.school_id and d.model = t.model and d.place = 1 + t.k % d.of
                      and d.serves_from < (t.reported_at at time zone 'Europe/Paris')::date`;

export const TICKETS_OF_YEARS = `insert into ticket (id, number, school_id, subject, equipment_id, room_id, service, symptom, description, impact,
    urgency, priority, state, state_since, reported_by, reported_at, assigned_account_id, planned_from, planned_to, arrived_at, wait_for,
    review_on, resolved_at, merged_into_id, due_at, next_warning_at, version)
  select t.id, t.number, t.school_id, case when f.device is null then t.subject else 'device' end, f.device,
         case when f.device is null then t.room_id else f.room end, t.service, t.symptom, t.description, t.impact, t.urgency, t.priority,
         t.state, t.state_since, t.reported_by, t.reported_at, t.assigned_account_id, t.planned_from, t.planned_to, t.arrived_at,
         t.wait_for, t.review_on, t.resolved_at, t.merged_into_id, t.due_at, t.next_warning_at, t.version
    from json_populate_recordset(null::ticket, $1::json) t join ticket_found f on f.id = t.id`;

export const MOVES_OF_YEARS = `insert into ticket_move (id, ticket_id, action, from_state, to_state, account_id, role, at, reason, priority,
    presence, wait_for, detail)
  select ${identified('m.at', '50', 'm.n')}, f.id, m.action, m.from_state, m.to_state, m.account_id, m.role, m.at, m.reason, m.priority,
         f.presence, m.wait_for, coalesce(m.detail, '{}')
    from rows from (json_to_recordset($1::json) as (k int, action text, from_state text, to_state text, account_id uuid, role text,
           at timestamptz, reason text, priority text, wait_for text, detail jsonb))
         with ordinality m(k, action, from_state, to_state, account_id, role, at, reason, priority, wait_for, detail, n)
    join ticket_found f on f.k = m.k`;

export const RESOLUTIONS_OF_YEARS = `insert into ticket_resolution (id, ticket_id, account_id, at, cause, repair, note, minutes, parts,
    price_cents, device, charge, entry_id, order_id)
  select id, ticket_id, account_id, at, cause, repair, note, minutes, parts, price_cents, device, charge, entry_id, order_id
    from json_populate_recordset(null::ticket_resolution, $1::json)`;

export const REPORTERS_OF_YEARS = `insert into ticket_reporter (id, ticket_id, account_id, at)
  select ${identified('r.at', '51', 'row_number() over (order by r.at, r.ticket_id)')}, r.ticket_id, r.account_id, r.at
    from json_populate_recordset(null::ticket_reporter, $1::json) r`;

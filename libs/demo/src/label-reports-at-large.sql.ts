import { EQUIPMENT_IN_ROOM, LABEL_REPORTS as TABLE } from '@parc/domain';
import { identified, instant } from './fleet-at-large.sql.js';
import { personaEmail } from './personas.js';

/** How often a school has one: forty of 1,024. */
const SOME = 40;
const REPORTED_AT = instant('($1::date - f.k::int)', '10:25');

/** Of devices that are in service and known to be whole. $1: the demonstration's day. */
export const LABEL_REPORTS = `insert into label_report
    (id, school_id, equipment_id, room_id, elsewhere, symptom, state, state_since, reported_at)
  select ${identified(REPORTED_AT, '61', 'hashtext(f.school_id::text) & 65535')}, f.school_id, f.id, f.room_id, f.k = 2,
      (array['no-power', 'no-touch', 'slow'])[f.k], '${TABLE.initial}', ${REPORTED_AT}, ${REPORTED_AT}
    from (
      select e.id, e.school_id, e.room_id, h.school_id is not null as shows,
          row_number() over (partition by e.school_id order by hashtext(e.tag), e.id) as k
        from equipment e left join (
            select a.school_id from assignment a join account c on c.id = a.account_id
              where c.email = '${personaEmail('school-head')}' and a.role = 'school-head') h on h.school_id = e.school_id
        where e.state in ('${EQUIPMENT_IN_ROOM.join("', '")}') and e.room_id is not null
          and (h.school_id is not null or (hashtext(e.school_id::text) & 1023) < ${SOME})
          and not exists (select from ticket t where t.equipment_id = e.id and t.open)) f
   where f.k = 1 or (f.shows and f.k <= 3)`;

import { ITEMS_EDITABLE, SCHOOL_ROLES } from '@parc/domain';
import { identified, instant } from './fleet-at-large.sql.js';
import type { LoadClient } from './load.js';
import { personaEmail } from './personas.js';
import { drawn, isIn, workday } from './training-slots.sql.js';

/** What only stands here, and not among the rows that are sent. */
export const PILOT_TABLES = ['pilot', 'pilot_opinion'] as const;

const ownSchool = `(select a.school_id from account c join assignment a on a.account_id = c.id where c.email = '${personaEmail('teacher')}' limit 1)`;
/** Schools of large teams that have ordered: a convention covers them. */
const ORDERING = `(select o.school_id, row_number() over (order by count(*) desc, o.school_id) as place from installation_order o
    where o.school_id <> ${ownSchool} and (select count(distinct a.account_id) from assignment a where a.school_id = o.school_id and a.to_day is null) > 2 group by 1)`;

/** Three trials of items that are not decided: the one of the sign-in page's school runs, the two others are over. */
const PILOTS = `insert into pilot (id, item_id, school_id, from_day, to_day, looked_for, started_by, started_at)
  select ${identified(instant(workday('($1::date + t.begins - 5)'), '10:30'), '150', 't.n')}, i.id, coalesce(s.school_id, ${ownSchool}), $1::date + t.begins, $1::date + t.ends,
         t.looked_for, m.account_id, ${instant(workday('($1::date + t.begins - 5)'), '10:30')}
    from (values
      (1, 'MAT-21', 1, -75, -40, 'Est-ce que l’image reste nette quand un élève tient le microscope ?'),
      (2, 'LOG-20', 2, -60, -25, 'Combien de temps faut-il pour que la classe s’en serve seule ?'),
      (3, 'MAT-22', null, -14, 21, 'Les élèves de CM1 le programment-ils sans aide ? La batterie tient-elle une matinée ?')
    ) t(n, reference, place, begins, ends, looked_for)
    join catalogue_item i on i.reference = t.reference and ${isIn('i.state', ITEMS_EDITABLE)}
    left join ${ORDERING} s on s.place = t.place
    cross join (select account_id from assignment where role = 'plan-manager' and not may_certify and to_day is null order by id limit 1) m
   where t.place is null or s.school_id is not null`;

/** Most of the team has said something; of the running one, not yet the teacher of the sign-in page. */
const OPINIONS = `insert into pilot_opinion (id, pilot_id, account_id, easy, useful, keep, text, said_at)
  select ${identified('o.said_at', '151', 'o.n')}, o.pilot, o.account_id, (array['yes', 'yes', 'partly'])[1 + o.h % 3], (array['yes', 'partly', 'yes', 'yes'])[1 + o.h % 4],
         (array['yes', 'yes', 'partly', 'no', 'yes'])[1 + o.h % 5],
         case when o.h % 2 = 0 then (array['Les élèves l’ont pris en main en une séance.', 'Utile, mais il en faudrait un par groupe.', 'La notice est trop longue.'])[1 + o.h / 2 % 3] end, o.said_at
    from (
      select p.id as pilot, a.account_id, ${drawn('a.account_id::text')} as h, row_number() over (order by p.from_day, a.account_id) as n,
             ${instant('(p.from_day + 7)', '17:20')} as said_at
        from pilot p join (select distinct account_id, school_id from assignment where role = any($2) and to_day is null) a on a.school_id = p.school_id
        join account c on c.id = a.account_id and c.email <> '${personaEmail('teacher')}'
       where p.from_day + 7 < $1::date
    ) o where o.h % 6 > 0`;

/** @param today the day on whose morning the demonstration opens */
export async function tryItems(client: LoadClient, today: string): Promise<void> {
  await client.query(PILOTS, [today]);
  await client.query(OPINIONS, [today, [...SCHOOL_ROLES]]);
}

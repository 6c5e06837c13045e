import { EQUIPMENT, kindsWhere, MODULE_KINDS, SCHOOL_ROLES } from '@parc/domain';
import { identified, instant } from './fleet-at-large.sql.js';
import { drawn, isIn, workday } from './training-slots.sql.js';

const RELEASE = EQUIPMENT.moves.find(({ action }) => action === 'release')!;
const WAITING = isIn('e.state', EQUIPMENT.statesFrom('release'));
const SHOWN = isIn(
  'd.kind',
  kindsWhere(MODULE_KINDS, ({ shown }) => shown),
);
/** Few: most schools go to a session. */
const MOST = 8;

/** Where a technician came by and showed a model that still waited, to whom of the school; $1: the demonstration's day. */
const FOUND = `create temporary table training_shown on commit drop as
  select w.school_id as school, w.model_id as model, w.at, signer.account_id as signer, w.technician, row_number() over (order by w.at, w.school_id)::int as n
    from (
      select e.school_id, e.model_id, max(e.state_since) as since,
             ${instant(workday(`($1::date - 6 - ${drawn("e.school_id || ' shown'")} % 40)`), '10:40')} as at,
             (select a.account_id from assignment a where a.role = 'technician' and a.to_day is null order by a.id limit 1) as technician
        from equipment e
       where ${WAITING} and e.container_id is null and e.school_id is not null
         and exists (select from training_module_model m join training_module d on d.id = m.module_id where m.model_id = e.model_id and ${SHOWN})
       group by e.school_id, e.model_id
    ) w
    cross join lateral (select p.person as account_id from training_person p where p.school = w.school_id and not p.own_school and p.to_day = 'infinity'
                          and p.from_day < (w.at at time zone 'Europe/Paris')::date order by ${isIn('p.role', SCHOOL_ROLES.slice(0, 1))} desc, p.person limit 1) signer
   where w.since < w.at and w.technician is not null
   order by ${drawn("w.school_id || ' ' || w.model_id")} limit ${MOST}`;

/** A stroke or two, each other than the next. */
const SIGNATURE = `'M' || 12 + s.n * 3 || ' 62L' || 40 + s.n * 5 || ' 24L' || 66 + s.n || ' 70L' || 104 - s.n || ' 30L' || 150 + s.n * 4 || ' 58M60 78L' || 172 + s.n || ' 74'`;

const HANDOVERS = `insert into training_handover (id, school_id, model_id, account_id, shown_by, at, signature)
  select ${identified('s.at', '107', 's.n')}, s.school, s.model, s.signer, s.technician, s.at, ${SIGNATURE} from training_shown s order by s.n`;

/** What was shown goes into service at once, by itself. */
const RELEASED: readonly string[] = [
  `create temporary table training_handed on commit drop as
   select e.id, e.state, e.room_id, e.school_id, s.at, row_number() over (order by e.tag)::int as n
     from training_shown s join equipment e on e.school_id = s.school and e.model_id = s.model and ${WAITING} and e.container_id is null`,
  `insert into equipment_move (id, equipment_id, action, from_state, to_state, account_id, role, at, room_id, school_id)
   select ${identified('x.at', '133', 'x.n')}, x.id, '${RELEASE.action}', x.state, '${RELEASE.next}', null, 'system', x.at, x.room_id, x.school_id
     from training_handed x order by x.n`,
  `update equipment e set state = '${RELEASE.next}', state_since = x.at, version = e.version + 1 from training_handed x where x.id = e.id`,
];

/** Models that a technician has shown where nobody had come to a session, signed for by somebody of the school. */
export const TRAININGS_SHOWN: readonly string[] = [FOUND, HANDOVERS, ...RELEASED];

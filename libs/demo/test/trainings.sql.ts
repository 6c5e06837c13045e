/** What the tests ask of the trainings of a plan that was loaded: counted from the rows alone, as people would. */

/** Sessions by school year, with how many circonscriptions, and by what they were. */
export const SESSIONS_OF_YEARS = `select extract(year from starts_at - interval '8 months')::int as year, count(*)::int as sessions,
    count(distinct circonscription_id)::int as circonscriptions, count(*) filter (where state = 'closed')::int as closed,
    count(*) filter (where state = 'cancelled')::int as cancelled
  from training_session where starts_at < $1::date group by 1 order by 1`;

/** Numbers of those on a day off, or among whose hours some are of class without being a course of the plan. */
export const ON_WRONG_DAYS = `select coalesce(array_agg(t.number), '{}') as wrong
  from training_session t join training_module d on d.id = t.module_id,
    lateral (select (t.starts_at at time zone 'Europe/Paris') as starts) l
 where exists (select from school_holiday x where x.zone = 'A' and l.starts::date between x.from_day and x.to_day)
    or exists (select from public_holiday x where x.day = l.starts::date) or extract(isodow from l.starts) > 5
    or (d.kind <> 'plan' and extract(isodow from l.starts) <> 3 and l.starts::time < '16:45')`;

/** Numbers of sessions whose row is not what their thread tells, or whose thread is not the table's, \`$1\`: its rows as JSON. */
export const WRONG_TRAINING_THREADS = `with told as (
    select v.*, lag(to_state) over w as before, row_number() over w = count(*) over (partition by v.session_id) as last
      from training_session_move v window w as (partition by v.session_id order by v.at, v.id)
  ), summed as (
    select v.session_id, max(v.at) filter (where v.from_state is distinct from v.to_state) as changed_at,
           count(*) filter (where v.action not in ('enrol', 'leave')) as version,
           max(v.at) filter (where v.action = 'agree' and v.role = 'plan-manager') as metropole, max(v.at) filter (where v.action = 'agree' and v.role = 'inspector') as inspection,
           max(v.at) filter (where v.action = 'postpone') as postponed_at, min(v.at) as first_at
      from training_session_move v group by 1
  )
  select coalesce(array_agg(distinct t.number), '{}') as wrong from training_session t join told m on m.session_id = t.id join summed x on x.session_id = t.id
   where m.from_state is distinct from m.before
      or m.action <> 'propose' and not exists (select from jsonb_to_recordset($1) r(state text, action text, next text, who text[], waits boolean)
           where r.state = m.from_state and r.action = m.action and (r.next = m.to_state or r.waits and m.to_state = m.from_state) and m.role = any(r.who))
      or m.at >= $2::timestamptz or m.last and t.state <> m.to_state
      or (t.state_since, t.version, t.proposed_at) is distinct from (x.changed_at, x.version::int, x.first_at)
      or t.metropole_agreed_at is distinct from x.metropole or t.inspection_agreed_at is distinct from x.inspection
      or x.postponed_at > least(x.metropole, x.inspection)
      or (m.action = 'hold' and m.at < t.starts_at) or (m.action in ('agree', 'enrol', 'leave', 'confirm', 'cancel') and m.at >= t.starts_at)
      or (m.action = 'confirm' and (select count(*) from training_enrolment n where n.session_id = t.id and n.seat is not null) < t.minimum)`;

/** Numbers of sessions with an enrolment that its thread does not tell, that no rule would have let in, or that jumped the queue. */
export const WRONG_ENROLMENTS = `select coalesce(array_agg(distinct t.number), '{}') as wrong
  from training_enrolment n join training_session t on t.id = n.session_id join school s on s.id = n.school_id
 where (select array_agg(m.at order by m.at) from training_session_move m where m.session_id = t.id and m.person_id = n.account_id)
         is distinct from array_remove(array[n.enrolled_at, n.left_at], null)
    or exists (select from training_enrolment x where x.session_id = t.id and x.turn < n.turn and (x.enrolled_at > n.enrolled_at
                 or (x.left_at is null and x.seat is null and n.seat is not null)))
    or (n.seat is null and n.left_at is null and (select count(*) from training_enrolment x where x.session_id = t.id and x.seat is not null) < t.capacity)
    or not (s.circonscription_id is not distinct from t.circonscription_id or exists (select from training_guest g where g.session_id = t.id and g.school_id = s.id))
    or not exists (select from assignment a where a.account_id = n.account_id and a.school_id = s.id and a.role in ('teacher', 'school-head')
                     and a.from_day <= n.enrolled_at::date and (a.to_day is null or a.to_day > t.starts_at::date))
    or not exists (select from assignment a where a.account_id = n.enrolled_by and a.school_id = s.id)
    or (n.present is not null and (t.state not in ('held', 'closed') or n.recorded_at < t.ends_at
         or n.recorded_by is distinct from (select a.recorded_by from training_attendance a where a.enrolment_id = n.id order by a.recorded_at desc limit 1)))
    or (t.state = 'closed' and n.seat is not null and n.present is null)
    or n.asked_at is distinct from (select m.at from training_session_move m where m.session_id = t.id and m.action = 'postpone'
                                       and m.at > n.enrolled_at and m.at < coalesce(n.left_at, 'infinity'))
    or n.seated_at < n.enrolled_at or n.seated_at >= t.starts_at`;

/** Whether somebody who works at the school of the device \`e\` on a day has come, by an instant, to a closed session that opens its model. */
const trained = (at: string, day: string): string => `(exists (select from training_module_model m
    join training_session t on t.module_id = m.module_id and t.state = 'closed' and t.state_since <= ${at}
    join training_enrolment n on n.session_id = t.id and n.present
    join assignment a on a.account_id = n.account_id and a.school_id = e.school_id and a.role in ('teacher', 'school-head')
     and a.from_day <= ${day} and (a.to_day is null or a.to_day > ${day})
   where m.model_id = e.model_id)
  or exists (select from training_handover h join assignment a on a.account_id = h.account_id and a.school_id = h.school_id
     and a.from_day <= ${day} and (a.to_day is null or a.to_day > ${day})
   where h.school_id = e.school_id and h.model_id = e.model_id and h.at <= ${at}))`;

/** Half-days of which somebody else spoke than may: oneself by the code that was shown, or who acts as the trainer. */
export const WRONG_RECORDS = `select count(*) filter (where a.by_code)::int as coded, count(*) filter (where not a.by_code)::int as noted,
    count(*) filter (where a.by_code and (a.recorded_by <> n.account_id or not a.present or s.session_id is null
      or a.recorded_at not between d.starts_at - interval '30 minutes' and d.ends_at + interval '30 minutes'))::int as wrongly_coded,
    count(*) filter (where not a.by_code and a.recorded_by is distinct from coalesce(t.trainer_id, (select x.account_id from assignment x
      where x.account_id = a.recorded_by and x.role = 'digital-trainer' and x.circonscription_id = t.circonscription_id limit 1)))::int as wrongly_noted,
    count(distinct t.id) filter (where t.trainer_id is null)::int as of_makers
  from training_attendance a join training_enrolment n on n.id = a.enrolment_id join training_session t on t.id = a.session_id
  join training_date d on d.id = a.date_id left join training_code_secret s on s.session_id = t.id`;

/** Handovers, and those of something that is not shown, to somebody who does not work there, or that opened nothing. */
export const WRONG_HANDOVERS = `select count(*)::int as handovers,
    count(*) filter (where not exists (select from training_module_model m join training_module d on d.id = m.module_id
                       where m.model_id = h.model_id and d.kind = 'functional'))::int as not_shown,
    count(*) filter (where not exists (select from assignment a where a.account_id = h.account_id and a.school_id = h.school_id
                       and a.from_day <= h.at::date and (a.to_day is null or a.to_day > h.at::date)))::int as of_strangers,
    count(*) filter (where not exists (select from equipment_move v join equipment e on e.id = v.equipment_id
                       where v.action = 'release' and v.at = h.at and v.school_id = h.school_id and e.model_id = h.model_id))::int as opened_nothing
  from training_handover h`;

/**
 * Devices in rooms whose model asks for a training: how many wait and serve; of the ones, where somebody is trained, of the others, where
 * nobody was on the day they were released; schools that use some and whose trained people have all left.
 */
export const DEVICES_TAUGHT = `with device as (
    select e.*, r.at as released_at, (r.at at time zone 'Europe/Paris')::date as released_on
      from equipment e join catalogue_item i on i.id = e.model_id and i.training_module is not null
      left join equipment_move r on r.equipment_id = e.id and r.action = 'release'
     where e.state in ('awaiting-training', 'in-service')
  )
  select count(*)::int as devices, count(*) filter (where state = 'awaiting-training')::int as waiting, count(distinct school_id) filter (where state = 'awaiting-training')::int as schools_waiting,
         count(*) filter (where state = 'awaiting-training' and ${trained('$1::date', '$1::date')})::int as wait_for_nothing,
         count(*) filter (where state = 'in-service' and (released_at is null or not ${trained('e.released_at', 'e.released_on')}))::int as served_too_soon,
         count(distinct school_id) filter (where state = 'in-service' and not ${trained('$1::date', '$1::date')})::int as flagged
    from device e`;

/** What the people of the sign-in page find, by their addresses: \`$1\` the teacher's, \`$2\` the trainer's, \`$3\` the day. */
export const FOUND_BY_PERSONAS = `with teacher as (
    select c.id, s.circonscription_id as circle from account c join assignment a on a.account_id = c.id join school s on s.id = a.school_id where c.email = $1
  ), own as (
    select t.*, n.seat, n.present, n.id as enrolment, c.email = $2 as mine from training_session t join teacher on teacher.circle = t.circonscription_id
      join account c on c.id = t.trainer_id
      left join training_enrolment n on n.session_id = t.id and n.account_id = teacher.id and n.left_at is null
  )
  select count(*) filter (where state in ('open', 'confirmed') and starts_at > $3::date + 1 and enrolment is null
                            and capacity > (select count(*) from training_enrolment x where x.session_id = own.id and x.seat is not null))::int as to_enrol,
         count(*) filter (where state in ('open', 'confirmed') and starts_at > $3::date + 1 and seat is not null)::int as enrolled,
         count(*) filter (where state = 'closed' and present)::int as past,
         count(*) filter (where state = 'proposed' and metropole_agreed_at is not null and inspection_agreed_at is null)::int as inspector_to_agree,
         count(*) filter (where state = 'proposed' and metropole_agreed_at is null and inspection_agreed_at is not null)::int as manager_to_agree,
         count(*) filter (where mine and state = 'confirmed' and (starts_at at time zone 'Europe/Paris')::date = $3::date)::int as to_hold,
         count(*) filter (where mine and state = 'held' and not exists (select from training_enrolment x where x.session_id = own.id and x.seat is not null and x.present is null))::int as to_close,
         count(*) filter (where state in ('open', 'confirmed') and exists (select from training_enrolment x where x.session_id = own.id and x.seat is null and x.left_at is null))::int as full
    from own`;

/** Numbers of sessions whose half-days are not as long as their module, or whose sums of who came are not those of the half-days. */
export const WRONG_HALF_DAYS = `with half as (
    select session_id, count(*) as halves, sum(extract(epoch from ends_at - starts_at) / 60)::int as minutes, min(starts_at) as starts_at, max(ends_at) as ends_at
      from training_date group by 1
  )
  select coalesce(array_agg(distinct t.number), '{}') as wrong
    from training_session t join training_module d on d.id = t.module_id left join half h on h.session_id = t.id
   where (h.minutes, h.starts_at, h.ends_at) is distinct from (d.minutes, t.starts_at, t.ends_at)
      or exists (select from training_enrolment n
                   left join lateral (select count(*) as said, bool_and(a.present) as came, max(a.recorded_at) as at from training_attendance a where a.enrolment_id = n.id) x on true
                  where n.session_id = t.id and (x.said not in (0, h.halves) or (n.present, n.recorded_at) is distinct from (x.came, x.at)))`;

/** Enrolments that have another certificate than they have earned, or hours that somebody else has said, or too soon. */
export const WRONG_CERTIFICATES = `with earned as (
    select n.id, t.state_since, s.sector, t.circonscription_id, d.counts, s.managing_body_id,
           (select coalesce(sum(extract(epoch from x.ends_at - x.starts_at) / 60), 0)::int from training_attendance a join training_date x on x.id = a.date_id
             where a.enrolment_id = n.id and a.present) as minutes
      from training_enrolment n join training_session t on t.id = n.session_id and t.state = 'closed' join training_module d on d.id = t.module_id
      join school s on s.id = n.school_id
  )
  select count(*) filter (where (c.minutes, c.issued_at, c.code_digest) is distinct from (case when e.minutes > 0 then e.minutes end, case when e.minutes > 0 then e.state_since end,
                            case when e.minutes > 0 then sha256(c.code::bytea) end))::int as wrong,
         (select count(*)::int from training_certificate where enrolment_id not in (select id from earned)) as unearned,
         count(*) filter (where h.id is not null and (e.minutes = 0 or h.counts <> e.counts or h.marked_at <= e.state_since or not exists (
            select from assignment a where a.account_id = h.marked_by and (a.role = 'inspector' and e.sector = 'public' and a.circonscription_id = e.circonscription_id
              or a.role = 'private-body-officer' and e.sector = 'private' and a.managing_body_id = e.managing_body_id))))::int as wrongly_marked,
         count(h.id)::int as marked, count(*) filter (where h.id is null and e.minutes > 0)::int as unmarked, count(c.id)::int as certificates
    from earned e left join training_certificate c on c.enrolment_id = e.id left join training_hours h on h.enrolment_id = e.id`;

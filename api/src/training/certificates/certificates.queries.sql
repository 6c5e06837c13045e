-- Mes attestations · teacher · GET /api/v1/training-certificates
-- index: training_attendance_said_once, training_date_id_session_id_key, training_enrolment_of_account, training_hours_said_once, training_session_told_by_start
select coalesce(sum(x.minutes), 0)::int as attended, coalesce(sum(x.minutes) filter (
    where x.counts), 0)::int as counted, coalesce(sum(x.minutes) filter (
    where x.counts is null), 0)::int as unmarked
from (
  select (
    select coalesce(sum(extract(epoch from d.ends_at - d.starts_at) / 60), 0)::int
    from training_attendance a
    join training_date d on d.id = a.date_id
    where a.enrolment_id = n.id
    and a.present) as minutes, h.counts
  from training_enrolment n
  join training_session t on t.id = n.session_id
  left join training_hours h on h.enrolment_id = n.id
  where n.account_id = $1
  and n.left_at is null
  and n.seat is not null
  and t.state = 'closed'
  and t.starts_at >= $2
  and t.starts_at < $3) x;
-- index: training_certificate_of_enrolment, training_enrolment_of_account, training_hours_said_once, training_module_pkey, training_session_id_outside_key
select f.id, f.number, d.title as "moduleTitle", t.starts_at as "startsAt", f.minutes, f.issued_at as "issuedAt", f.revoked_at as "revokedAt", h.counts, h.category
from training_enrolment n
join training_certificate f on f.enrolment_id = n.id
join training_session t on t.id = n.session_id
join training_module d on d.id = t.module_id
left join training_hours h on h.enrolment_id = n.id
where n.account_id = $1
and n.left_at is null
order by t.starts_at desc, f.issued_at desc, f.id
limit 200;

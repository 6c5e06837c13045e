/** Half-days of the session $1, in order; instants are ISO where they are read as JSON. */
export const DATES_OF_SESSION = `select d.id, d.starts_at as "startsAt", d.ends_at as "endsAt" from training_date d
  where d.session_id = $1 order by d.starts_at, d.id`;

/** Minutes of the half-days at which the person of the enrolment `n` was present. */
export const MINUTES_ATTENDED = `(select coalesce(sum(extract(epoch from d.ends_at - d.starts_at) / 60), 0)::int
    from training_attendance a join training_date d on d.id = a.date_id where a.enrolment_id = n.id and a.present)`;

/** What was said of each half-day of the enrolment `n`, as JSON. */
export const PRESENCES_OF = `coalesce((select json_agg(json_build_object('dateId', a.date_id, 'present', a.present, 'byCode', a.by_code)
    order by d.starts_at, d.id) from training_attendance a join training_date d on d.id = a.date_id where a.enrolment_id = n.id), '[]')`;

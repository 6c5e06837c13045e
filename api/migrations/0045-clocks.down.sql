drop trigger setting_marks_calendar on setting;
drop trigger public_holiday_marks_calendar on public_holiday;
drop trigger school_holiday_marks_calendar on school_holiday;
drop table school_bridge_day;

alter table school add column opening_hours jsonb not null default '{}';
-- The last to begin: one shape of the week is all the column holds.
update school s set opening_hours = h.hours
  from (select distinct on (school_id) school_id, hours from school_opening_hours order by school_id, from_day desc) h
 where h.school_id = s.id;
drop table school_opening_hours;

drop function mark_calendar;
drop table calendar_mark;

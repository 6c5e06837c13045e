-- A mail may carry what a calendar reads: an invitation, or its end.
alter table mail add column calendar text check (calendar like 'BEGIN:VCALENDAR%');

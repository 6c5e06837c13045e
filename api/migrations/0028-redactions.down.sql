drop trigger deliberation_history on deliberation;
create trigger deliberation_history after insert or update or delete on deliberation
  for each row execute function record_history('signatory');
drop trigger convention_history on convention;
create trigger convention_history after insert or update or delete on convention
  for each row execute function record_history('title', 'ended_reason');

-- What was taken out stays out; who did it is no longer said but by the mark itself.
drop table redaction;
drop function require_redacted();

create or replace function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% on % is refused: rows are only ever added', tg_op, tg_table_name using errcode = 'PA002';
end $$;

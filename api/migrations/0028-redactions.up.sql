-- A text written by hand may have named somebody it should not: it is taken out, and what stands there instead says when,
-- by whom and why. The row, its place in the thread and the money beside it stay.
create table redaction (
  id uuid primary key default uuidv7(),
  table_name text not null,
  column_name text not null,
  row_id uuid not null,
  -- What stands there now.
  mark text not null check (mark like '[texte retiré %]'),
  reason text not null check (reason in ('pupil', 'health', 'family', 'other-person', 'insult')),
  account_id uuid not null references account,
  role text not null,
  at timestamptz not null
);
create index redaction_of on redaction (table_name, column_name, row_id);
create index redaction_account on redaction (account_id);
create trigger redaction_append_only before update or delete on redaction
  for each row execute function refuse_change();
create trigger redaction_no_truncate before truncate on redaction
  for each statement execute function refuse_change();

-- What is only ever added to lets this alone through: the change by which a redaction puts its mark where it says, in its own
-- transaction, and nothing else.
create or replace function refuse_change() returns trigger language plpgsql as $$
declare touched text[];
begin
  if tg_op = 'UPDATE' then
    select array_agg(now.key) into touched
      from jsonb_each_text(to_jsonb(new)) now join jsonb_each_text(to_jsonb(old)) was using (key)
     where now.value is distinct from was.value
       -- What is worked out from the others is not yet, before an update.
       and not exists (
         select from pg_attribute a where a.attrelid = tg_relid and a.attname = now.key and a.attgenerated <> '');
    if touched is not null and not exists (
      select from unnest(touched) as name
       where not exists (
         select from redaction r
          where r.table_name = tg_table_name and r.row_id::text = to_jsonb(new) ->> 'id' and r.column_name = name
            -- Its own act, and nothing beside the mark but where a column holds more than one text.
            and r.xmin = pg_current_xact_id()::xid
            and case jsonb_typeof(to_jsonb(new) -> name) when 'string' then to_jsonb(new) ->> name = r.mark
                  else position(r.mark in to_jsonb(new) ->> name) > 0 end))
    then
      return new;
    end if;
  end if;
  raise exception '% on % is refused: rows are only ever added', tg_op, tg_table_name using errcode = 'PA002';
end $$;

-- A redaction that took nothing out is none: judged when the transaction commits.
create function require_redacted() returns trigger language plpgsql as $$
declare stands text;
begin
  execute format('select %I::text from %I where id = $1', new.column_name, new.table_name) into stands using new.row_id;
  if stands is null or position(new.mark in stands) = 0 then
    raise exception 'the text of %.% still stands', new.table_name, new.column_name using errcode = 'PA008';
  end if;
  return null;
end $$;
create constraint trigger redaction_done after insert on redaction
  deferrable initially deferred for each row execute function require_redacted();

-- Texts of an act, as signed, stand in the act alone.
drop trigger convention_history on convention;
create trigger convention_history after insert or update or delete on convention
  for each row execute function record_history('title', 'ended_reason', 'promises');
drop trigger deliberation_history on deliberation;
create trigger deliberation_history after insert or update or delete on deliberation
  for each row execute function record_history('signatory', 'visas');
alter table history disable trigger history_append_only;
update history h
   set before = h.before - copied.names, after = h.after - copied.names
  from (values
    ('convention', array['promises']),
    ('deliberation', array['visas'])) copied (table_name, names)
 where h.table_name = copied.table_name and (h.before ?| copied.names or h.after ?| copied.names);
alter table history enable trigger history_append_only;

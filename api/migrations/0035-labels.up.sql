-- What is stuck on a device: each code leads to one device for ever, and a device may have borne several. A label that was
-- lost and turns up again still opens the device that bore it.

create table equipment_label (
  code text primary key check (code ~ '^[A-Z0-9][A-Z0-9-]{1,29}$'),
  equipment_id uuid not null references equipment,
  since timestamptz not null,
  -- Who replaced the one before; nobody for the first, which came with the device.
  account_id uuid references account,
  constraint equipment_label_of_its_device unique (code, equipment_id)
);
create index equipment_label_equipment on equipment_label (equipment_id, since, code);
create trigger equipment_label_append_only before update or delete on equipment_label
  for each row execute function refuse_change();
create trigger equipment_label_no_truncate before truncate on equipment_label
  for each statement execute function refuse_change();

insert into equipment_label (code, equipment_id, since) select tag, id, state_since from equipment;

-- Whoever makes a device, its tag is its first label.
create function equipment_first_label() returns trigger language plpgsql
  as $$ begin
    insert into equipment_label (code, equipment_id, since) values (new.tag, new.id, new.state_since);
    return null;
  end $$;
create trigger equipment_first_label after insert on equipment
  for each row execute function equipment_first_label();

-- The tag of a device is one of its own labels, and no other's.
alter table equipment add constraint equipment_bears_its_label foreign key (tag, id)
  references equipment_label (code, equipment_id) deferrable initially deferred;

-- A search by a label of before finds the device too.
create or replace function equipment_words(device equipment) returns text language sql stable
  as $$ select search_text(concat_ws(' ', device.tag, device.serial, i.name, s.name, m.name,
            (select string_agg(l.code, ' ' order by l.since, l.code) from equipment_label l
              where l.equipment_id = device.id and l.code <> device.tag)))
          from catalogue_item i left join school s on s.id = device.school_id left join commune m on m.id = s.commune_id
         where i.id = device.model_id $$;

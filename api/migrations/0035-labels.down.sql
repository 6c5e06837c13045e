create or replace function equipment_words(device equipment) returns text language sql stable
  as $$ select search_text(concat_ws(' ', device.tag, device.serial, i.name, s.name, m.name))
          from catalogue_item i left join school s on s.id = device.school_id left join commune m on m.id = s.commune_id
         where i.id = device.model_id $$;
alter table equipment drop constraint equipment_bears_its_label;
drop trigger equipment_first_label on equipment;
drop function equipment_first_label();
drop table equipment_label;

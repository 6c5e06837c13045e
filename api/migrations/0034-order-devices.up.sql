-- What an order's report names: the devices that it put in place, moved or served, each line's own.

alter table order_line add constraint order_line_of_its_order unique (id, order_id);

create table order_device (
  id uuid primary key default uuidv7(),
  order_id uuid not null references installation_order,
  line_id uuid not null,
  equipment_id uuid not null references equipment,
  deed text not null check (deed in ('placed', 'moved', 'served')),
  -- One order speaks of a device once, whatever its lines.
  constraint order_device_once unique (order_id, equipment_id),
  constraint order_device_line_of_its_order foreign key (line_id, order_id) references order_line (id, order_id)
);
create index order_device_line on order_device (line_id, order_id);
create index order_device_equipment on order_device (equipment_id);
-- A later report names others: what the former one named stays in the history.
create trigger order_device_history after insert or update or delete on order_device
  for each row execute function record_history();

-- Cases and trolleys, to choose one from.
create index equipment_cases on equipment (tag) where is_container;

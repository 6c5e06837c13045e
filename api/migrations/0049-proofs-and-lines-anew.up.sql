-- A second report writes its added lines anew, and names their devices after: what they are of is judged when both are there.
alter table order_device alter constraint order_device_line_of_its_order deferrable initially deferred;

-- Pictures of what proves where devices went: a slip, an act, a letter. Made anew from what was sent, and kept as the departure is.
create table disposal_photo (
  id uuid primary key default uuidv7(),
  disposal_id uuid not null references equipment_disposal,
  width int not null check (width > 0),
  height int not null check (height > 0),
  content bytea not null,
  created_by uuid not null references account,
  created_at timestamptz not null
);
create index disposal_photo_of_disposal on disposal_photo (disposal_id, created_at, id);
create trigger disposal_photo_append_only before update or delete on disposal_photo
  for each row execute function refuse_change();
create trigger disposal_photo_no_truncate before truncate on disposal_photo
  for each statement execute function refuse_change();

-- What a thing looks like that nobody knows, as it was found.
create table campaign_photo (
  id uuid primary key default uuidv7(),
  item_id uuid not null references campaign_item,
  width int not null check (width > 0),
  height int not null check (height > 0),
  content bytea not null,
  created_by uuid not null references account,
  created_at timestamptz not null
);
create index campaign_photo_of_item on campaign_photo (item_id, created_at, id);
create trigger campaign_photo_append_only before update or delete on campaign_photo
  for each row execute function refuse_change();
create trigger campaign_photo_no_truncate before truncate on campaign_photo
  for each statement execute function refuse_change();

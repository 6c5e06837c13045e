-- A large photo comes in parts, so that a line that is cut costs one part and not the photo. They lie here until all have come.

create table photo_part (
  -- The place that was announced, whoever's: no foreign key, the places of orders, tickets, visits and deposits are four tables.
  slot_id uuid not null,
  from_byte int not null check (from_byte >= 0),
  account_id uuid not null references account,
  content bytea not null check (octet_length(content) between 1 and 65536),
  received_at timestamptz not null,
  -- What was sent twice is there once.
  primary key (slot_id, from_byte)
);
create index photo_part_by_age on photo_part (received_at);

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

-- A phone counts what is done on it without a gap, and says with each act up to which number nothing waits on it any more: what is
-- below and never came is lost, and its person is told.
create table phone_act (
  phone_id uuid not null references phone on delete cascade,
  seq int not null check (seq between 1 and 10000000),
  -- Null while nothing came under this number: its author has given it up, or said it otherwise.
  key text check (length(key) between 8 and 200),
  -- Another act came under a number that was used: the phone has lost its count, and what it kept with it.
  counted_anew boolean not null default false,
  settled_to int not null check (settled_to between 0 and 10000000),
  at timestamptz not null,
  primary key (phone_id, seq)
);

-- True whatever it finds: a phone that is not known here, or is revoked, writes nothing.
create function phone_told(phone uuid, account uuid, act_seq int, act_key text, settled int, dropped int[], told_at timestamptz)
returns boolean language plpgsql as $$
begin
  if not exists (select from phone p where p.id = $1 and p.account_id = $2 and p.revoked_at is null) then
    return true;
  end if;
  insert into phone_act (phone_id, seq, key, settled_to, at) values ($1, act_seq, act_key, settled, told_at)
    on conflict (phone_id, seq) do update set key = excluded.key, settled_to = greatest(phone_act.settled_to, excluded.settled_to),
      counted_anew = phone_act.counted_anew or phone_act.key <> excluded.key, at = excluded.at
    where phone_act.key is distinct from excluded.key;
  insert into phone_act (phone_id, seq, settled_to, at) select $1, d, 0, told_at from unnest(dropped) d on conflict do nothing;
  return true;
end
$$;
